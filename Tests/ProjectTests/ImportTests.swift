import Testing

struct `Imports` {
  private static let specimen = Manifest(
    reading: """
      // .target(name: "Commented", dependencies: ["Upper"]),
      let package = Package(name: "specimen", targets: [
        .target(name: "Lower", swiftSettings: strict),
        .systemLibrary(name: "CThing", pkgConfig: "thing", providers: [.apt(["libthing-dev"])]),
        // Above.
        .target(
          name: "Upper",
          dependencies: ["Lower", "CThing"],
          swiftSettings: strict
        ),
        .executableTarget(
          name: "tool",
          dependencies: [
            "Upper",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
          ]
        ),
        .testTarget(name: "UpperTests", dependencies: ["Upper"]),
      ])
      """
  )

  private func faults(_ source: String, at path: String) -> [String] {
    ImportArrows(manifest: Self.specimen).faults(in: source, at: path)
  }

  @Test func `a manifest is read with the dependencies of each target`() {
    let read = Self.specimen.targets.map { "\($0.kind.rawValue) \($0.name): \($0.dependencies.joined(separator: " "))" }
    #expect(
      read == [
        "target Lower: ", "systemLibrary CThing: ", "target Upper: Lower CThing",
        "executableTarget tool: Upper ArgumentParser", "testTarget UpperTests: Upper",
      ]
    )
  }

  @Test func `an import against the arrow is found however it is written`() {
    let forms = [
      "import Upper", "public import Upper", "internal import Upper", "package import Upper // for one type",
      "@preconcurrency import Upper", "@_spi(Raw) public import Upper", "import struct Upper.Thing", "import Upper.Part",
      "  import Upper", "import Swift; import Upper", "// first\n\nimport Upper\n",
    ]
    for form in forms {
      #expect(
        faults(form, at: "Sources/Lower/A.swift")
          == ["Sources/Lower/A.swift imports Upper, which Package.swift does not give to Lower"],
        "\(form)"
      )
    }
  }

  @Test func `what the manifest gives and what the system has may be imported`() {
    let source = """
      /// import Tool would be wrong, but this is a comment.
      internal import CThing
      public import Lower
      import Synchronization
      #if canImport(Glibc)
        import Glibc
      #elseif canImport(Musl)
        import Musl
      #endif
      let important = "import Elsewhere"
      """
    #expect(faults(source, at: "Sources/Upper/Part/B.swift") == [])
    #expect(faults("import ArgumentParser\nimport Foundation", at: "Sources/tool/main.swift") == [])
  }

  @Test func `Foundation is for the executable alone`() {
    #expect(
      faults("import Foundation", at: "Sources/Upper/C.swift")
        == ["Sources/Upper/C.swift imports Foundation, which only the executable may"]
    )
  }

  @Test func `a dependency of a dependency is not a dependency`() {
    #expect(
      faults("import Lower", at: "Sources/tool/main.swift")
        == ["Sources/tool/main.swift imports Lower, which Package.swift does not give to tool"]
    )
  }

  @Test func `no source file imports against the arrows of Package.swift`() throws {
    let arrows = ImportArrows(manifest: Manifest(reading: try Project.text("Package.swift")))
    let sources = Project.files(under: "Sources", ending: ".swift")
    #expect(sources.count > 50)
    for path in sources {
      #expect(arrows.faults(in: try Project.text(path), at: path) == [])
    }
  }

  @Test func `every arrow of Package.swift leads to a target further up`() throws {
    let manifest = Manifest(reading: try Project.text("Package.swift"))
    var above: Set<String> = []
    for target in manifest.targets {
      let names = Set(manifest.targets.map(\.name))
      let below = target.dependencies.filter { names.contains($0) && !above.contains($0) }
      #expect(below == [], "\(target.name)")
      above.insert(target.name)
    }
    let folders = Set(Project.files(under: "Sources", ending: "").map { String($0.split(separator: "/")[1]) })
    #expect(folders == Set(manifest.targets.filter { $0.kind != .test }.map(\.name)))
  }

  @Test func `the table of targets in the README is that of Package.swift`() throws {
    let manifest = Manifest(reading: try Project.text("Package.swift"))
    let rows = try Project.text("README.md").matches(of: /^\| `(\w+)` \|[^|\n]*\| (–|`[^|\n]*`) \|$/.anchorsMatchLineEndings())
    let written = rows.map { row in "\(row.1): \(row.2.replacing("`", with: "").replacing("–", with: ""))" }
    let expected = manifest.targets.filter { $0.kind != .test }
      .map { "\($0.name): \($0.dependencies.joined(separator: ", "))" }
    #expect(written == expected)
  }
}
