import SourceText
import YAMLTree

/// A specimen with its places: `⟦` and `⟧` are taken out, and what stood between them is a range.
///
/// Ranges are in the order of their opening marks; marks may be nested.
func marked(_ specimen: String, path: String = "specimen.yaml") -> (file: SourceFile, marks: [ByteRange]) {
  var text: [UInt8] = []
  var starts: [(index: Int, offset: UInt32)] = []
  var marks: [ByteRange] = []
  for scalar in specimen.unicodeScalars {
    switch scalar {
    case "⟦":
      starts.append((marks.count, UInt32(text.count)))
      marks.append(ByteRange(0, 0))
    case "⟧":
      if let start = starts.popLast() { marks[start.index] = ByteRange(start.offset, UInt32(text.count)) }
    default: text.append(contentsOf: Array(String(scalar).utf8))
    }
  }
  return (SourceFile(path: path, text: text), marks)
}

/// The tree of a text.
func tree(_ text: String, limits: YAMLLimits = .standard) -> YAMLTree {
  YAMLTree(parsing: SourceFile(path: "specimen.yaml", text: Array(text.utf8)), limits: limits)
}

/// Faults in the form `kind offset..<offset "text there"`, one a line.
func listed(_ tree: YAMLTree) -> [String] {
  tree.faults.map { fault in
    "\(fault.severity) \(fault.kind.rawValue) \(fault.range.lowerBound)..<\(fault.range.upperBound) “\(tree.file.string(fault.range))”"
  }
}
