// swift-tools-version: 6.2
import PackageDescription

// A user of the library product CEL and of nothing else: Scripts/check-cel-alone builds it and looks at what came along.
let package = Package(
  name: "CELAlone",
  dependencies: [.package(name: "concordat", path: "../../..")],
  targets: [
    .executableTarget(name: "CELAlone", dependencies: [.product(name: "CEL", package: "concordat")])
  ],
  swiftLanguageModes: [.v6]
)
