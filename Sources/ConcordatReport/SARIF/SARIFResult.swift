import ConcordatDiagnostics
import SourceText

/// The hashes of lines, made once a file.
struct FileHashes {
  private var known: [ObjectIdentifier: LineHashes] = [:]

  /// The hash of the line on which a place begins.
  mutating func hash(of place: Diagnostic.Place) -> String {
    let key = ObjectIdentifier(place.file)
    let hashes = known[key] ?? LineHashes(place.file)
    known[key] = hashes
    return hashes[place.file.position(of: place.range.lowerBound).line]
  }
}

/// What SARIF calls a result: a finding, open or accepted, or a rule that could not be decided.
struct SARIFResult {
  let diagnostic: Diagnostic
  let grade: Grade
  let suppression: Suppression?

  /// By path, place and rule; the undecided of a file after its findings.
  static func all(of report: LintReport, kinds: SARIFReport.Kinds) -> [SARIFResult] {
    var results: [SARIFResult] = []
    func add(_ diagnostic: Diagnostic, _ suppression: Suppression?) {
      guard !diagnostic.isOfInput, kinds == .all || diagnostic.severity != .review else { return }
      results.append(SARIFResult(diagnostic: diagnostic, grade: Grade(diagnostic.severity), suppression: suppression))
    }
    for diagnostic in report.diagnostics { add(diagnostic, nil) }
    for suppressed in report.suppressed { add(suppressed.diagnostic, suppressed.suppression) }
    if kinds == .all {
      let places = UndecidedPlaces(report)
      for undecided in report.undecided {
        let diagnostic = Diagnostic(
          rule: undecided.rule, severity: .review, message: PlainText.folded(undecided.reason),
          place: places.place(of: undecided), document: undecided.document)
        results.append(SARIFResult(diagnostic: diagnostic, grade: .undecided, suppression: nil))
      }
    }
    return results.enumerated().sorted { a, b in
      let (left, right) = (a.element.diagnostic, b.element.diagnostic)
      if !left.place.file.path.utf8.elementsEqual(right.place.file.path.utf8) {
        return left.place.file.path.utf8.lexicographicallyPrecedes(right.place.file.path.utf8)
      }
      let (isLeftOpen, isRightOpen) = (a.element.grade == .undecided, b.element.grade == .undecided)
      if isLeftOpen != isRightOpen { return isRightOpen }
      if left.place.range.lowerBound != right.place.range.lowerBound {
        return left.place.range.lowerBound < right.place.range.lowerBound
      }
      if !left.rule.utf8.elementsEqual(right.rule.utf8) { return left.rule.utf8.lexicographicallyPrecedes(right.rule.utf8) }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// What is kept where not all can be.
  var weight: Int {
    switch grade {
    case .error: suppression == nil ? 5 : 2
    case .warning: suppression == nil ? 4 : 1
    case .advice: suppression == nil ? 3 : 1
    case .review, .undecided: 0
    }
  }

  func write(rules: SARIFRules, hashes: inout FileHashes, to json: inout JSONWriter) {
    let hash = hashes.hash(of: diagnostic.place)
    json.object { json in
      json.member("ruleId", PlainText.line(diagnostic.rule))
      json.member("ruleIndex", rules.index(of: diagnostic.rule))
      json.member("kind", grade.names.sarifKind)
      json.member("level", grade.names.sarifLevel)
      json.key("message")
      json.object { $0.member("text", SARIFText.message(of: diagnostic)) }
      json.key("locations")
      json.array([diagnostic.place]) { json, place in
        json.object { json in
          json.key("physicalLocation")
          SARIFPlace.physical(place, to: &json)
          if !diagnostic.path.isEmpty {
            json.key("logicalLocations")
            json.array([diagnostic.path]) { json, path in
              json.object { $0.member("fullyQualifiedName", PlainText.line(path)) }
            }
          }
        }
      }
      if !diagnostic.related.isEmpty { writeRelated(to: &json) }
      json.key("partialFingerprints")
      json.object { json in
        json.member("primaryLocationLineHash", hash)
        if !diagnostic.fingerprint.isEmpty { json.member(Fingerprint.version, diagnostic.fingerprint) }
      }
      if !diagnostic.fixes.isEmpty {
        json.key("fixes")
        json.array(diagnostic.fixes) { json, fix in write(fix, to: &json) }
      }
      json.key("suppressions")
      json.array(suppression.map { [$0] } ?? []) { json, suppression in write(suppression, to: &json) }
      if diagnostic.document != nil || !diagnostic.notes.isEmpty { writeProperties(to: &json) }
    }
  }

  private func writeRelated(to json: inout JSONWriter) {
    json.key("relatedLocations")
    json.array(diagnostic.related.prefix(SARIFReport.relatedLimit).enumerated()) { json, entry in
      json.object { json in
        json.member("id", entry.offset + 1)
        json.key("physicalLocation")
        SARIFPlace.physical(entry.element.place, to: &json)
        json.key("message")
        json.object { $0.member("text", SARIFText.plain(PlainText.folded(entry.element.text))) }
      }
    }
  }

  private func writeProperties(to json: inout JSONWriter) {
    json.key("properties")
    json.object { json in
      if let document = diagnostic.document { json.member("document", PlainText.line(document)) }
      if !diagnostic.notes.isEmpty {
        json.key("notes")
        json.array(diagnostic.notes) { json, note in json.string(PlainText.folded(note)) }
      }
    }
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    var files = ByFile<Fix.Edit>()
    for edit in fix.edits { files.append(edit, to: edit.place.file.path) }
    json.object { json in
      json.key("description")
      json.object { $0.member("text", PlainText.ended(SARIFText.plain(PlainText.folded(fix.title)))) }
      json.key("artifactChanges")
      json.array(files.sorted) { json, file in
        json.object { json in
          json.key("artifactLocation")
          SARIFPlace.artifact(file.path, to: &json)
          json.key("replacements")
          json.array(file.entries) { json, edit in
            json.object { json in
              json.key("deletedRegion")
              SARIFPlace.region(edit.place, to: &json)
              guard !edit.replacement.isEmpty else { return }
              json.key("insertedContent")
              json.object { $0.member("text", edit.replacement) }
            }
          }
        }
      }
      json.key("properties")
      json.object { $0.member("safety", fix.safety.rawValue) }
    }
  }

  private func write(_ suppression: Suppression, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", suppression.kind == .comment ? "inSource" : "external")
      json.member("status", "accepted")
      json.member("justification", suppression.reason.map(PlainText.folded) ?? suppression.words)
      if let place = suppression.place {
        json.key("location")
        json.object { json in
          json.key("physicalLocation")
          SARIFPlace.physical(place, to: &json)
        }
      }
      guard suppression.acceptedBy != nil || suppression.until != nil else { return }
      json.key("properties")
      json.object { json in
        if let acceptedBy = suppression.acceptedBy { json.member("acceptedBy", PlainText.line(acceptedBy)) }
        if let until = suppression.until { json.member("until", until) }
      }
    }
  }
}
