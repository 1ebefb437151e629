/// What is said to an author whose expression is read but does not fit together: every sentence of the checker.
///
/// Sentences start in lower case and have no full stop.
enum CheckWording {
  typealias Text = SyntaxWording.Text

  // MARK: Names

  static func undeclared(_ name: String, suggestion: String?) -> Text {
    Text("'\(name)' is not declared", suggestion.map { "did you mean '\($0)'?" })
  }

  static func unknownFunction(_ name: String, nearest: String?) -> Text {
    Text("there is no function '\(name)'", nearest.map { "did you mean '\($0)'?" })
  }

  static func undeclaredStructure(_ name: String) -> Text { Text("there is no record type '\(name)'") }
  static func notAStructure(_ name: String) -> Text { Text("'\(name)' is not a record type") }
  static func unknownStructure(_ name: String) -> Text { Text("the record type '\(name)' is not described anywhere") }

  static func unknownField(_ field: String, of structure: StructureDeclaration, nearest: String?) -> Text {
    let names = structure.fields.map(\.name)
    let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
    return Text(
      "\(structure.name) has no field '\(field)'",
      nearest.map { "did you mean '\($0)'?" } ?? (names.isEmpty ? nil : "its fields are \(shown)"))
  }

  static func noFields(_ type: String, field: String) -> Text {
    type.hasPrefix("list(")
      ? Text("a list has no fields", "write .map(x, x.\(field)) for all of its elements, or [0].\(field) for the first")
      : Text("a value of type \(type) has no fields")
  }

  // MARK: Types

  static let tooComplex = Text("the type of this is too large to be checked", "bind fewer values into each other")

  static func operandNotBool(_ name: String, found: String) -> Text {
    Text("'\(name)' joins conditions, and this is \(found)", comparison(for: found))
  }
  static func conditionNotBool(found: String) -> Text {
    Text("a condition must be bool, and this is \(found)", comparison(for: found))
  }

  /// How a value becomes a condition.
  private static func comparison(for type: String) -> String? {
    switch type {
    case "int", "uint", "double": "compare it with something, like > 0"
    case "string": "compare it with something, like != ''"
    default: type.hasPrefix("list(") || type.hasPrefix("map(") ? "ask for its size() > 0" : nil
    }
  }

  static func branchesDiffer(_ yes: String, _ no: String) -> Text {
    Text("the two sides of ':' must have one type, and these are \(yes) and \(no)")
  }
  static func stepDiffers(_ wanted: String, found: String) -> Text {
    Text("each step must give \(wanted), and this gives \(found)")
  }
  static func notARange(_ macro: String, found: String) -> Text {
    Text("\(macro) goes through a list or a map, and this is \(found)")
  }
  static func notOptional(_ type: String) -> Text {
    Text("'?' adds an optional value, and this is \(type)", "leave out the '?', or write optional.of(…)")
  }
  static func mixedElements(_ first: String, _ other: String) -> Text {
    Text("the elements must have one type, and this is \(other) after \(first)")
  }
  static func wrongFieldValue(_ field: String, wants: String, found: String) -> Text {
    Text("field '\(field)' is \(wants), and this is \(found)")
  }

  static func unguarded(_ field: String, of structure: String, chain: String) -> Text {
    Text(
      "\(structure) may lack '\(field)', and reading it then is an error",
      "guard it with has(\(chain)) &&, or read it with '.?'")
  }

  // MARK: Macros

  static let macroNames = [
    "has", "all", "exists", "exists_one", "existsOne", "map", "filter", "transformList", "transformMap",
    "transformMapEntry", "optMap", "optFlatMap", "sortBy",
  ]

  /// How a macro is written, for someone who wrote it otherwise.
  static func macroUsage(_ name: String) -> String? {
    switch name {
    case "has": "has(a.b)"
    case "all", "exists", "exists_one", "existsOne": "list.\(name)(x, condition)"
    case "filter": "list.filter(x, condition)"
    case "map": "list.map(x, value)"
    case "transformList": "list.transformList(index, x, value)"
    case "transformMap": "map.transformMap(key, x, value)"
    case "transformMapEntry": "map.transformMapEntry(key, x, {newKey: value})"
    case "optMap", "optFlatMap": "optional.\(name)(x, value)"
    case "sortBy": "list.sortBy(x, key)"
    default: nil
    }
  }

  static func macroMisused(_ name: String, usage: String) -> Text {
    Text("\(name)() is not written like this", "write \(usage)")
  }

  // MARK: Calls

  /// A call that no overload takes.
  struct Call {
    var name: String
    var types: [CELType]
    var shownTypes: [String]
    /// The arguments as written, the receiver first.
    var texts: [String]
    var isMember: Bool
    var overloads: [FunctionDeclaration.Overload]
  }

  static func noOverload(_ call: Call) -> Text {
    switch (call.name, call.types.count) {
    case (Operator.add, 2), (Operator.subtract, 2), (Operator.multiply, 2), (Operator.divide, 2), (Operator.modulo, 2):
      return arithmetic(call)
    case (Operator.equal, 2), (Operator.notEqual, 2): return equality(call)
    case (Operator.less, 2), (Operator.lessOrEqual, 2), (Operator.greater, 2), (Operator.greaterOrEqual, 2):
      return Text("'\(displayed(call.name))' cannot order \(pair(call))", conversion(call))
    case (Operator.in, 2): return membership(call)
    case (Operator.index, 2), (Operator.optionalIndex, 2): return index(call)
    case (Operator.not, 1): return operandNotBool("!", found: call.shownTypes[0])
    case (Operator.negate, 1):
      return Text(
        "'-' cannot negate \(call.shownTypes[0])", call.types[0] == .uint ? "write -int(\(call.texts[0]))" : nil)
    case (Operator.mapInsert, _):
      return Text("transformMapEntry() needs a map here, like {key: value}, and this is \(call.shownTypes.last ?? "")")
    case ("@sortByAssociatedKeys", _):
      return Text("sortBy() cannot order keys of type \(element(of: call.types.last))")
    default: return function(call)
    }
  }

  private static func arithmetic(_ call: Call) -> Text {
    let name = displayed(call.name)
    if call.name == Operator.modulo, call.types.contains(.double) {
      return Text("'%' is for whole numbers only, and these are \(pair(call))")
    }
    return Text("'\(name)' cannot combine \(pair(call))", conversion(call))
  }

  private static func equality(_ call: Call) -> Text {
    if let place = call.types.firstIndex(of: .null) {
      let other = 1 - place
      return Text(
        "\(call.shownTypes[other]) is never null",
        isChain(call.texts[other]) ? "to ask whether it is there, write has(\(call.texts[other]))" : nil)
    }
    return Text("'\(displayed(call.name))' compares values of one type, and these are \(pair(call))", conversion(call))
  }

  private static func membership(_ call: Call) -> Text {
    switch call.types[1] {
    case .list, .map:
      Text("'in' cannot find \(call.shownTypes[0]) in \(call.shownTypes[1])")
    case .string:
      Text("'in' looks into a list or a map, and this is string", "write \(call.texts[1]).contains(\(call.texts[0]))")
    default:
      Text("'in' looks into a list or a map, and this is \(call.shownTypes[1])")
    }
  }

  private static func index(_ call: Call) -> Text {
    switch call.types[0] {
    case .list:
      Text(
        "a list is indexed by int, not by \(call.shownTypes[1])",
        call.types[1] == .double || call.types[1] == .uint ? "write int(\(call.texts[1]))" : nil)
    case .map(let key, _): Text("the keys of this map are \(key), and this is \(call.shownTypes[1])")
    case .string: Text("a string has no index", "write \(call.texts[0]).charAt(\(call.texts[1]))")
    case .structure(let name):
      Text("\(name) is a record: its fields are named after a dot")
    default: Text("a value of type \(call.shownTypes[0]) has no index")
    }
  }

  private static func function(_ call: Call) -> Text {
    let name = displayed(call.name)
    let style = call.overloads.filter { $0.isMember == call.isMember }
    if style.isEmpty {
      let usage = call.overloads.first.map { signature(name, $0) }
      return Text(
        call.isMember ? "'\(name)' is not a method" : "'\(name)' is a method", usage.map { "write \($0)" })
    }
    let usages = style.prefix(3).map { signature(name, $0) }.joined(separator: " or ") + (style.count > 3 ? " …" : "")
    if !style.contains(where: { $0.parameters.count == call.types.count }) {
      let given = call.types.count - (call.isMember ? 1 : 0)
      return Text(
        given == 0
          ? "'\(name)' needs arguments" : "'\(name)' does not take \(given) argument\(given == 1 ? "" : "s")",
        "it is written \(usages)")
    }
    return Text(
      "'\(name)' does not take (\(call.shownTypes.joined(separator: ", ")))",
      numberFix(call, style) ?? "it is written \(usages)")
  }

  private static func signature(_ name: String, _ overload: FunctionDeclaration.Overload) -> String {
    let parameters = overload.parameters.map(\.description)
    guard overload.isMember, let receiver = parameters.first else {
      return "\(name)(\(parameters.joined(separator: ", ")))"
    }
    return "\(receiver).\(name)(\(parameters.dropFirst().joined(separator: ", ")))"
  }

  // MARK: Conversions

  private static func pair(_ call: Call) -> String { "\(call.shownTypes[0]) and \(call.shownTypes[1])" }

  /// What to write so that two operands have one type.
  private static func conversion(_ call: Call) -> String? {
    switch (call.types[0], call.types[1]) {
    case (.double, .int), (.double, .uint): "write \(asDouble(call.texts[1]))"
    case (.int, .double), (.uint, .double): "write \(asDouble(call.texts[0]))"
    case (.int, .uint): "write int(\(call.texts[1]))"
    case (.uint, .int): "write int(\(call.texts[0]))"
    case (.string, .int), (.string, .uint), (.string, .double), (.string, .bool):
      call.name == Operator.add ? "write string(\(call.texts[1]))" : nil
    case (.int, .string), (.uint, .string), (.double, .string), (.bool, .string):
      call.name == Operator.add ? "write string(\(call.texts[0]))" : nil
    case (.timestamp, .string): "write \(named("timestamp", orDurationFor: call))(\(call.texts[1]))"
    case (.string, .timestamp): "write timestamp(\(call.texts[0]))"
    case (.duration, .string): "write duration(\(call.texts[1]))"
    case (.string, .duration): "write duration(\(call.texts[0]))"
    default: nil
    }
  }

  private static func named(_ name: String, orDurationFor call: Call) -> String {
    call.name == Operator.add || call.name == Operator.subtract ? "duration" : name
  }

  private static func asDouble(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
    return isPlain ? text + ".0" : "double(\(text))"
  }

  /// What to write when one whole number stands where a double is wanted.
  private static func numberFix(_ call: Call, _ overloads: [FunctionDeclaration.Overload]) -> String? {
    for overload in overloads where overload.parameters.count == call.types.count {
      let wrong = call.types.indices.filter { call.types[$0] != overload.parameters[$0] }
      guard wrong.count == 1, let place = wrong.first else { continue }
      switch (call.types[place], overload.parameters[place]) {
      case (.int, .double), (.uint, .double): return "write \(asDouble(call.texts[place]))"
      case (.uint, .int), (.double, .int): return "write int(\(call.texts[place]))"
      default: continue
      }
    }
    return nil
  }

  private static func isChain(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ".")) && text.utf8.allSatisfy { $0.isWordByte || $0 == UInt8(ascii: ".") }
  }

  private static func element(of type: CELType?) -> String {
    if case .list(let element)? = type { return element.description }
    return type?.description ?? ""
  }

  /// A function as authors write it.
  static func displayed(_ name: String) -> String {
    switch name {
    case "math.@max": "math.greatest"
    case "math.@min": "math.least"
    case Operator.in: "in"
    case Operator.conditional: "?:"
    case Operator.index, Operator.optionalIndex: "[]"
    default:
      name.utf8.contains(UInt8(ascii: "_")) && !(name.utf8.first?.isLetter ?? true)
        ? name.filter { $0 != "_" } : name
    }
  }
}
