import CEL
import Testing

/// The limits of an expression, at their values, below and above.
struct ExpressionLimitTests {
  @Test func `two hundred and fifty levels are read and one more is not`() throws {
    func issues(_ depth: Int) -> [String] {
      do throws(CompileFailure) {
        _ = try Environment().parse("a" + String(repeating: ".b", count: depth - 1))
        return []
      } catch {
        return error.issues.map { $0.message + "; " + ($0.suggestion ?? "") }
      }
    }
    #expect(issues(249) == [])
    #expect(issues(250) == [])
    #expect(issues(251) == ["the expression is nested more than 250 levels deep; split it into several, or bind parts of it to names"])
  }

  @Test func `an evaluation may cost its limit and no more`() throws {
    let program = try Environment().compile("lists.range(20).all(x, x >= 0)", expecting: .bool)
    let activation = Activation(slotCount: 0)
    #expect(activation.evaluate(program).isTrue)
    let cost = activation.cost
    for (limit, isEnough) in [(cost + 1, true), (cost, true), (cost - 1, false)] {
      activation.costLimit = limit
      let value = activation.evaluate(program)
      #expect(value.isTrue == isEnough, "\(limit)")
      #expect(activation.error(of: value)?.kind == (isEnough ? nil : .costLimit), "\(limit)")
    }
  }
}
