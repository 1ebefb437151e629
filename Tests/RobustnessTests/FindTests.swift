import Foundation
import Testing

/// Everything that the fuzzer found once, and a few seeds: see `Fuzz/run`.
struct FindTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Finds")

  static func finds(_ target: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: target).path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func bytes(_ target: String, _ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: target).appending(path: name)))
  }

  @Test(arguments: finds("check"))
  func `a file that was at fault in a check is not any more`(name: String) async throws {
    let bytes = try Self.bytes("check", name)
    #expect(await CheckProbe(England.pack).fault(in: bytes) == nil)
  }

  @Test(arguments: finds("kinds"))
  func `a document that was at fault is not any more`(name: String) throws {
    #expect(KindProbe(England.pack).fault(in: try Self.bytes("kinds", name)) == nil)
  }

  @Test(arguments: finds("pack"))
  func `a pack that was at fault is not any more`(name: String) async throws {
    let bytes = try Self.bytes("pack", name)
    #expect(await PackProbe().fault(in: bytes) == nil)
  }
}
