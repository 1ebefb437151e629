import Testing

@testable import CEL

@Suite(.enabled(if: Conformance.isPresent, Conformance.skipReason))
struct ConformanceTableTests {
  @Test(arguments: Conformance.specificationFiles.map { "cel/\($0)" } + ["differential/differential"])
  func `every usable case of the tables can be read`(file: String) throws {
    for test in try Conformance.cases(file) where !test.needsMessages {
      _ = try test.expectedValue()
      _ = try test.expectedType()
      #expect(!test.expression.isEmpty, "\(test.id)")
    }
  }
}
