// swift-tools-version: 6.2
import PackageDescription

// One target per arrow: a target may import only what stands above it in this
// file, and a test (Tests/ProjectTests) fails when a source file does otherwise.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]
// Where `package` is the widest access, an import is internal unless it says otherwise.
let strictInside = strict + [.enableUpcomingFeature("InternalImportsByDefault")]

let package = Package(
  name: "concordat",
  products: [
    .library(name: "SourceText", targets: ["SourceText"]),
    .library(name: "YAMLTree", targets: ["YAMLTree"]),
    .library(name: "CEL", targets: ["CEL"]),
    .executable(name: "concordat", targets: ["concordat"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Bytes, ranges, lines and columns.
    .target(name: "SourceText", swiftSettings: strict),

    // libyaml, found through pkg-config.
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),

    // YAML bytes to a flat tree that knows both ends of everything.
    .target(name: "YAMLTree", dependencies: ["CLibYAML", "SourceText"], swiftSettings: strict),

    // The Common Expression Language.
    .target(name: "CEL", dependencies: ["SourceText"], swiftSettings: strict),

    // What a finding is.
    .target(name: "ConcordatDiagnostics", dependencies: ["SourceText"], swiftSettings: strict),

    // Kinds, documents, days, registers, the repository.
    .target(
      name: "ConcordatModel",
      dependencies: ["YAMLTree", "CEL", "SourceText", "ConcordatDiagnostics"],
      swiftSettings: strictInside
    ),

    // The files of the rule pack, put into the binary by `#embed`.
    .target(name: "CEmbeddedPack"),

    // Rule files, parameters, provisions, packs.
    .target(
      name: "ConcordatRules",
      dependencies: ["ConcordatModel", "CEL", "YAMLTree", "SourceText", "ConcordatDiagnostics", "CEmbeddedPack"],
      swiftSettings: strictInside
    ),

    // Which rule, on which document, on which day.
    .target(
      name: "ConcordatEngine",
      dependencies: ["ConcordatRules", "ConcordatModel", "CEL", "SourceText", "ConcordatDiagnostics"],
      swiftSettings: strictInside
    ),

    // One file per output format; pure functions of a report.
    .target(
      name: "ConcordatReport",
      dependencies: ["ConcordatDiagnostics", "SourceText"],
      swiftSettings: strict
    ),

    // Arguments, files, terminal, exit code.
    .executableTarget(
      name: "concordat",
      dependencies: [
        "ConcordatEngine", "ConcordatRules", "ConcordatModel", "ConcordatReport", "ConcordatDiagnostics",
        "CEL", "YAMLTree", "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"], exclude: ["Finds"], swiftSettings: strict),
    .testTarget(
      name: "YAMLTreeTests", dependencies: ["YAMLTree", "SourceText", "CLibYAML"], exclude: ["Data", "Finds"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CELTests",
      dependencies: ["CEL", "SourceText"],
      exclude: ["Fuzz/Finds"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ConcordatModelTests",
      dependencies: ["ConcordatModel", "YAMLTree", "CEL", "SourceText", "ConcordatDiagnostics"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ConcordatRulesTests",
      dependencies: [
        "ConcordatRules", "ConcordatEngine", "ConcordatModel", "CEL", "YAMLTree", "SourceText",
        "ConcordatDiagnostics",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ConcordatReportTests",
      dependencies: ["ConcordatReport", "ConcordatDiagnostics", "SourceText"],
      exclude: ["Goldens", "HTML/Goldens", "read-formats.py"],
      swiftSettings: strict
    ),
    // Whatever comes: damaged files, packs from strangers, every form of the report.
    .testTarget(
      name: "RobustnessTests",
      dependencies: [
        "ConcordatEngine", "ConcordatRules", "ConcordatModel", "ConcordatReport", "ConcordatDiagnostics", "CEL", "YAMLTree",
        "SourceText",
      ],
      exclude: ["Finds"],
      swiftSettings: strict
    ),
    // The whole command, run as a user runs it, and the habits of the project.
    .testTarget(
      name: "CommandTests",
      dependencies: ["concordat", "ConcordatEngine", "ConcordatModel", "YAMLTree", "CEL", "SourceText"],
      exclude: ["Fixtures", "Goldens", "validate.py"], swiftSettings: strict
    ),
    .testTarget(name: "ProjectTests", dependencies: ["YAMLTree", "SourceText"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
