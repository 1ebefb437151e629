/// Every sentence about a fault of form, in one place.
///
/// A message starts in lower case or with a name, holds what was written and has no full stop; help is one next step.
enum StructureWording {
  struct Words: Sendable, Hashable {
    var message: String
    var help: String?
  }

  // MARK: Keys

  static func unknownKey(_ key: String, in place: String, suggestion: String?, known: [String]) -> Words {
    if let suggestion {
      return Words(
        message: "'\(key)' is not a key of \(place): did you mean '\(suggestion)'?",
        help: "Write \(suggestion) in its place")
    }
    return Words(
      message: "'\(key)' is not a key of \(place)",
      help: known.isEmpty ? "Take it out, or put it under note" : "The keys here are \(English.list(known)); other remarks can go under note")
  }

  static func missingKey(_ key: String, in place: String, description: String?) -> Words {
    Words(
      message: "\(place) has no '\(key)'",
      help: "Add \(key):" + (description.map { " \(lowercasedFirst($0))" } ?? ""))
  }

  static func missingAlternative(_ alternatives: [[String]], in place: String) -> Words {
    let words = alternatives.map { $0.joined(separator: " and ") }
    return Words(
      message: "\(place) has neither \(words.joined(separator: " nor "))",
      help: "Add " + words.joined(separator: ", or "))
  }

  static func keyPattern(_ key: String, in place: String) -> Words {
    Words(message: "'\(key)' cannot be a key of \(place)", help: "Use small letters, digits and _, or put it under note")
  }

  static func financialYearKey(_ key: String, likely: String?) -> Words {
    // What is left of `{2008/09: 1,200}`.
    if key.utf8.count == 3, key.utf8.allSatisfy({ (48...57).contains($0) }) {
      return Words(
        message: "'\(key)' is not a financial year, but perhaps the end of a figure with a comma",
        help: "Inside { } a comma begins the next entry: write 1200, not 1,200")
    }
    return Words(
      message: "'\(key)' is not a financial year",
      help: likely.map { "Write \($0)" } ?? "Write the year as 2008/09")
  }

  // MARK: Types

  static func wrongType(expected: String, found: String, at key: String?, help: String) -> Words {
    Words(
      message: (key.map { "\($0) should be \(expected), but is \(found)" }) ?? "\(expected) should stand here, but there is \(found)",
      help: help)
  }

  static func emptyValue(expected: String, at key: String?) -> Words {
    Words(
      message: key.map { "\($0) is empty" } ?? "nothing stands here",
      help: "Write \(expected), or take the key out")
  }

  static func badDay(_ text: String, likely: String?) -> Words {
    Words(
      message: "'\(text)' is not a day",
      help: likely.map { "Write \($0)" } ?? "Write the day as year-month-day, such as 2008-06-30")
  }

  static func noSuchDay(_ text: String) -> Words {
    Words(message: "'\(text)' is not a day of the calendar", help: "Check the day and the month; the form is year-month-day")
  }

  static func badChoice(_ text: String, at key: String?, suggestion: String?, choices: [String]) -> Words {
    let place = key.map { "\($0) cannot be '\(text)'" } ?? "'\(text)' cannot stand here"
    if let suggestion {
      return Words(message: place + ": did you mean '\(suggestion)'?", help: "Write one of \(English.list(choices, last: "or"))")
    }
    return Words(message: place, help: "Write one of \(English.list(choices, last: "or"))")
  }

  static func notANumber(_ text: String, at key: String?) -> Words {
    Words(message: "'\(text)' is not a number" + (key.map { " (\($0))" } ?? ""), help: "Write a number with digits and at most one point")
  }

  static func notAWholeNumber(_ text: String, at key: String?) -> Words {
    Words(message: "'\(text)' is not a whole number" + (key.map { " (\($0))" } ?? ""), help: "Write digits only")
  }

  static func notYesOrNo(_ text: String, at key: String?) -> Words {
    Words(message: "\(key ?? "this") should be true or false, but is '\(text)'", help: "Write true or false")
  }

  static func outOfRange(_ text: String, at key: String?, minimum: String?, maximum: String?) -> Words {
    let bounds =
      switch (minimum, maximum) {
      case (let low?, let high?): "between \(low) and \(high)"
      case (let low?, nil): "at least \(low)"
      case (nil, let high?): "at most \(high)"
      case (nil, nil): "another number"
      }
    return Words(message: "\(key ?? "the number") is \(text), but should be \(bounds)", help: "Write a number \(bounds == "another number" ? "that fits" : bounds), or take the key out")
  }

  static func tooMany(_ count: Int, limit: Int, at key: String?) -> Words {
    Words(
      message: "\(key ?? "the list") has \(count) entries, more than the \(limit) that the format allows",
      help: "Check whether entries were pasted twice")
  }

  static func blankText(at key: String?) -> Words {
    Words(message: "\(key ?? "this") is blank", help: "Write it, or take the key out")
  }

  static func badIdentifier(_ text: String, at key: String?, likely: String?) -> Words {
    Words(
      message: "'\(text)' cannot be \(key.map { "the \($0)" } ?? "an id")",
      help: "Use small letters, digits and hyphens" + (likely.map { ", such as \($0)" } ?? ""))
  }

  static func badPattern(_ text: String, at key: String?, help: String) -> Words {
    Words(message: "'\(text)' does not have the form that \(key ?? "this place") needs", help: help)
  }

  // MARK: Cells

  static func cellToCome(_ text: String, year: String?) -> Words {
    Words(
      message: "'\(text)' stands where a figure belongs" + (year.map { " for \($0)" } ?? ""),
      help:
        "If the figure is not known yet, leave it out and write placeholder: {reason: why, due: the day it will be set}")
  }

  static func cellNone(_ text: String, year: String?) -> Words {
    Words(
      message: (text.isEmpty ? "no figure is written" : "'\(text)' stands where a figure belongs") + (year.map { " for \($0)" } ?? ""),
      help: "Leave the figure out, and say why under placeholder or note")
  }

  static func cellDressed(_ text: String, plain: String, unit: Cell.Unit?) -> Words {
    let help =
      switch unit {
      case .percent: "Write \(plain), and unit: percent on the target"
      case .pounds: "Write \(plain), and unit: pounds on the target"
      case nil: text.utf8.contains(UInt8(ascii: ",")) ? "Write \(plain), without separators" : "Write \(plain), with a hyphen"
      }
    return Words(message: "'\(text)' was read as \(plain)", help: help)
  }

  static func cellWithPeriod(_ text: String, figure: String, period: String, inBaseline: Bool) -> Words {
    Words(
      message: "'\(text)' is a figure, then a period",
      help: inBaseline
        ? "Write value: \(figure) and period: \(period)"
        : "Write \(figure), and put '\(period)' under note; if it is for another year, move it to that year")
  }

  static func cellWithNote(_ text: String, figure: String, note: String) -> Words {
    Words(message: "'\(text)' is a figure, then a remark", help: "Write \(figure), and put '\(note)' under note")
  }

  static func cellNotOneFigure(_ text: String) -> Words {
    Words(message: "'\(text)' is not one figure", help: "Write the one figure that the target commits to; put the rest under note")
  }

  static func cellUnreadable(_ text: String) -> Words {
    Words(message: "'\(text)' cannot be read as a figure", help: "Write a number, and put the words under note")
  }

  // MARK: References

  static func unknownBody(_ text: String, suggestion: (id: String, name: String)?, canBeNamed: Bool) -> Words {
    if let suggestion {
      return Words(
        message: "'\(text)' is on no register: did you mean '\(suggestion.id)' (\(suggestion.name))?",
        help: "Write \(suggestion.id)")
    }
    return Words(
      message: "'\(text)' is on no register of authorities or partner bodies",
      help: canBeNamed
        ? "Name one body by its register id, or by the name under which it is listed as a partner"
        : "Write the register id of the body; a body on no register is given by name and sector")
  }

  static func unknownAuthority(_ text: String, suggestion: (id: String, name: String)?) -> Words {
    if let suggestion {
      return Words(
        message: "'\(text)' is not an authority of the register: did you mean '\(suggestion.id)' (\(suggestion.name))?",
        help: "Write \(suggestion.id)")
    }
    return Words(message: "'\(text)' is not an authority of the register", help: "Write the register id of a local authority")
  }

  static func bodyNotAuthority(_ text: String, name: String) -> Words {
    Words(message: "\(name) is not a local authority", help: "Write the register id of a local authority")
  }

  static func unknownIndicator(_ text: String, likely: String?) -> Words {
    Words(
      message: "'\(text)' is not the number of an indicator",
      help: likely.map { "Write \($0)" } ?? "Write NI and the number, such as NI 155, or a local code such as LI 7")
  }

  static func unknownGuidance(_ text: String, suggestion: String?, known: [String]) -> Words {
    Words(
      message: "'\(text)' is not in the register of guidance" + (suggestion.map { ": did you mean '\($0)'?" } ?? ""),
      help: suggestion.map { "Write \($0)" } ?? "Write one of \(English.list(known, last: "or"))")
  }

  static func unknownDocument(_ text: String, label: String, suggestion: String) -> Words {
    Words(message: "there is no \(label) '\(text)': did you mean '\(suggestion)'?", help: "Write \(suggestion)")
  }

  static func documentOfOtherKind(_ text: String, label: String, found: String) -> Words {
    Words(message: "'\(text)' is not a \(label) but a \(found)", help: "Write the id of a \(label)")
  }

  static func unknownPriority(_ item: String, document: String, suggestion: String?) -> Words {
    if let suggestion {
      return Words(
        message: "'\(document)' has no priority '\(item)': did you mean '\(suggestion)'?",
        help: "Write \(document)#\(suggestion)")
    }
    return Words(message: "'\(document)' has no priority '\(item)'", help: "Write the id of one of its priorities")
  }

  static func malformedPriority(_ text: String) -> Words {
    Words(message: "'\(text)' does not name a priority of a strategy", help: "Write the strategy's id, # and the priority's id")
  }

  static func unknownOwn(_ text: String, list: String, suggestion: String?) -> Words {
    Words(
      message: "'\(text)' is not one of the \(list) of this document" + (suggestion.map { ": did you mean '\($0)'?" } ?? ""),
      help: suggestion.map { "Write \($0)" } ?? "Write the id of one of its \(list)")
  }

  static func circle(_ names: [String]) -> Words {
    let quoted = names.prefix(8).map { "'\($0)'" }
    return Words(
      message: names.count == 1
        ? "\(quoted[0]) names itself as the version before it"
        : "the versions \(English.list(quoted)) go round in a circle: each is said to replace the next, and the last the first",
      help: "Take previous out of the earliest version")
  }

  static func duplicateDocument(_ id: String) -> Words {
    Words(message: "two documents have the id '\(id)'", help: "Give each document an id of its own: others refer to it by that")
  }

  // MARK: Documents

  static func notAMapping(found: String) -> Words {
    Words(message: "a document should be a list of keys and values, but is \(found)", help: "Begin with kind: and the kind of document")
  }

  static func noKind(known: [String]) -> Words {
    Words(message: "the document does not say what kind it is", help: "Begin with kind: and one of \(English.list(known, last: "or"))")
  }

  static func unknownKind(_ text: String, suggestion: String?, known: [String]) -> Words {
    Words(
      message: "'\(text)' is not a kind of document" + (suggestion.map { ": did you mean '\($0)'?" } ?? ""),
      help: "Write one of \(English.list(known, last: "or"))")
  }

  static func lowercasedFirst(_ text: String) -> String {
    let trimmed = text.utf8.last == UInt8(ascii: ".") ? String(text.dropLast()) : text
    guard let first = trimmed.unicodeScalars.first, trimmed.unicodeScalars.dropFirst().first.map({ $0.properties.isLowercase || $0 == " " }) ?? false
    else { return trimmed }
    return String(first).lowercased() + trimmed.unicodeScalars.dropFirst().reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}
