import SourceText

@testable import YAMLTree

/// What holds for the tree of every file, in words where it does not.
func brokenPromises(of tree: YAMLTree, rereading: Bool = false) -> [String] {
  var broken: [String] = []
  let end = tree.file.endOffset
  func cuts(_ range: ByteRange) -> Bool {
    [range.lowerBound, range.upperBound].contains { $0 < end && tree.file.bytes[Int($0)] & 0xC0 == 0x80 }
  }
  for fault in tree.faults {
    if cuts(fault.range) || fault.related.contains(where: { cuts($0.range) }) { broken.append("\(fault.kind) cuts a character in two") }
    if fault.range.upperBound > end { broken.append("\(fault.kind) is outside the file") }
    for related in fault.related where related.range.upperBound > end { broken.append("\(fault.kind) points outside the file") }
    if fault.message.hasSuffix(".") || fault.message.isEmpty { broken.append("message: \(fault.message)") }
    if fault.message.unicodeScalars.contains(where: VisibleText.isHidden) { broken.append("hidden character in: \(fault.message)") }
  }
  if tree.faults.map(\.range.lowerBound) != tree.faults.map(\.range.lowerBound).sorted() { broken.append("faults are not in order") }
  // Where characters were hidden from libyaml, its text is not that of the file.
  let hidesCharacters = tree.faults.contains { $0.kind == .controlCharacter || $0.kind == .hiddenLineBreak }
  var previousStart: UInt32 = 0
  for index in 0..<tree.nodeCount {
    let id = NodeID(UInt32(index))
    let range = tree.range(of: id)
    let full = tree.fullRange(of: id)
    if full.upperBound > end || range.upperBound < range.lowerBound { broken.append("node \(index) is outside the file") }
    if cuts(full) || cuts(range) { broken.append("node \(index) cuts a character in two") }
    if !full.contains(range) { broken.append("node \(index) is larger than itself with its tag") }
    if range.lowerBound < previousStart { broken.append("node \(index) begins before its predecessor") }
    previousStart = range.lowerBound
    var reached = range.lowerBound
    for child in tree.children(of: id) {
      if tree.parent(of: child) != id { broken.append("child \(child.index) has another parent") }
      if !range.contains(tree.fullRange(of: child)) { broken.append("child \(child.index) is outside its parent \(index)") }
      if tree.fullRange(of: child).lowerBound < reached { broken.append("child \(child.index) overlaps the one before") }
      reached = tree.range(of: child).upperBound
    }
    if let target = tree.target(of: id), target >= id { broken.append("alias \(index) points forward") }
    if tree.kind(of: id) == .scalar, !hidesCharacters { broken += brokenText(tree, id, rereading: rereading) }
  }
  for comment in tree.comments() where comment.upperBound > end || tree.file.bytes[Int(comment.lowerBound)] != 0x23 {
    broken.append("comment \(comment)")
  }
  return broken
}

/// A scalar's text is what its pieces say, and what reading its range alone gives.
private func brokenText(_ tree: YAMLTree, _ id: NodeID, rereading: Bool) -> [String] {
  var broken: [String] = []
  let text = tree.text(of: id)
  let pieces = tree.pieces(of: id)
  if pieces.count != text.count {
    broken.append("scalar \(id.index) \(tree.style(of: id)): \(pieces.count) bytes in pieces, \(text.count) in text “\(tree.string(of: id).debugDescription)”")
  } else {
    var offset = 0
    for piece in pieces.pieces {
      if piece.isCopy, !tree.file.bytes[piece.source].elementsEqual(text[offset..<offset + piece.count]) {
        broken.append("scalar \(id.index): a piece is no copy")
      }
      offset += piece.count
    }
  }
  switch tree.style(of: id) {
  case .plain, .singleQuoted, .doubleQuoted:
    guard rereading else { break }
    let slice = Array(tree.file.slice(tree.range(of: id)))
    // What a plain scalar may hold depends on where it stands: in brackets, as a key, alone.
    let again = YAMLTree(parsing: SourceFile(path: "again", text: Array("--- [".utf8) + slice + Array("]".utf8)))
    let alone = YAMLTree(parsing: SourceFile(path: "again", text: Array("--- ".utf8) + slice))
    let key = YAMLTree(parsing: SourceFile(path: "again", text: slice + Array(": v".utf8)))
    let found = [again.root?[0], alone.root, key.root?.children.first].compactMap { $0 }.contains { $0.kind == .scalar && $0.tree.text(of: $0.id).elementsEqual(text) }
    if !found { broken.append("scalar \(id.index): reading its range gives another value") }
  default: break
  }
  return broken
}
