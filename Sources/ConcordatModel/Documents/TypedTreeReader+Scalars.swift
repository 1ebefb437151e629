import CEL
import ConcordatDiagnostics
import SourceText
import YAMLTree

/// Reading one scalar as its schema says: by type, not by its look.
extension TypedTreeReader {
  mutating func text(_ node: NodeID, _ target: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value {
    let bytes = tree.text(of: target)
    if !schema.nodes[id].choices.isEmpty { return choice(node, bytes, id, key) }
    if let minimum = schema.nodes[id].minimumLength, bytes.count < minimum || isBlank(bytes) {
      faults.report("structure/blank-text", at: emptyRange(node), in: tree.file, StructureWording.blankText(at: key))
    }
    if let pattern = schema.nodes[id].pattern, !pattern.matches(bytes, scratch: scratch) {
      let likely = Self.likelyIdentifier(bytes)
      let words =
        key == "id"
        ? StructureWording.badIdentifier(shown(bytes), at: key, likely: likely)
        : StructureWording.badPattern(shown(bytes), at: key, help: formAdvice(bytes, pattern, schema.nodes[id].description))
      let fixes = key == "id" ? likely.map { mend.writing($0, for: node, safety: .needsReview) } ?? [] : []
      faults.report("structure/bad-form", at: tree.range(of: node), in: tree.file, words, fixes: fixes)
    }
    guard let reference = schema.nodes[id].reference else {
      let symbol = schema.nodes[id].isSymbol ? symbols.symbol(for: bytes) : 0
      return .string(bytes, isASCII: tree.file.isASCII, symbol: symbol)
    }
    let symbol = symbols.symbol(for: bytes)
    references.append(TypedTree.Reference(node: node, to: reference, symbol: symbol, key: key))
    return .string(bytes, isASCII: tree.file.isASCII, symbol: symbol)
  }

  private mutating func choice(
    _ node: NodeID, _ bytes: UnsafeBufferPointer<UInt8>, _ id: SchemaNode.ID, _ key: String?
  ) -> Value {
    for choice in schema.nodes[id].choices where Bytes.areEqual(choice.bytes, bytes) {
      return .string(bytes, isASCII: true, symbol: choice.symbol)
    }
    let choices = schema.nodes[id].choices.map(\.text)
    let suggestion = faults.maySuggest() ? Self.likelyChoice(shown(bytes), among: choices) : nil
    faults.report(
      "structure/bad-choice", at: emptyRange(node), in: tree.file,
      StructureWording.badChoice(
        shown(bytes), at: key, suggestion: suggestion, choices: choices),
      fixes: suggestion.map {
        mend.writing($0, for: node, safety: StructureFix.differInFormOnly(shown(bytes), $0) ? .safe : .needsReview)
      } ?? [])
    return unreadable(tree.resolve(node) ?? node)
  }

  mutating func day(_ node: NodeID, _ target: NodeID, _ key: String?) -> Value {
    let bytes = tree.text(of: target)
    if let day = Day(iso: bytes) { return day.value }
    let written = shown(bytes)
    let likely = DayText.looksISO(bytes) ? nil : DayText.likely(bytes)
    let words =
      DayText.looksISO(bytes)
      ? StructureWording.noSuchDay(written)
      : StructureWording.badDay(written, likely: likely?.iso)
    let fixes = likely.map { mend.writing($0.iso, for: node, safety: DayText.isCertain(bytes) ? .safe : .needsReview) } ?? []
    faults.report("structure/bad-day", at: emptyRange(node), in: tree.file, words, fixes: fixes)
    return unreadable(target)
  }

  mutating func number(_ node: NodeID, _ target: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value? {
    let bytes = tree.text(of: target)
    if let value = Decimal.read(bytes) {
      checkRange(value, node, id, key)
      return .double(value)
    }
    let written = shown(bytes)
    guard schema.nodes[id].isCell else {
      faults.report(
        "structure/wrong-type", at: emptyRange(node), in: tree.file, StructureWording.notANumber(written, at: key))
      return unreadable(target)
    }
    switch Cell(bytes) {
    case .number(let value): return .double(value)
    case .dressed(let value, let plain, let unit):
      cell(
        node, written, StructureWording.cellDressed(written, plain: plain, unit: unit), "structure/figure-with-unit",
        .warning, mend.dressed(node, plain: plain, unit: unit))
      return .double(value)
    case .figureWithPeriod(let figure, let period):
      cell(
        node, written,
        StructureWording.cellWithPeriod(written, figure: figure, period: period, inBaseline: key == "value"),
        "structure/figure-with-period", .warning,
        mend.withPeriod(node, written: whole(bytes), figure: figure, period: period, inBaseline: key == "value"))
    case .figureWithNote(let figure, let note):
      cell(
        node, written, StructureWording.cellWithNote(written, figure: figure, note: note),
        "structure/figure-with-remark", .warning,
        mend.withNote(node, written: whole(bytes), figure: figure, note: note, inBaseline: key == "value"))
    case .toCome:
      cell(node, written, StructureWording.cellToCome(written, year: key), "structure/figure-to-come", .warning)
    case .none:
      cell(node, written, StructureWording.cellNone(written, year: key), "structure/figure-missing", .warning)
    case .notOneFigure:
      cell(node, written, StructureWording.cellNotOneFigure(written), "structure/figure-unclear", .warning)
    case .unreadable:
      cell(node, written, StructureWording.cellUnreadable(written), "structure/figure-unclear", .error)
    }
    return unreadable(target)
  }

  mutating func cell(
    _ node: NodeID, _ written: String, _ words: StructureWording.Words, _ rule: String, _ severity: Severity,
    _ fixes: [Fix] = []
  ) {
    faults.report(rule, at: emptyRange(node), in: tree.file, words, severity: severity, fixes: fixes)
  }

  mutating func integer(_ node: NodeID, _ target: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value {
    let bytes = tree.text(of: target)
    guard let value = Decimal.read(bytes), let whole = Int64(exactly: value), value.magnitude < 9e15 else {
      faults.report(
        "structure/wrong-type", at: emptyRange(node), in: tree.file,
        StructureWording.notAWholeNumber(shown(bytes), at: key))
      return unreadable(target)
    }
    checkRange(value, node, id, key)
    return .int(whole)
  }

  mutating func boolean(_ node: NodeID, _ target: NodeID, _ key: String?) -> Value {
    let bytes = tree.text(of: target)
    let text = String(decoding: bytes, as: UTF8.self)
    switch text {
    case "true", "True", "TRUE": return .true
    case "false", "False", "FALSE": return .false
    default:
      faults.report(
        "structure/wrong-type", at: emptyRange(node), in: tree.file, StructureWording.notYesOrNo(shown(bytes), at: key),
        fixes: Self.likelyBoolean(text).map { mend.writing(word: $0, for: node, safety: .safe) } ?? [])
      return unreadable(target)
    }
  }

  // MARK: Checks

  mutating func wrongType(_ node: NodeID, _ target: NodeID, _ id: SchemaNode.ID, _ key: String?) -> Value {
    faults.report(
      "structure/wrong-type", at: foundRange(node), in: tree.file,
      StructureWording.wrongType(
        expected: Self.noun(schema.nodes[id].shape), found: found(target), at: key, help: advice(target, id, key)))
    return unreadable(target)
  }

  private mutating func checkRange(_ value: Double, _ node: NodeID, _ id: SchemaNode.ID, _ key: String?) {
    let low = schema.nodes[id].minimum
    let high = schema.nodes[id].maximum
    guard value < low ?? value || value > high ?? value else { return }
    faults.report(
      "structure/out-of-range", at: tree.range(of: node), in: tree.file,
      StructureWording.outOfRange(
        shown(tree.text(of: tree.resolve(node) ?? node)), at: key, minimum: low.map(Self.plain),
        maximum: high.map(Self.plain)))
  }

  mutating func checkCount(_ count: Int, _ node: NodeID, _ id: SchemaNode.ID, _ key: String?) {
    guard id != Self.anythingNode, let limit = schema.nodes[id].maximumCount, count > limit else { return }
    faults.report(
      "structure/too-many", at: foundRange(node), in: tree.file,
      StructureWording.tooMany(count, limit: limit, at: key))
  }

  mutating func checkPresence(_ node: NodeID, _ id: SchemaNode.ID, _ key: String?, _ seen: UInt64) {
    let properties = schema.nodes[id].properties
    for (index, property) in properties.enumerated() where property.isRequired && index < 64 {
      guard seen & (1 << UInt64(index)) == 0 else { continue }
      faults.report(
        "structure/missing-key", at: foundRange(node), in: tree.file,
        StructureWording.missingKey(property.name, in: place(node, id, key), description: property.description))
    }
    let alternatives = schema.nodes[id].alternatives
    guard !alternatives.isEmpty,
      !alternatives.contains(where: { $0.allSatisfy { $0 < 64 && seen & (1 << UInt64($0)) != 0 } })
    else { return }
    faults.report(
      "structure/missing-key", at: foundRange(node), in: tree.file,
      StructureWording.missingAlternative(
        alternatives.map { $0.map { properties[$0].name } }, in: place(node, id, key)))
  }

  mutating func unknownKey(
    _ node: NodeID, _ text: UnsafeBufferPointer<UInt8>, _ id: SchemaNode.ID, _ key: String?
  ) {
    let names = schema.nodes[id].properties.map(\.name)
    let written = shown(text)
    let parent = tree.parent(of: node) ?? node
    let suggestion = faults.maySuggest() ? Suggestion.nearest(to: written, among: names) : nil
    faults.report(
      "structure/unknown-key", at: tree.range(of: node), in: tree.file,
      StructureWording.unknownKey(
        written, in: place(parent, id, key), suggestion: suggestion, known: names.count > 12 ? [] : names),
      fixes: suggestion.map { mend.renaming(node, written, to: $0) } ?? [])
  }

  mutating func checkKey(
    _ node: NodeID, _ text: UnsafeBufferPointer<UInt8>, _ symbol: UInt16, _ id: SchemaNode.ID, _ key: String?
  ) {
    guard id != Self.anythingNode else { return }
    if schema.nodes[id].keysAreFinancialYears {
      guard FinancialYear(text) == nil else { return }
      faults.report(
        "structure/bad-year", at: tree.range(of: node), in: tree.file,
        StructureWording.financialYearKey(shown(text), likely: Self.likelyYear(text)),
        fixes: Self.likelyYear(text).map { mend.writing($0, for: node, safety: text.count > 5 ? .safe : .needsReview) } ?? [])
    } else if let pattern = schema.nodes[id].keyPattern, !pattern.matches(text, scratch: scratch) {
      faults.report(
        "structure/bad-form", at: tree.range(of: node), in: tree.file,
        StructureWording.keyPattern(shown(text), in: key ?? "this"))
    }
    if let reference = schema.nodes[id].keyReference {
      references.append(TypedTree.Reference(node: node, to: reference, symbol: symbol, key: nil))
    }
  }

  // MARK: Words

  /// The choice that was meant: one that differs by spacing, case or a letter, or the only one that begins so, as `partner` for
  /// `partner_authority`.
  private static func likelyChoice(_ text: String, among choices: [String]) -> String? {
    let written = String(decoding: text.utf8.map { $0 == 32 || $0 == 45 ? 95 : (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    if choices.contains(written) { return written }
    if let near = Suggestion.nearest(to: text, among: choices) ?? Suggestion.nearest(to: written, among: choices) { return near }
    let longer = choices.filter { $0.utf8.starts(with: (written + "_").utf8) }
    return longer.count == 1 ? longer.first : nil
  }

  private var mend: StructureFix { StructureFix(tree) }

  /// A cell without the spaces round it.
  private func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
    let head = bytes.drop(while: isSpace)
    guard let last = head.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(decoding: head[...last], as: UTF8.self)
  }

  /// The words that YAML 1.1 took for true and false.
  private static func likelyBoolean(_ text: String) -> String? {
    switch text.lowercased() {
    case "yes", "y", "on": "true"
    case "no", "n", "off": "false"
    default: nil
    }
  }

  /// Text from the file, short enough for a sentence.
  func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let limit = 80
    guard bytes.count > limit else { return String(decoding: bytes, as: UTF8.self) }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }

  private func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 32 || (9...13).contains($0) }
  }

  /// The node's own range, or the key's where nothing is written.
  func emptyRange(_ node: NodeID) -> ByteRange {
    let range = tree.range(of: node)
    guard range.isEmpty, let key = keyNode(of: node) else { return range }
    return tree.range(of: key)
  }

  /// The key that a node is the value of: children are numbered in order, so it is found by halving.
  private func keyNode(of node: NodeID) -> NodeID? {
    guard let parent = tree.parent(of: node), tree.kind(of: parent) == .mapping else { return nil }
    let entries = tree.entries(of: parent)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].value < node { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].value == node ? entries[low].key : nil
  }

  /// A scalar's own range; for a collection, something short at its head.
  func foundRange(_ node: NodeID) -> ByteRange {
    let target = tree.kind(of: node)
    guard target == .mapping || target == .sequence else { return emptyRange(node) }
    if let key = keyNode(of: node) { return tree.range(of: key) }
    guard let first = tree.children(of: node).first else { return tree.range(of: node) }
    return foundRange(first)
  }

  /// How a person speaks of a mapping: by its id or name, else by the key it stands under.
  private func place(_ node: NodeID, _ id: SchemaNode.ID, _ key: String?) -> String {
    let noun = key.map(Self.singular) ?? "the document"
    for entry in tree.entries(of: node).prefix(16) {
      let name = keyText(of: entry.key)
      guard ["id", "body", "name"].contains(name), let value = tree.resolve(entry.value),
        tree.kind(of: value) == .scalar, key != nil
      else { continue }
      return "\(noun) '\(shown(tree.text(of: value)))'"
    }
    return noun
  }

  private func keyText(of key: NodeID) -> String { String(decoding: tree.text(of: tree.resolve(key) ?? key), as: UTF8.self) }

  private static let singulars = [
    "targets": "target", "partners": "partner", "consultation": "consultation entry", "priorities": "priority",
    "relates_to": "person", "evidence": "evidence entry", "omitted_priorities": "omitted priority",
    "designations": "designation", "exceptions": "exception", "levels": "level", "members": "member",
    "examples": "example", "rows": "row", "provisions": "provision", "indicators": "indicator", "values": "value",
  ]

  private static func singular(_ key: String) -> String { singulars[key] ?? key }

  static func noun(_ shape: SchemaNode.Shape) -> String {
    switch shape {
    case .text: "text"
    case .day: "a day"
    case .number: "a number"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .list: "a list"
    case .record, .map: "a set of keys and values"
    case .anything: "a value"
    }
  }

  private func found(_ node: NodeID) -> String {
    switch tree.kind(of: node) {
    case .scalar: "the text '\(shown(tree.text(of: node)))'"
    case .null, .alias: "empty"
    case .sequence: "a list"
    case .mapping: "a set of keys and values"
    }
  }

  private static func plain(_ value: Double) -> String {
    Int64(exactly: value).map { String($0) } ?? String(value)
  }

  /// Small letters and hyphens made of what was written.
  private static func likelyIdentifier(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var result: [UInt8] = []
    for byte in bytes.prefix(60) {
      switch byte {
      case 97...122, 48...57, UInt8(ascii: "."), UInt8(ascii: "_"): result.append(byte)
      case 65...90: result.append(byte | 0x20)
      case 32, UInt8(ascii: "-"), UInt8(ascii: "/"): if result.last != UInt8(ascii: "-"), !result.isEmpty { result.append(UInt8(ascii: "-")) }
      default: continue
      }
    }
    while result.last == UInt8(ascii: "-") { result.removeLast() }
    return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
  }

  /// `2008-09`, `2008/2009`, `08/09` as `2008/09`.
  static func likelyYear(_ written: UnsafeBufferPointer<UInt8>) -> String? {
    // Office programs turn the hyphen of "2008-09" into a dash.
    let scalars = String(decoding: written.prefix(40), as: UTF8.self).unicodeScalars.map { (0x2010...0x2015).contains($0.value) ? "-" : $0 }
    let bytes = scalars.flatMap { Array(String($0).utf8) }
    if let period = PeriodText(bytes), let year = FinancialYear(of: period.from), year.from == period.from,
      year.through == period.through
    {
      return year.text
    }
    let digits = bytes.filter { (48...57).contains($0) }
    guard bytes.count == 5, digits.count == 4 else { return nil }
    let year = 2000 + Int(digits[0] - 48) * 10 + Int(digits[1] - 48)
    return FinancialYear(Array("\(year)/".utf8) + digits[2...])?.text
  }
}
