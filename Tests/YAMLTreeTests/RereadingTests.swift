import Foundation
import SourceText
import Testing

@testable import YAMLTree

/// The place of every node, cut out of its file and read by itself, is that node.
@Suite struct RereadingTests {
  private func expectSame(_ tree: YAMLTree, _ name: String, stride: Int = 1, offset: Int = 0) -> Int {
    let rereading = Rereading(tree, stride: stride, offset: offset)
    #expect(rereading.faults == [], "\(name)")
    return rereading.count
  }

  @Test(.enabled(if: SharedData.isPresent, "needs ../shared/conformance/yaml"))
  func `every node of the conformance data reads again as itself`() {
    var count = 0
    for one in SuiteCase.all {
      for text in [one.yaml, "\u{FEFF}" + one.yaml, one.yaml.replacing("\n", with: "\r\n")] { count += expectSame(tree(text), one.id) }
    }
    #expect(count > 3_500)
  }

  /// `Fuzz/mutate` reads all of them.
  @Test(.enabled(if: SharedData.isPresent, "needs ../shared/reliability/corpus"))
  func `nodes of the corpus read again as themselves`() throws {
    var count = 0
    for one in CorpusTests.outcomes {
      let bytes = try SharedData.bytes(CorpusTests.corpus + one.path)
      count += expectSame(YAMLTree(parsing: SourceFile(path: one.path, text: bytes)), one.path, stride: bytes.count < 1_000 ? 1 : 29)
    }
    #expect(count > 2_000)
  }

  @Test func `nodes of the examples and of the rules read again as themselves`() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var count = 0
    for (folder, every, stride) in [("examples", 1, 13), ("rules", 9, 11)] {
      let base = package.appending(path: folder)
      let paths = (FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".yaml") }
      for (number, path) in paths.sorted().enumerated() where number % every == 0 {
        let file = SourceFile(path: path, text: Array(try Data(contentsOf: base.appending(path: path))))
        guard file.bytes.count < 60_000 else { continue }
        count += expectSame(YAMLTree(parsing: file), path, stride: stride, offset: number)
      }
    }
    #expect(count > 800)
  }

  @Test func `generated documents are read as they were meant, in every encoding and with every line end`() throws {
    var count = 0
    for seed in 0..<250 {
      let document = GeneratedDocument(seed: seed)
      let text = document.yaml.replacing("\n", with: ["\n", "\r\n", "\r"][seed % 3])
      let tree = tree((seed % 2 == 0 ? "" : "\u{FEFF}") + text)
      #expect(!tree.hasErrors, "\(listed(tree)) in \(text)")
      #expect(tree.documents.map { value(tree, $0.root) } == [document.value], "\(text)")
      #expect(brokenPromises(of: tree) == [], "\(text)")
      #expect(OracleComparison(tree).differences == [], "\(text)")
      count += expectSame(tree, "\(text)", stride: 3, offset: seed)
      expectWide(text, document.value, isLittleEndian: seed % 4 < 2)
    }
    print("generated documents: 250, of which \(count) places were read again")
  }

  /// UTF-16: the same values, and the same places by way of the offsets of the file.
  private func expectWide(_ text: String, _ value: GeneratedDocument.Value, isLittleEndian: Bool) {
    let original = ([0xFEFF] + text.utf16).flatMap { unit -> [UInt8] in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isLittleEndian ? bytes : bytes.reversed()
    }
    let tree = YAMLTree(parsing: SourceFile(path: "wide.yaml", text: original))
    #expect(tree.documents.map { self.value(tree, $0.root) } == [value])
    for index in stride(from: 0, to: tree.nodeCount, by: 5) {
      let range = tree.range(of: NodeID(UInt32(index)))
      let bytes = original[tree.file.originalOffset(of: range.lowerBound)..<tree.file.originalOffset(of: range.upperBound)]
      let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { place -> UInt16 in
        let low = UInt16(bytes[isLittleEndian ? place : place + 1])
        let high = UInt16(bytes[isLittleEndian ? place + 1 : place])
        return low | high << 8
      }
      #expect(String(decoding: units, as: UTF16.self).unicodeScalars.elementsEqual(tree.file.string(range).unicodeScalars))
    }
  }

  /// A line end that editors do not show, raw in a text, is a fault, and stands for a character that ends no line.
  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func `hidden line ends leave the places of everything as they are`(_ separator: String) {
    for form in ["a: x\(separator)y # é\nb: [1, \"z\(separator)\"]\nc: |\n  é\(separator)k: v\n  w\n", "- a\(separator)- b\n- '\(separator)'\n"] {
      let tree = tree(form)
      #expect(Set(tree.faults.map(\.kind)) == [.hiddenLineBreak])
      #expect(OracleComparison(tree).differences == [])
      #expect(expectSame(tree, form) > 2)
    }
  }

  private func value(_ tree: YAMLTree, _ id: NodeID) -> GeneratedDocument.Value {
    switch tree.kind(of: id) {
    case .sequence: .list(tree.children(of: id).map { value(tree, $0) })
    case .mapping: .group(tree.entries(of: id).map { tree.string(of: $0.key) }, tree.entries(of: id).map { value(tree, $0.value) })
    case .scalar, .null, .alias: .text(tree.string(of: id))
    }
  }

  // MARK: Finds

  private static let finds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Finds/yaml")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: finds.path)) ?? []).sorted()

  /// See `Fuzz/run`.
  @Test(arguments: names)
  func `a file that was at fault is not any more`(name: String) throws {
    #expect(YAMLProbe().fault(in: Array(try Data(contentsOf: Self.finds.appending(path: name)))) == nil)
  }
}
