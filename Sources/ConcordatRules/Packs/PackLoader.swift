import CEL
import ConcordatDiagnostics
package import ConcordatModel
package import SourceText
import YAMLTree

/// Loads packs over each other: what a later one holds replaces what an earlier one holds under the same name.
///
/// Nothing is thrown: whatever is wrong is a fault at its place, and what can be loaded is loaded.
package struct PackLoader {
  private let symbols = SymbolTable.Builder()
  private let scratch = RegexScratch()
  private let extent: Extent
  private var faults: [PackFault] = []
  private var formats: [String: Schema] = [:]

  /// How much of the rule files is read.
  package enum Extent: Sendable {
    /// Everything, examples included.
    case everything
    /// What judging documents needs. Examples are two thirds of a pack, and only tests and explanations read them.
    case conditions
  }

  private init(_ extent: Extent) { self.extent = extent }

  /// - Parameter packs: In the order in which they count.
  package static func load(_ packs: [PackFiles], extent: Extent = .everything) -> RulePack {
    var loader = PackLoader(extent)
    return loader.load(packs)
  }

  /// Reads a file that is no part of a pack against one of the formats.
  package static func read(_ file: SourceFile, as format: String) -> (tree: TypedTree?, faults: [PackFault]) {
    var loader = PackLoader(.conditions)
    loader.readFormats()
    let tree = loader.typed(file, as: format)
    return (tree, loader.faults.sorted(by: PackLoader.precedes))
  }

  /// The names of packs, without loading them.
  package static func names(of packs: [PackFiles]) -> [RulePack.Name] {
    var loader = PackLoader(.conditions)
    loader.readFormats()
    return packs.map { loader.name(of: $0) }
  }

  private mutating func load(_ packs: [PackFiles]) -> RulePack {
    readFormats()
    for pack in packs { refuseStrayFiles(of: pack) }
    let names = packs.map { name(of: $0) }
    let kinds = readKinds(packs)
    let registers = Registers(readRegisters(packs))
    let parameters = Parameters(
      packs.flatMap { typed($0.folder("parameters").map(\.file), as: "parameters") }, symbols: symbols, faults: &faults)
    var provisions: [String: Provision] = [:]
    for pack in packs {
      for tree in typed(pack.folder("provisions").map(\.file), as: "provisions") {
        for provision in Provision.read(tree) { provisions[provision.id] = provision }
      }
    }
    let structures = Structures(
      kinds.flatMap { $0.schema.structures }
        + Registers.names.flatMap { formats[$0]?.structures ?? [] } + [parameters.structure])
    let environment = Environment(functions: DomainFunctions.all(kinds: kinds), provider: structures)
    let kindsByName = Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var compiler = RuleCompiler(kinds: kindsByName, provisions: provisions, environment: environment, symbols: symbols)
    var routes = RouteReader(kinds: kindsByName, provisions: provisions, environment: environment, symbols: symbols)
    let routeFiles = packs.compactMap { $0.files["routes.yaml"] }
    let readRoutes = routeFiles.last.flatMap { typed($0, as: "routes") }.map { routes.routes($0) } ?? []
    var rules: [String: Rule] = [:]
    for pack in packs {
      for (id, file) in pack.rules {
        rules[id] = nil
        let before = faults.count
        guard let tree = typed(extent == .conditions ? Self.withoutExamples(file) : file, as: "rule"), faults.count == before
        else { continue }
        rules[id] = compiler.rule(tree, id: id)
      }
    }
    faults += compiler.faults + routes.faults
    return RulePack(
      names: names, kinds: kinds, registers: registers, parameters: parameters,
      provisions: provisions.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) },
      rules: rules.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }, routes: readRoutes,
      symbols: symbols.freeze(), structures: structures, faults: faults.sorted(by: PackLoader.precedes))
  }

  private static func precedes(_ a: PackFault, _ b: PackFault) -> Bool {
    a.file.path == b.file.path
      ? a.range.lowerBound < b.range.lowerBound : a.file.path.utf8.lexicographicallyPrecedes(b.file.path.utf8)
  }

  // MARK: Parts

  /// A rule file in the wrong place would never run, and nobody would know.
  private mutating func refuseStrayFiles(of pack: PackFiles) {
    let known: Set<String> = ["pack.yaml", "routes.yaml", "catalogue.yaml"]
    for (path, file) in pack.files where !path.utf8.contains(UInt8(ascii: "/")) && !known.contains(path) {
      faults.append(
        PackFault(
          file: file, range: ByteRange(0, 0), message: "'\(path)' lies beside pack.yaml, where no file of a pack is read",
          help: "Move a rule into the folder of its group"))
    }
  }

  private mutating func readFormats() {
    let trees = Self.trees(PackFiles.formats.files)
    var reader = SchemaReader(files: trees, symbols: symbols)
    for name in trees.keys.sorted() {
      guard let schema = reader.schema(of: name) else { continue }
      formats[schema.name] = schema
    }
    faults += reader.faults
  }

  private mutating func name(of pack: PackFiles) -> RulePack.Name {
    let record = pack.files["pack.yaml"].flatMap { typed($0, as: "pack") }?.record
    return RulePack.Name(
      name: record?["pack"]?.text ?? pack.name, version: record?["version"]?.text ?? "0.0.0",
      title: record?["title"]?.text ?? pack.name, day: record?["day"]?.day)
  }

  private mutating func readKinds(_ packs: [PackFiles]) -> [Kind] {
    var files: [String: SourceFile] = [:]
    for pack in packs {
      for (name, file) in pack.folder("kinds") { files[name] = file }
    }
    let trees = Self.trees(files)
    for name in trees.keys.sorted() { report(trees[name]) }
    var reader = SchemaReader(files: trees, symbols: symbols)
    let kinds = trees.keys.sorted().filter { $0 != "common.yaml" }.compactMap { reader.kind(of: $0) }
    faults += reader.faults
    return kinds
  }

  private mutating func readRegisters(_ packs: [PackFiles]) -> [String: TypedTree] {
    var trees: [String: TypedTree] = [:]
    for pack in packs {
      for (name, file) in pack.folder("registers") {
        let register = String(name.dropLast(5))
        guard Registers.names.contains(register) else {
          let suggestion = Suggestion.nearest(to: register, among: Registers.names)
          faults.append(
            PackFault(
              file: file, range: ByteRange(0, 0), message: "'\(register)' is not a register that rules can read",
              help: suggestion.map { "Did you mean \($0)?" }))
          continue
        }
        if let tree = typed(file, as: register) { trees[register] = tree }
      }
    }
    return trees
  }

  // MARK: Files

  /// A rule file up to its examples, where they are the last of its keys.
  private static func withoutExamples(_ file: SourceFile) -> SourceFile {
    let key = Array("\nexamples:".utf8)
    let bytes = file.bytes
    var index = 0
    while index + key.count < bytes.count {
      if bytes[index] == key[0], bytes[(index + 1)..<(index + key.count)].elementsEqual(key.dropFirst()) {
        return hasOnlyIndentedLines(bytes[(index + key.count)...])
          ? SourceFile(path: file.path, text: Array(bytes[...index])) : file
      }
      index += 1
    }
    return file
  }

  private static func hasOnlyIndentedLines(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var isLineStart = false
    for byte in rest {
      // A list may stand at the margin under its key; another key may not.
      if isLineStart, ![0x20, 0x0A, 0x0D, UInt8(ascii: "-"), UInt8(ascii: "#")].contains(byte) { return false }
      isLineStart = byte == 0x0A
    }
    return true
  }

  private static func trees(_ files: [String: SourceFile]) -> [String: YAMLTree] {
    files.filter { $0.key.hasSuffix(".yaml") }.mapValues { YAMLTree(parsing: $0) }
  }

  private mutating func report(_ tree: YAMLTree?) {
    for fault in tree?.faults ?? [] where fault.severity == .error {
      guard let file = tree?.file else { continue }
      faults.append(PackFault(file: file, range: fault.range, message: fault.message, help: fault.help))
    }
  }

  private mutating func typed(_ files: [SourceFile], as format: String) -> [TypedTree] {
    files.filter { $0.path.hasSuffix(".yaml") }.compactMap { typed($0, as: format) }
  }

  /// Reads a pack file against its format; whatever is wrong with it is a fault of the pack.
  private mutating func typed(_ file: SourceFile, as format: String) -> TypedTree? {
    let tree = YAMLTree(parsing: file)
    report(tree)
    guard let schema = formats[format], let root = tree.documents.first.flatMap({ tree.resolve($0.root) }) else {
      if tree.faults.isEmpty {
        faults.append(PackFault(file: file, range: ByteRange(0, 0), message: "the file is empty", help: "Write it, or remove it"))
      }
      return nil
    }
    if let second = tree.documents.dropFirst().first {
      faults.append(
        PackFault(
          file: file, range: tree.range(of: second.root), message: "the file holds a second document, which would not be read",
          help: "Put it into a file of its own"))
    }
    let typed = TypedTreeReader.read(tree, root: root, schema: schema, symbols: .growing(symbols),
      size: tree.documents.first?.visitedNodes ?? 0, scratch: scratch)
    for fault in typed.faults {
      faults.append(PackFault(file: file, range: fault.place.range, message: fault.message, help: fault.help))
    }
    return typed
  }
}
