import Foundation
import Testing

/// Everything that the fuzzer found once, and a few seeds: see `Fuzz/run`.
struct FuzzFindTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Finds")

  static func finds(_ target: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: target).path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func bytes(_ target: String, _ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: target).appending(path: name)))
  }

  @Test(arguments: finds("cel"))
  func `an expression that was at fault is not any more`(name: String) throws {
    #expect(ExpressionProbe().fault(in: try Self.bytes("cel", name)) == nil)
  }

  @Test(arguments: finds("regex"))
  func `a regular expression that was at fault is not any more`(name: String) throws {
    #expect(RegexProbe().fault(in: try Self.bytes("regex", name)) == nil)
  }
}
