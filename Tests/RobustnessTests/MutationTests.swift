import ConcordatRules
import Foundation
import Testing

/// Files damaged in a few of the ways in which `Fuzz/mutate` damages them in all, through a whole check.
struct MutationTests {
  private static let package: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let shared = package.deletingLastPathComponent().appending(path: "shared")
  private static let probe = CheckProbe(England.pack)

  private static func files(_ folder: URL) -> [(name: String, bytes: [UInt8])] {
    let names = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
    return names.compactMap { name in (try? Data(contentsOf: folder.appending(path: name))).map { (name, Array($0)) } }
  }

  /// Tries a mutation of one file in so many; which, depends on the number of the file alone.
  private func expectNoFault(_ files: [(name: String, bytes: [UInt8])], every number: Int) async -> Int {
    var tried = 0
    for (place, file) in files.enumerated() where !file.bytes.isEmpty && place % number == 0 {
      let mutation = Mutation(place * 7_919 % (file.bytes.count * Mutation.perByte))
      let fault = await Self.probe.fault(in: mutation.applied(to: file.bytes))
      #expect(fault == nil, "\(file.name), \(mutation)")
      tried += 1
    }
    return tried
  }

  @Test func `damaged agreements end in a report that is valid in every form`() async {
    let files = Self.files(Self.package.appending(path: "examples")).filter { $0.name.hasSuffix(".yaml") }
    #expect(files.count > 30)
    #expect(await expectNoFault(files, every: 1) > 30)
  }

  @Test func `damaged files of the corpus end in a report that is valid in every form`() async {
    let corpus = Self.shared.appending(path: "reliability/corpus")
    guard FileManager.default.fileExists(atPath: corpus.path) else { return print("skipped: there is no corpus at \(corpus.path)") }
    #expect(await expectNoFault(Self.files(corpus), every: 4) > 140)
  }

  @Test func `damaged cases of the conformance data end in a report that is valid in every form`() async throws {
    struct Suite: Decodable {
      struct Case: Decodable { var id: String, yaml: String }
      var cases: [Case]
    }
    let path = Self.shared.appending(path: "conformance/yaml/yaml-test-suite.json")
    guard let data = try? Data(contentsOf: path) else { return print("skipped: there is no conformance data at \(path.path)") }
    let cases = try JSONDecoder().decode(Suite.self, from: data).cases
    #expect(await expectNoFault(cases.map { ($0.id, Array($0.yaml.utf8)) }, every: 3) > 80)
  }
}

/// The pack that travels inside the binary, loaded once.
enum England {
  static let pack = PackLoader.load([.england], extent: .conditions)
}
