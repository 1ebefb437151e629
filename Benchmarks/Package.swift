// swift-tools-version: 6.2
import PackageDescription

// Measurements, apart from the package so that nobody builds them by the way. Benchmarks/cel runs this and more; alone:
//   swift run -c release --package-path Benchmarks CELBenchmark
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "concordat", path: "..")],
  targets: [
    .target(name: "CAllocations"),
    .executableTarget(
      name: "CELBenchmark", dependencies: ["CAllocations", .product(name: "CEL", package: "concordat")]),
  ],
  swiftLanguageModes: [.v6]
)
