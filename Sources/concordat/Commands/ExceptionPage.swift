import ConcordatEngine
import ConcordatModel
import ConcordatReport
import SourceText

/// The list of exceptions, for people and for programs.
struct ExceptionPage {
  let entries: [ExceptionEntry]
  let today: Day

  func text(_ appearance: Appearance, isNarrowed: Bool) -> [UInt8] {
    var page = Page(appearance)
    for entry in entries {
      page.heading("\(entry.rule): \(Self.time(entry, on: today))")
      page.entry("where", place(of: entry), indent: 2, column: 16)
      page.entry("covers", covers(entry), indent: 2, column: 16)
      page.entry("reason", entry.reason, indent: 2, column: 16)
      page.entry("accepted by", entry.acceptedBy ?? "nobody is named", indent: 2, column: 16)
      page.blank()
    }
    let expired = entries.count { $0.isExpired(on: today) }
    let count = entries.isEmpty ? "no exceptions" : counted(entries.count, "exception", "exceptions")
    page.paragraph(
      count + (isNarrowed && entries.isEmpty ? " that have lapsed or are about to" : "")
        + (expired > 0 ? ", \(expired) of which \(expired == 1 ? "has" : "have") lapsed" : ""))
    return page.bytes
  }

  var json: [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.object { json in
      json.member("version", 1)
      json.member("today", today.iso)
      json.key("exceptions")
      json.array(entries) { json, entry in
        json.object { json in
          json.member("rule", entry.rule)
          json.member("kind", entry.kind.rawValue)
          json.member("file", entry.place.file.path)
          json.member("line", entry.place.file.position(of: entry.place.range.lowerBound).line)
          json.member("document", entry.document)
          json.member("where", Self.part(entry))
          json.member("reason", entry.reason)
          json.member("accepted_by", entry.acceptedBy)
          json.member("until", entry.until?.iso)
          json.key("days_left")
          if let until = entry.until { json.integer(Int(until.number) - Int(today.number)) } else { json.null() }
        }
      }
    }
    writer.finish()
    return writer.bytes
  }

  private func place(of entry: ExceptionEntry) -> String {
    "\(entry.place.file.path):\(entry.place.file.position(of: entry.place.range.lowerBound).line)"
  }

  private static func part(_ entry: ExceptionEntry) -> String? {
    guard case .document(_, let part) = entry.scope else { return nil }
    return part
  }

  private func covers(_ entry: ExceptionEntry) -> String {
    let document = entry.document ?? "the document"
    return switch entry.scope {
    case .line(let line): "line \(line)" + (entry.document.map { " of \($0)" } ?? "")
    case .document(_, let part?): "\(part) in \(document)"
    case .document(_, nil): "the whole of \(document)"
    }
  }

  /// "until 31 March 2009, 12 days left".
  private static func time(_ entry: ExceptionEntry, on today: Day) -> String {
    guard let until = entry.until else { return "no last day" }
    let days = Int(until.number) - Int(today.number)
    switch days {
    case ..<0: return "ended on \(until.inWords), \(counted(-days, "day", "days")) ago"
    case 0: return "until \(until.inWords), which is today"
    default: return "until \(until.inWords), \(counted(days, "day", "days")) left"
    }
  }
}
