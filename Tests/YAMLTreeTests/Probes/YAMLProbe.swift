import SourceText

@testable import YAMLTree

/// Reads any bytes as YAML and says what is wrong with the tree.
///
/// Run by the fuzzer on what it makes up, by `Fuzz/mutate` on damaged files, and by the tests.
struct YAMLProbe {
  /// The most nodes of a document that are cut out and read again one by one.
  var rereadingLimit = 40

  /// What is wrong, or nothing.
  func fault(in bytes: [UInt8]) -> String? {
    let tree = YAMLTree(parsing: SourceFile(path: "probe.yaml", text: bytes))
    if let broken = brokenPromises(of: tree).first { return broken }
    let comparison = OracleComparison(tree)
    if let difference = comparison.differences.first { return difference }
    guard rereadingLimit > 0 else { return nil }
    return Rereading(tree, stride: tree.nodeCount / rereadingLimit + 1, offset: bytes.count).faults.first
  }
}
