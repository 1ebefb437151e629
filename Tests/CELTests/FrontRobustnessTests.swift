import Foundation
import Synchronization
import Testing

@testable import CEL

/// No text makes the front end trap, hang, or point outside the text.
@Suite struct FrontRobustnessTests {
  private static let seeds = [
    "has(agreement.review) && agreement.partners.all(p, p.name.startsWith('a') || p.?share.orValue(0.5) >= 1e3)",
    "cel.bind(x, {'a': [1, 2u, -3.5], ?'b': optional.none()}, x['a'][?0].optMap(v, v + 1)) // end",
    "Partner{name: r'\\d' + b'\\xff' + '''é\n''', `votes`: 0xFF} == agreement.partners[0] ? !true : .text in names",
    "names.transformMapEntry(i, n, i % 2 == 0, {n: math.greatest(i, 1, 2)}).sortBy(k, k).size() < 9223372036854775807",
    "“a” ≤ \u{FEFF} ; # ` $ @ ~ ^ \\ ?? .? [? {? 1.e 1.5.5 0x 12ab as",
  ]

  private static let replacements: [UInt8] = Array("()[]{}.,?:'\"`\\-!&|=<>+*/%_@#a1xue \n\r\0".utf8) + [0xC3, 0xA9, 0xFF]

  private func check(_ bytes: [UInt8], in environment: Environment) {
    do throws(CompileFailure) {
      let tree = try environment.parse(bytes)
      #expect(tree.ranges.allSatisfy { Int($0.upperBound) <= bytes.count })
      #expect(tree.nameRanges.allSatisfy { Int($0.upperBound) <= bytes.count })
      #expect(environment.resolve(tree).references.count == tree.nodes.count)
      #expect(try environment.check(tree).types.count == tree.nodes.count)
    } catch {
      #expect(!error.issues.isEmpty)
      #expect(
        error.issues.allSatisfy { Int($0.range.upperBound) <= bytes.count && !$0.message.isEmpty },
        "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: seeds)
  func `every part of an expression, and every expression with one byte changed, is answered`(seed: String) {
    let environment = AgreementTypes.environment
    let bytes = Array(seed.utf8)
    for length in bytes.indices {
      check(Array(bytes[..<length]), in: environment)
      check(Array(bytes[length...]), in: environment)
    }
    for place in bytes.indices {
      var shorter = bytes
      shorter.remove(at: place)
      check(shorter, in: environment)
      for replacement in Self.replacements {
        var changed = bytes
        changed[place] = replacement
        check(changed, in: environment)
      }
    }
  }

  @Test func `tokens in random order are answered`() {
    let environment = AgreementTypes.environment
    let words = [
      "a", "agreement", ".", ".?", "(", ")", "[", "]", "{", "}", ",", ":", "?", "&&", "||", "==", "in", "-", "!", "+",
      "1", "2.5", "'x'", "has", "all", "map", "cel", "bind", "not", "true", "`f`", "optMap", "x", "%", "u", "b''",
    ]
    // A fixed sequence, so that a failure can be repeated.
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<5_000 {
      let text = (0..<(1 + next(25))).map { _ in words[next(words.count)] }.joined(separator: next(3) == 0 ? "" : " ")
      check(Array(text.utf8), in: environment)
    }
  }

  @Test func `types of nested bindings are checked within bounds`() {
    // Each level adds a variable whose type holds all earlier ones.
    let levels = 40
    let text =
      (0..<levels).map { "cel.bind(v\($0), [\((0..<$0).map { "v\($0)" }.joined(separator: ", "))], " }.joined()
      + "v0" + String(repeating: ")", count: levels)
    check(Array(text.utf8), in: Environment())
    let chain = "[" + (0..<2_000).map { "[" + String(repeating: "[", count: $0 % 100) + String(repeating: "]", count: $0 % 100) + "]" }.joined(separator: ",") + "]"
    check(Array(chain.utf8), in: Environment())
  }

  private static let deepest: [String] = [
    String(repeating: "(", count: 249) + "1" + String(repeating: ")", count: 249),
    String(repeating: "[", count: 249) + "1" + String(repeating: "]", count: 249),
    String(repeating: "dyn(", count: 249) + "1" + String(repeating: ")", count: 249),
    "anything" + String(repeating: ".b", count: 248),
    "1" + String(repeating: "+1", count: 248),
    String(repeating: "{1: ", count: 249) + "1" + String(repeating: "}", count: 249),
    String(repeating: "true ? 1 : ", count: 248) + "2",
    String(repeating: "[1].all(x, ", count: 124) + "true" + String(repeating: ")", count: 124),
    String(repeating: "cel.bind(x, 1, ", count: 248) + "x" + String(repeating: ")", count: 248),
    String(repeating: "!(!(", count: 120) + "true" + String(repeating: "))", count: 120),
  ]

  /// Half a mebibyte is what threads other than the first have on some systems. Without optimisation, frames are ten
  /// times as large.
  @Test(arguments: deepest.indices)
  func `the deepest expressions fit on a small stack`(index: Int) throws {
    let text = Self.deepest[index]
    let outcome = Mutex("nothing came back")
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      do throws(CompileFailure) {
        let checked = try AgreementTypes.environment.compile(text)
        _ = AgreementTypes.environment.resolve(checked.tree)
        outcome.withLock { $0 = "\(checked.tree.depth > 0)" }
      } catch {
        outcome.withLock { $0 = error.issues[0].message }
      }
      done.signal()
    }
    #if DEBUG
      thread.stackSize = 6 * 1024 * 1024
    #else
      thread.stackSize = 512 * 1024
    #endif
    thread.start()
    done.wait()
    #expect(outcome.withLock { $0 } == "true")
  }
}
