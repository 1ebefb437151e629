/// The targets of Package.swift, read from its text.
///
/// Enough for a manifest that writes the dependencies of each target out as text, as ours does.
struct Manifest {
  enum Kind: String {
    case library = "target"
    case executable = "executableTarget"
    case system = "systemLibrary"
    case test = "testTarget"
  }

  struct Target {
    let kind: Kind
    let name: String
    /// Targets of this package and products of other packages.
    let dependencies: [String]
  }

  /// In the order of the manifest.
  let targets: [Target]

  init(reading text: String) {
    let code = text.replacing(/\/\/ .*/.anchorsMatchLineEndings(), with: "")
    let openings = code.matches(of: /\.(target|executableTarget|systemLibrary|testTarget)\(\s*name:\s*"(\w+)"/)
    let ends = openings.dropFirst().map(\.range.lowerBound) + [code.endIndex]
    targets = zip(openings, ends).map { opening, end in
      let rest = code[opening.range.upperBound..<end]
      let list = rest.firstMatch(of: /dependencies:\s*\[([^\]]*)\]/)?.1 ?? ""
      let names = list.replacing(/package:\s*"[^"]*"/, with: "").matches(of: /"(\w+)"/).map { String($0.1) }
      return Target(kind: Kind(rawValue: String(opening.1)) ?? .library, name: String(opening.2), dependencies: names)
    }
  }

  subscript(name: String) -> Target? { targets.first { $0.name == name } }
}
