package import CEL
package import ConcordatDiagnostics
package import SourceText
import YAMLTree

/// What was found in one file.
package struct LoadedFile: Sendable {
  package var file: SourceFile
  package var documents: [Document]
  /// Faults of the file and of the form of its documents.
  package var diagnostics: [Diagnostic]
  /// Comments that speak to the program, `# concordat: …`, in the order of the file.
  package var directives: [ByteRange] = []
}

/// Reads files into documents: bytes to tree to kind.
package struct FileReader: Sendable {
  private let kinds: [String: Kind]
  private let symbols: SymbolTable

  package init(kinds: [Kind], symbols: SymbolTable) {
    self.kinds = Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.symbols = symbols
  }

  /// Reads one file.
  ///
  /// - Parameter isNamed: Whether the user named the file. A YAML document without a known `kind` is then a fault; in a
  ///   folder it is somebody else's, and passed over. So is what is wrong with a file that holds no document of ours.
  package func read(_ file: SourceFile, isNamed: Bool, scratch: RegexScratch = RegexScratch()) -> LoadedFile {
    let tree = YAMLTree(parsing: file)
    var result = LoadedFile(file: file, documents: [], diagnostics: [])
    var strangers: [Diagnostic] = []
    for document in tree.documents where document.isComplete {
      guard let content = tree.resolve(document.root) else { continue }
      if let kind = kind(of: content, in: tree) {
        let typed = TypedTreeReader.read(tree, root: content, schema: kind.schema, symbols: .frozen(symbols),
          size: document.visitedNodes, scratch: scratch)
        let ours = Document(kind: kind, content: typed)
        result.documents.append(ours)
        result.diagnostics += typed.faults.map { fault in
          var fault = fault
          fault.document = ours.id
          return fault
        }
      } else {
        // A misspelt kind is an officer's file, not somebody else's.
        if !isNamed, let likely = misspeltKind(content, in: tree) { result.diagnostics.append(likely) }
        if isNamed { strangers.append(stranger(content, in: tree)) }
      }
    }
    if !result.documents.isEmpty { result.directives = tree.comments().filter { Directive.isOne(file.slice($0)) } }
    let isOurs = isNamed || !result.documents.isEmpty
    // A file that cannot be read at all may well be one of ours, so its faults are always told.
    let isUnreadable = tree.documents.isEmpty || tree.documents.contains { !$0.isComplete }
    if isOurs || isUnreadable { result.diagnostics += tree.faults.map { diagnostic($0, tree) } }
    if isNamed { result.diagnostics += strangers }
    if isNamed, tree.documents.isEmpty, tree.faults.isEmpty { result.diagnostics.append(empty(file)) }
    return result
  }

  private func kind(of content: NodeID, in tree: YAMLTree) -> Kind? {
    kindText(of: content, in: tree).flatMap { kinds[$0.text] }
  }

  private func kindText(of content: NodeID, in tree: YAMLTree) -> (text: String, node: NodeID)? {
    guard tree.kind(of: content) == .mapping else { return nil }
    for entry in tree.effectiveEntries(of: content) where tree.text(of: tree.resolve(entry.key) ?? entry.key).elementsEqual("kind".utf8) {
      guard let value = tree.resolve(entry.value), tree.kind(of: value) == .scalar else { return nil }
      return (tree.string(of: value), entry.value)
    }
    return nil
  }

  /// What is said of a document whose kind is nearly one of ours.
  private func misspeltKind(_ content: NodeID, in tree: YAMLTree) -> Diagnostic? {
    guard let (text, node) = kindText(of: content, in: tree) else { return nil }
    let known = kinds.keys.sorted()
    guard let suggestion = Suggestion.nearest(to: text, among: known) else { return nil }
    return unknownKind(text, suggestion, node, tree)
  }

  private func unknownKind(_ text: String, _ suggestion: String?, _ node: NodeID, _ tree: YAMLTree) -> Diagnostic {
    let words = StructureWording.unknownKind(text, suggestion: suggestion, known: kinds.keys.sorted())
    var found = diagnostic("structure/unknown-kind", words, tree.file, tree.range(of: node))
    found.fixes = suggestion.map { StructureFix(tree).writing($0, for: node, safety: .needsReview) } ?? []
    return found
  }

  /// What is said of a named file's document that is of no kind.
  private func stranger(_ content: NodeID, in tree: YAMLTree) -> Diagnostic {
    let known = kinds.keys.sorted()
    if let (text, node) = kindText(of: content, in: tree) {
      return unknownKind(text, Suggestion.nearest(to: text, among: known), node, tree)
    }
    guard tree.kind(of: content) == .mapping else {
      let found = tree.kind(of: content) == .sequence ? "a list" : "plain text"
      return diagnostic(
        "structure/unknown-kind", StructureWording.notAMapping(found: found), tree.file, firstLine(tree.range(of: content), tree.file))
    }
    let place = tree.entries(of: content).first.map { tree.range(of: $0.key) } ?? tree.range(of: content)
    return diagnostic("structure/unknown-kind", StructureWording.noKind(known: known), tree.file, place)
  }

  private func empty(_ file: SourceFile) -> Diagnostic {
    diagnostic(
      "structure/empty-file", .init(message: "the file holds no document", help: "Begin with kind: and the kind of document"),
      file, ByteRange(0, 0), severity: .warning)
  }

  private func firstLine(_ range: ByteRange, _ file: SourceFile) -> ByteRange {
    let line = file.lines.line(containing: range.lowerBound)
    guard let whole = file.line(line) else { return range }
    return ByteRange(range.lowerBound, min(range.upperBound, max(range.lowerBound, whole.upperBound)))
  }

  private func diagnostic(
    _ rule: String, _ words: StructureWording.Words, _ file: SourceFile, _ range: ByteRange, severity: Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, message: words.message, place: .init(file: file, range: range), help: words.help)
  }

  private func diagnostic(_ fault: YAMLFault, _ tree: YAMLTree) -> Diagnostic {
    let file = tree.file
    return Diagnostic(
      rule: "syntax/" + fault.kind.rawValue, severity: fault.severity == .error ? .error : .warning,
      message: fault.message, place: .init(file: file, range: fault.range),
      related: fault.related.map { .init(place: .init(file: file, range: $0.range), text: $0.text) }, help: fault.help,
      notes: fault.detail.map { [$0] } ?? [], fixes: SyntaxFix(tree).fixes(for: fault))
  }
}
