public import ConcordatDiagnostics
import SourceText

/// SARIF 2.1.0, as code scanning on GitHub takes it: one run on one line.
///
/// Columns count UTF-16 units from 1, and ends are exclusive. All rules that were looked for are in it, in the order of the catalogue, so that two runs differ
/// only in what they found. What was accepted is in it with its suppression. What only a person can judge and what could not be decided is left
/// out unless asked for, because readers that know no `kind` would take it for a fault. A path that could not be read is a notification
/// of the tool, and the run then did not succeed.
public struct SARIFReport: Reporter {
  /// Which kinds of result there are.
  public enum Kinds: Sendable {
    /// Rules that were broken.
    case failures
    /// Also `review` and `open`, for readers that know them.
    case all
  }

  /// The most results of a run: code scanning refuses a larger file whole.
  static let resultLimit = 25_000
  /// The most related places of a result that code scanning shows, and those that the message names.
  static let relatedLimit = 100
  static let linkLimit = 5
  /// The most UTF-16 units of a description, and of a name.
  static let descriptionLimit = 1024
  static let nameLimit = 255

  public var kinds: Kinds
  private let resultLimit: Int

  public init(kinds: Kinds = .failures) { self.init(kinds: kinds, resultLimit: Self.resultLimit) }

  /// - Parameter resultLimit: For tests, which could not read twenty-five thousand results.
  init(kinds: Kinds, resultLimit: Int) {
    self.kinds = kinds
    self.resultLimit = resultLimit
  }

  /// Appends the log and a line feed.
  public func render(_ report: LintReport, into output: inout [UInt8]) {
    let all = SARIFResult.all(of: report, kinds: kinds)
    let shown = gravest(all)
    let rules = SARIFRules(report, mentioned: shown.map(\.diagnostic.rule))
    var json = JSONWriter(layout: .compact, appendingTo: output)
    output = []
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.key("runs")
      json.array([report]) { json, report in
        json.object { json in
          json.key("tool")
          tool(report, rules, to: &json)
          json.key("automationDetails")
          json.object { $0.member("id", "concordat/check/") }
          json.member("columnKind", "utf16CodeUnits")
          json.key("originalUriBaseIds")
          root(to: &json)
          json.key("invocations")
          invocation(report, leftOut: all.count - shown.count, to: &json)
          json.key("results")
          var hashes = FileHashes()
          json.array(shown) { json, result in result.write(rules: rules, hashes: &hashes, to: &json) }
          json.key("properties")
          properties(report, to: &json)
        }
      }
    }
    json.finish()
    output = json.bytes
  }

  /// Results up to the limit, the gravest, in their order.
  private func gravest(_ results: [SARIFResult]) -> [SARIFResult] {
    guard results.count > resultLimit else { return results }
    let ordered = results.indices.sorted { a, b in
      let (left, right) = (results[a].weight, results[b].weight)
      return left == right ? a < b : left > right
    }
    return ordered.prefix(resultLimit).sorted().map { results[$0] }
  }

  private func tool(_ report: LintReport, _ rules: SARIFRules, to json: inout JSONWriter) {
    json.object { json in
      json.key("driver")
      json.object { json in
        json.member("name", "Concordat")
        json.member("semanticVersion", report.tool.version)
        // The tool has no page of its own yet; this is what it reads agreements by.
        json.member("informationUri", "https://www.legislation.gov.uk/ukpga/2007/28/part/5")
        json.key("rules")
        rules.write(to: &json)
      }
      guard !report.tool.packs.isEmpty else { return }
      json.key("extensions")
      json.array(report.tool.packs) { json, pack in
        json.object { json in
          json.member("name", pack.name)
          json.member("version", pack.version)
        }
      }
    }
  }

  private func root(to json: inout JSONWriter) {
    json.object { json in
      json.key("SRCROOT")
      json.object { json in
        json.key("description")
        json.object { $0.member("text", "The folder in which concordat was run, which for code scanning is the root of the repository.") }
      }
    }
  }

  private func invocation(_ report: LintReport, leftOut: Int, to json: inout JSONWriter) {
    let unread = report.diagnostics.filter(\.isOfInput)
    json.array([report]) { json, report in
      json.object { json in
        json.key("executionSuccessful")
        json.bool(unread.isEmpty)
        json.key("toolExecutionNotifications")
        json.array { json in
          for diagnostic in unread {
            notification(SARIFText.message(of: diagnostic), level: "error", path: diagnostic.place.file.path, to: &json)
          }
          if leftOut > 0 {
            notification(
              "\(leftOut) results were left out, the mildest: code scanning takes \(resultLimit) of a run. They are in the other formats.",
              level: "warning", path: nil, to: &json)
          }
        }
        json.key("toolConfigurationNotifications")
        json.array(report.changes) { json, change in
          notification(PlainText.ended(SARIFText.plain(PlainText.folded(change))), level: "note", path: nil, to: &json)
        }
      }
    }
  }

  private func notification(_ text: String, level: String, path: String?, to json: inout JSONWriter) {
    json.object { json in
      json.member("level", level)
      json.key("message")
      json.object { $0.member("text", text) }
      guard let path else { return }
      json.key("locations")
      json.array([path]) { json, path in
        json.object { json in
          json.key("physicalLocation")
          json.object { json in
            json.key("artifactLocation")
            SARIFPlace.artifact(path, to: &json)
          }
        }
      }
    }
  }

  private func properties(_ report: LintReport, to json: inout JSONWriter) {
    json.object { json in
      json.member("asOf", report.asOf)
      json.member("files", report.files)
      json.member("documents", report.documents)
      json.member("review", report.count(.review))
      json.member("undecided", report.undecided.count)
      json.member("accepted", report.suppressed.count)
    }
  }
}
