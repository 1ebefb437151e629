import SourceText

@testable import YAMLTree

/// Cuts nodes out of a file by their ranges and reads each cutting by itself: it must give the same node again.
///
/// A cutting is put back into the surroundings that its meaning depends on, and no more: its column, the indentation around a
/// block, brackets around what only brackets allow, the declarations of tags, the blank lines that end a block.
struct Rereading {
  private let tree: YAMLTree
  private let bytes: [UInt8]
  private(set) var faults: [String] = []
  /// How many cuttings were read.
  private(set) var count = 0
  private let limits: YAMLLimits

  /// - Parameter stride: Reads every node in so many; 1 for all.
  init(_ tree: YAMLTree, stride: Int = 1, offset: Int = 0) {
    self.tree = tree
    // As libyaml saw it: a control character may have stood for a space among the indentation.
    bytes = LibYAMLOracle.readable(Array(tree.file.bytes))
    var limits = YAMLLimits.standard
    limits.depth += 4
    self.limits = limits
    for document in tree.documents where document.isComplete {
      let header = directives(of: document)
      let nodes = preorder(document.root)
      var index = offset % max(1, stride)
      while index < nodes.count, faults.count < 5 {
        reread(nodes[index], header: header)
        index += stride
      }
    }
  }

  /// A node and what it holds, in the order of the file, aliases not followed.
  private func preorder(_ root: NodeID, in tree: YAMLTree? = nil) -> [NodeID] {
    let tree = tree ?? self.tree
    var result: [NodeID] = []
    var waiting = [root]
    while let id = waiting.popLast() {
      result.append(id)
      waiting.append(contentsOf: tree.children(of: id).reversed())
    }
    return result
  }

  /// The lines of a document that begin with `%`, and its `---`.
  private func directives(of document: YAMLDocument) -> [UInt8] {
    var header: [UInt8] = []
    var line = Int(document.range.lowerBound)
    while line < bytes.count, !bytes[line...].starts(with: Array("---".utf8)) {
      guard document.startsExplicitly, [0x25, 0x23, 0x20, 0x09, 0x0A, 0x0D].contains(bytes[line]) else { break }
      var end = line
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      if bytes[line] == 0x25 { header += bytes[line..<end] + [0x0A] }
      line = end + 1
    }
    return header + Array("---".utf8)
  }

  private mutating func reread(_ id: NodeID, header: [UInt8]) {
    let range = tree.range(of: id)
    let full = tree.fullRange(of: id)
    if full != range { reread(id, full, header: header, isWhole: true) }
    if tree.kind(of: id) != .null { reread(id, range, header: header, isWhole: full == range) }
  }

  /// - Parameter isWhole: Whether anchor and tag are in the cutting.
  private mutating func reread(_ id: NodeID, _ range: ByteRange, header: [UInt8], isWhole: Bool) {
    count += 1
    let surroundings = surroundings(of: id, range)
    for (before, after, path) in surroundings {
      let again = YAMLTree(parsing: SourceFile(path: "cutting", text: header + before + cutting(id, range) + after), limits: limits)
      guard var node = again.documents.first?.root else { continue }
      var isThere = true
      for index in path {
        guard index < again.children(of: node).count else {
          isThere = false
          break
        }
        node = again.children(of: node)[index]
      }
      if isThere, isSame(id, again, node, isWhole: isWhole) { return }
    }
    let shown = String(decoding: cutting(id, range), as: UTF8.self).debugDescription
    faults.append("node \(id.index), \(tree.kind(of: id)) \(tree.style(of: id)) at \(range.indices): \(shown) reads otherwise")
  }

  /// What may stand before and after a cutting, and the way to it from the root; one must do.
  private func surroundings(of id: NodeID, _ range: ByteRange) -> [([UInt8], [UInt8], [Int])] {
    func put(_ before: String, _ after: String, _ path: [Int]) -> ([UInt8], [UInt8], [Int]) { (Array(before.utf8), Array(after.utf8), path) }
    switch (tree.kind(of: id), tree.style(of: id)) {
    case (.alias, _): return [put(" [&\(tree.string(of: id)) x, ", " ]", [1])]
    case (.scalar, .literal), (.scalar, .folded):
      guard let indentation = indentation(around: id) else { return [put(" ", "", [])] }
      return [put("\n" + String(repeating: " ", count: indentation) + "- ", "", [0])]
    case (.sequence, .block), (.mapping, .block):
      return [put("\n" + String(repeating: " ", count: column(range.lowerBound)), "", [])]
    // A pair in brackets has none of its own.
    case (.mapping, .flow)
    where bytes[Int(tree.range(of: id).lowerBound)] != 0x7B
      || tree.children(of: id).first.map(tree.fullRange)?.lowerBound == tree.range(of: id).lowerBound:
      // libyaml refuses `[? ]` and accepts `[? ] ]`.
      return [put(" [", " ]", [0]), put(" [", " ] ]", [0])]
    case (.sequence, _), (.mapping, _): return [put(" ", "", [])]
    // What a plain scalar may hold depends on where it stands: alone, in brackets, as a name.
    case (.scalar, _), (.null, _): return [put(" ", "", []), put(" [", " ]", [0]), put("\n", ": v", [0]), put(" {", " : v}", [0])]
    }
  }

  /// The bytes of a range, with the blank lines behind it where they belong to a block.
  private func cutting(_ id: NodeID, _ range: ByteRange) -> ArraySlice<UInt8> {
    let isBlock = [.literal, .folded, .block].contains(tree.style(of: id))
    var end = Int(range.upperBound)
    guard isBlock else { return bytes[range.indices] }
    var index = end
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) {
      index += 1
      if bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D { end = index }
    }
    return bytes[Int(range.lowerBound)..<(index == bytes.count ? index : end)]
  }

  /// The column of the block that a node is in, from 0.
  private func indentation(around id: NodeID) -> Int? {
    var parent = tree.parent(of: id)
    while let collection = parent, tree.style(of: collection) != .block { parent = tree.parent(of: collection) }
    return parent.map { column(tree.range(of: $0).lowerBound) }
  }

  private func column(_ offset: UInt32) -> Int {
    var start = Int(offset)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, Int(offset)) }
    return bytes[start..<Int(offset)].count { $0 & 0xC0 != 0x80 }
  }

  private func isSame(_ id: NodeID, _ other: YAMLTree, _ root: NodeID, isWhole: Bool) -> Bool {
    let (ours, theirs) = (preorder(id), preorder(root, in: other))
    guard ours.count == theirs.count else { return false }
    for (index, (a, b)) in zip(ours, theirs).enumerated() {
      guard tree.kind(of: a) == other.kind(of: b), tree.style(of: a) == other.style(of: b),
        tree.text(of: a).elementsEqual(other.text(of: b)), tree.children(of: a).count == other.children(of: b).count
      else { return false }
      guard index > 0 || isWhole else { continue }
      guard tree.tag(of: a)?.name == other.tag(of: b)?.name,
        tree.anchor(of: a).map({ Array(tree.file.slice($0)) }) == other.anchor(of: b).map({ Array(other.file.slice($0)) })
      else { return false }
      // Not an alias, whose anchor may lie outside; text by its bytes.
      if tree.kind(of: a) == .scalar, tree.value(of: a).map(String.init(describing:)) != other.value(of: b).map(String.init(describing:)) { return false }
    }
    return true
  }
}
