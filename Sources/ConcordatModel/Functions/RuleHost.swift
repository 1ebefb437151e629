package import CEL

/// What domain functions look into while a rule is evaluated: one a worker.
package final class RuleHost {
  package let registers: Registers
  package let repository: Repository
  /// The day that the document at hand is judged by.
  package var day: Day?
  /// The documents that rules asked for by id or by authority, where somebody wants to know.
  package var consulted: [ObjectIdentifier: Document]?

  package init(registers: Registers, repository: Repository) {
    self.registers = registers
    self.repository = repository
  }
}

extension Evaluation {
  /// The host of this evaluation.
  ///
  /// A cast of a final class by identity of its type: `as?` was a tenth of the time of the rules.
  var ruleHost: RuleHost? {
    guard let host, type(of: host) == RuleHost.self else { return nil }
    return unsafeDowncast(host, to: RuleHost.self)
  }

  func failure(_ reason: HostFailure, _ message: String) -> Value {
    failure(code: Int(reason.rawValue), message: message)
  }

  func text(_ value: Value) -> String { value.stringValue ?? "" }
}

/// The functions that rules have beside the language: days, registers, other documents, figures and text.
package enum DomainFunctions {
  /// - Parameter kinds: Each gives the functions that reach its documents.
  package static func all(kinds: [Kind]) -> [FunctionDeclaration] {
    days + registers + figures + texts + versions + kinds.flatMap(documents)
  }

  typealias Body = FunctionDeclaration.Body

  /// - Parameters:
  ///   - maximumCount: The most elements that an estimate reckons the result to have.
  ///   - estimate: What a call may cost, for functions that charge by the size of an argument.
  static func function(
    _ name: String, _ parameters: [CELType], _ result: CELType, isMember: Bool = false, cost: UInt64 = 1,
    maximumCount: Int? = nil, estimate: FunctionDeclaration.Estimate? = nil, _ body: @escaping Body
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name: name,
      overloads: [
        .init(
          id: (isMember ? "member_" : "") + name + "_domain", isMember: isMember, parameters: parameters, result: result,
          cost: cost, maximumCount: maximumCount, body: body, estimate: estimate)
      ])
  }

  /// The cost of a function that charges one unit for each element of its first argument.
  static func byElement(cost: UInt64 = 1) -> FunctionDeclaration.Estimate {
    { arguments in CallEstimate(cost: (arguments.first?.count ?? .unknown) + cost) }
  }
}
