import CEL

extension DomainFunctions {
  /// What an estimate reckons with: the largest county had 14 districts, and the register some 20 bodies for an area and
  /// as many for all areas.
  private static let districtsOfCounty = 30
  private static let bodiesOfArea = 200

  static let registers: [FunctionDeclaration] = [
    function("is_authority", [.string], .bool) { evaluation, arguments in
      .bool(evaluation.ruleHost?.registers.authorities.row(of: arguments[0]) != nil)
    },
    function("authority", [.string], .structure("authority")) { evaluation, arguments in
      row(evaluation, arguments[0]) { $0.authorities }
    },
    function("is_partner_body", [.string], .bool) { evaluation, arguments in
      .bool(evaluation.ruleHost?.registers.partnerBodies.row(of: arguments[0]) != nil)
    },
    function("partner_body", [.string], .structure("partner_body")) { evaluation, arguments in
      row(evaluation, arguments[0]) { $0.partnerBodies }
    },
    function("is_body", [.string], .bool) { evaluation, arguments in
      .bool(evaluation.ruleHost?.registers.body(arguments[0]) != nil)
    },
    function("body_kind", [.string], .string) { evaluation, arguments in
      guard let (register, row) = evaluation.ruleHost?.registers.body(arguments[0]) else {
        return unknown(evaluation, arguments[0])
      }
      return (register.rows[row]["kind"] ?? register.rows[row]["tier"])?.value ?? unknown(evaluation, arguments[0])
    },
    function("exists_on", [.string, .timestamp], .bool) { evaluation, arguments in
      guard let (register, row) = evaluation.ruleHost?.registers.body(arguments[0]), let day = Day(arguments[1]) else {
        return unknown(evaluation, arguments[0])
      }
      return .bool(register.inForce[row].covers(day))
    },
    function("name_of", [.string], .string) { evaluation, arguments in
      evaluation.ruleHost?.registers.name(of: arguments[0]) ?? arguments[0]
    },
    function("districts_of", [.string, .timestamp], .list(.structure("authority")), cost: 10, maximumCount: districtsOfCounty) {
      evaluation, arguments in
      guard let host = evaluation.ruleHost, let day = Day(arguments[1]) else { return unknown(evaluation, arguments[0]) }
      // Of a council without districts there are none; of a text that names no body, nothing can be said.
      guard host.registers.body(arguments[0]) != nil else { return unknown(evaluation, arguments[0]) }
      return evaluation.list(host.registers.districts(of: arguments[0].symbol, on: day).map(\.value))
    },
    function("predecessors_of", [.string], .list(.structure("authority")), cost: 10, maximumCount: districtsOfCounty) {
      evaluation, arguments in
      guard let host = evaluation.ruleHost, host.registers.body(arguments[0]) != nil else { return unknown(evaluation, arguments[0]) }
      return evaluation.list(host.registers.predecessors(of: arguments[0].symbol).map(\.value))
    },
    function("bodies_covering", [.string, .timestamp], .list(.structure("partner_body")), cost: 50, maximumCount: bodiesOfArea) {
      evaluation, arguments in
      guard let host = evaluation.ruleHost, let day = Day(arguments[1]),
        host.registers.authorities.row(of: arguments[0]) != nil
      else { return unknown(evaluation, arguments[0]) }
      return evaluation.list(host.registers.bodies(covering: arguments[0].symbol, on: day).map(\.value))
    },
    function("listed_kind", [.string, .timestamp], .bool, cost: 5) { evaluation, arguments in
      guard let host = evaluation.ruleHost, let kind = arguments[0].stringBytes, let day = Day(arguments[1]) else {
        return .false
      }
      return .bool(host.registers.lists(kind: kind, on: day))
    },
    function("is_indicator", [.string], .bool) { evaluation, arguments in
      .bool(indicator(evaluation, arguments[0]) != nil)
    },
    function("indicator", [.string], .structure("indicator")) { evaluation, arguments in
      indicator(evaluation, arguments[0])?.value
        ?? evaluation.failure(.unknownEntry, "'\(evaluation.text(arguments[0]))' is not in the national set")
    },
    function("is_national", [.string], .bool) { _, arguments in
      .bool(arguments[0].stringBytes.flatMap { IndicatorCode($0) }?.isNational ?? false)
    },
  ]

  private static func row(
    _ evaluation: Evaluation, _ id: Value, _ register: (Registers) -> Register
  ) -> Value {
    guard let registers = evaluation.ruleHost?.registers, let row = register(registers).row(of: id) else {
      return unknown(evaluation, id)
    }
    return register(registers).rows[row].value
  }

  private static func unknown(_ evaluation: Evaluation, _ id: Value) -> Value {
    evaluation.failure(.unknownEntry, "'\(evaluation.text(id))' is on no register that the rule reads")
  }

  /// The row of an indicator of the national set; numbers that were dropped are not in it.
  private static func indicator(_ evaluation: Evaluation, _ text: Value) -> Record? {
    guard let registers = evaluation.ruleHost?.registers, let bytes = text.stringBytes, let code = IndicatorCode(bytes),
      code.isNational
    else { return nil }
    guard let row = registers.indicators.row(number: code.number) else { return nil }
    let record = registers.indicators.rows[row]
    return record["dropped"]?.flag == true ? nil : record
  }
}
