import ConcordatDiagnostics
import SourceText
import Testing

@Suite struct FingerprintTests {
  /// From FIPS 180-4's examples, and RFC 6234.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
  ])
  func `a digest is that of the standard`(_ text: String, _ digest: String) {
    #expect(SHA256.hexDigest(of: Array(text.utf8)) == digest)
  }

  @Test func `moved lines leave a fingerprint alone, and two alike are told apart`() {
    let before = Marked("targets:\n  - ⟦a⟧\n  - ⟦a⟧\n")
    let after = Marked("# a comment\n\ntargets:\n  - ⟦a⟧\n  - ⟦a⟧\n")
    let first = prints(before)
    #expect(first == prints(after))
    #expect(first[0] != first[1])
  }

  @Test func `accepting one of two alike leaves the fingerprint of the other alone`() {
    let file = Marked("targets:\n  - ⟦a⟧\n  - ⟦a⟧\n")
    var lists = [[finding(file[1])], [finding(file[0])]]
    Fingerprint.assign(to: &lists)
    #expect(lists.map { $0[0].fingerprint } == prints(file).reversed())
  }

  private func finding(_ place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      rule: "quality/specimen", severity: .warning, message: "this is the fault", place: place, document: "laa",
      path: "targets/a")
  }

  private func prints(_ marked: Marked) -> [String] {
    var lists = [[finding(marked[0]), finding(marked[1])]]
    Fingerprint.assign(to: &lists)
    return lists[0].map(\.fingerprint)
  }
}
