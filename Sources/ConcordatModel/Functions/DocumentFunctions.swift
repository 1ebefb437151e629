import CEL

extension DomainFunctions {
  /// What an estimate reckons with: one for each authority that England had.
  private static let documentsOfKind = 350

  private static let estimateOfAll: FunctionDeclaration.Estimate = { _ in
    CallEstimate(cost: CostEstimate(upTo: UInt64(documentsOfKind)) + 10)
  }

  /// The functions that reach the documents of one kind, under the names that its schema gives.
  static func documents(of kind: Kind) -> [FunctionDeclaration] {
    guard let names = kind.functions else { return [] }
    let type = CELType.structure(kind.name)
    return [
      function(names.one, [.string], type) { evaluation, arguments in
        one(evaluation, kind, arguments[0])?.content.value
          ?? evaluation.failure(.missingDocument, "the \(kind.label) '\(evaluation.text(arguments[0]))'")
      },
      function("has_" + names.one, [.string], .bool) { evaluation, arguments in
        .bool(one(evaluation, kind, arguments[0]) != nil)
      },
      function(names.of, [.string], type) { evaluation, arguments in
        if let found = ofAuthority(evaluation, kind, arguments[0]) { return found.content.value }
        let name = evaluation.ruleHost?.registers.name(of: arguments[0]) ?? arguments[0]
        return evaluation.failure(.missingDocument, "the \(kind.label) of \(evaluation.text(name))")
      },
      function("has_" + names.of, [.string], .bool) { evaluation, arguments in
        .bool(ofAuthority(evaluation, kind, arguments[0]) != nil)
      },
      function(names.all, [], .list(type), cost: 10, maximumCount: documentsOfKind, estimate: estimateOfAll) { evaluation, _ in
        guard let host = evaluation.ruleHost else { return .emptyList }
        let documents = host.repository.documents(of: kind)
        if let refusal = evaluation.charge(Int64(documents.count)) { return refusal }
        return evaluation.list(documents.map(\.content.value))
      },
    ]
  }

  private static func one(_ evaluation: Evaluation, _ kind: Kind, _ id: Value) -> Document? {
    guard let bytes = id.stringBytes, let found = evaluation.ruleHost?.repository.document(id: bytes),
      found.kind === kind
    else { return nil }
    evaluation.ruleHost?.consulted?[ObjectIdentifier(found)] = found
    return found
  }

  private static func ofAuthority(_ evaluation: Evaluation, _ kind: Kind, _ authority: Value) -> Document? {
    guard let host = evaluation.ruleHost, authority.symbol != 0 else { return nil }
    let found = host.repository.document(of: kind, authority: authority.symbol, on: host.day)
    if let found, host.consulted != nil { host.consulted?[ObjectIdentifier(found)] = found }
    return found
  }
}
