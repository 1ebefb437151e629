public import ConcordatDiagnostics

/// A way to say a report: a pure function from a ``LintReport`` to UTF-8 bytes.
///
/// The same report gives the same bytes: no clock, no absolute path, no hash order.
public protocol Reporter: Sendable {
  /// Appends the whole report to `output`.
  func render(_ report: LintReport, into output: inout [UInt8])
}

extension Reporter {
  /// The whole report.
  public func render(_ report: LintReport) -> [UInt8] {
    var output: [UInt8] = []
    render(report, into: &output)
    return output
  }
}
