import ConcordatDiagnostics

/// How a report cites: what is cited is called the law only where it is law and its text was read.
struct CitationWords {
  /// "law", "guidance" or "source".
  let label: StaticString
  /// "Local Government and Public Involvement in Health Act 2007, s.105(3)(b), in force 2007-12-30 to 2015-05-25"
  let text: String

  init(_ citation: Citation) {
    switch citation.reading {
    case .verified:
      label = citation.kind == .law ? "law" : "guidance"
      switch (citation.from, citation.through) {
      case (let from?, let through?): text = "\(citation.citation), in force \(from) to \(through)"
      case (let from?, nil): text = "\(citation.citation), in force from \(from)"
      case (nil, let through?): text = "\(citation.citation), in force to \(through)"
      case (nil, nil): text = citation.citation
      }
    case .summary: (label, text) = ("source", citation.citation + " (read only in a summary)")
    case .seed: (label, text) = ("source", citation.citation + " (a background document says so; not settled law)")
    case .inferred: (label, text) = ("source", citation.citation + " (an inference; not settled law)")
    }
  }

  /// "Law: … ."
  var sentence: String { PlainText.ended(PlainText.capitalised("\(label)") + ": " + PlainText.line(text)) }
}

extension Citation {
  /// The address, where it is one that may be made a link: of the web, over TLS, and in characters that no format obeys.
  var link: String? {
    guard let address, address.utf8.starts(with: "https://".utf8) else { return nil }
    let isPlain = address.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"),
        UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "+"):
        true
      default: false
      }
    }
    return isPlain ? address : nil
  }
}

extension Suppression {
  /// "accepted by Cambridgeshire Together until 2009-04-01: the consent is being sought"
  var words: String {
    var words = kind == .baseline ? "in the baseline" : "accepted"
    if let acceptedBy { words += " by \(PlainText.line(acceptedBy))" }
    if let until { words += " until \(PlainText.line(until))" }
    if let reason { words += ": \(PlainText.folded(reason))" }
    return words
  }
}
