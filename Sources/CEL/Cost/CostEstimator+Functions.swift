/// What a call costs beside its operands, by overload, and how large its result is.
///
/// The amounts are those that the functions charge when they run; see `Functions/`.
extension CostEstimator {
  /// A tenth of a size, as reading a text or bytes costs.
  func tenth(_ size: SizeEstimate) -> CostEstimate { portion(size, of: 10) }

  /// cel-go multiplies by a fraction, which shows in the last digits of what has no bound.
  func portion(_ size: SizeEstimate, of divisor: UInt64) -> CostEstimate {
    func part(_ amount: UInt64) -> UInt64 {
      guard !isMetered, amount == .max else { return amount.part(divisor) }
      return UInt64((Double(amount) / Double(divisor)).rounded(.up))
    }
    return CostEstimate(minimum: part(size.minimum), maximum: part(size.maximum))
  }

  /// What only the meter adds, so that work that the table of costs leaves out has a price.
  private func extra(_ amount: UInt64) -> CostEstimate { CostEstimate(upTo: isMetered ? amount : 0) }

  func cost(of overload: FunctionDeclaration.Overload, _ id: ID, _ operands: [Operand]) -> (CostEstimate, ValueSize) {
    if let estimate = overload.estimate {
      let call = estimate(operands.map { complete($0) })
      return (call.cost, call.result ?? result(of: overload, id))
    }
    guard overload.body == nil else { return (CostEstimate(exactly: overload.cost), result(of: overload, id)) }
    let one = CostEstimate(exactly: 1)
    if operands.count == 2, let found = binary(overload.id, id, operands[0], operands[1]) { return found }
    if let first = operands.first {
      if let found = extensionCost(overload.id, id, first, operands) { return found }
      switch overload.id {
      case "string_to_bytes":
        return (tenth(first.count), ValueSize(first.count * CostEstimate(minimum: 1, maximum: 4)))
      case "bytes_to_string":
        return (
          tenth(first.count), ValueSize(CostEstimate(minimum: first.count.minimum.part(4), maximum: first.count.maximum)))
      case "string_to_string", "bytes_to_bytes": return (one, first.size)
      case "bool_to_string", "int64_to_string", "uint64_to_string", "double_to_string", "timestamp_to_string",
        "duration_to_string", "ip_to_string", "cidr_to_string":
        return (one, ValueSize(CostEstimate(minimum: 1, maximum: CostEstimator.longestScalar)))
      case "size_string", "string_size", "size_bytes", "bytes_size", "size_list", "list_size", "size_map", "map_size":
        let isText = overload.id == "size_string" || overload.id == "string_size"
        var size = ValueSize.one
        size.amount = first.count
        return (one + extra(isText ? first.count.maximum.whole(256) : 0), size)
      default: break
      }
    }
    return (one, result(of: overload, id))
  }

  /// The longest text of a number, a timestamp, a duration, an address or a network is shorter.
  private static let longestScalar: UInt64 = 50

  private func result(of overload: FunctionDeclaration.Overload, _ id: ID) -> ValueSize {
    let type = expression.type(of: id)
    guard let owner = expression.environment.functions.overload(withID: overload.id) else { return value(at: nil, type) }
    let table = expression.environment.functions
    let name = table.functions[table.owners[owner]].name
    return value(at: nil, type, declared: overload.maximumCount, bound: .function(CheckWording.displayed(name)))
  }

  /// An argument with the sizes of what is directly inside it.
  private func complete(_ operand: Operand) -> ValueSize {
    var size = operand.size
    switch operand.type {
    case .list, .map, .opaque: size.elements = elements(of: size, operand.type)
    default: break
    }
    return size
  }

  /// Searching a text for a pattern.
  func search(_ text: Operand, _ pattern: Operand) -> CostEstimate {
    let tenths = tenth(text.count + 1)
    let (surcharge, compilation) = surcharge(of: pattern.id)
    return tenths * portion(pattern.count, of: 4) + extra(tenths.maximum.times(surcharge).adding(compilation))
  }

  /// The most that a pattern costs for ten characters beyond its length, and once for making it.
  private func surcharge(of pattern: ID) -> (search: UInt64, compilation: UInt64) {
    guard case .literal(.string(let bytes)) = expression.tree[pattern] else {
      return (UInt64(RegexLimits.standard.instructions), UInt64(RegexFunctions.largestCompilation))
    }
    guard isMetered, let compiled = try? RegularExpression(bytes) else { return (0, 0) }
    // The length in bytes is no less than that in characters, so the characters are counted.
    let length = bytes.count { $0 & 0xC0 != 0x80 }
    return (UInt64(RegexFunctions.surcharge(patternLength: length, width: compiled.width)), 0)
  }

  // MARK: Operators and what reads two texts

  private func binary(_ overload: String, _ id: ID, _ a: Operand, _ b: Operand) -> (CostEstimate, ValueSize)? {
    switch overload {
    case "add_int64", "subtract_int64":
      var size = ValueSize.one
      if let left = a.size.amount, let right = b.size.amount {
        size.amount = overload == "add_int64" ? left + right : CostEstimate(upTo: left.maximum)
      }
      return (CostEstimate(exactly: 1), size)
    case "equals", "not_equals": return (comparison(a, b), .one)
    case "less_string", "less_equals_string", "greater_string", "greater_equals_string", "less_bytes",
      "less_equals_bytes", "greater_bytes", "greater_equals_bytes":
      return (comparison(a, b), .one)
    case "add_string", "add_bytes":
      let sum = a.count + b.count
      return (tenth(sum), ValueSize(sum))
    case "add_list":
      let sum = a.count + b.count
      var size = union(a.size, b.size, expression.type(of: id))
      size.count = sum
      return (CostEstimate(exactly: 1) + extra(sum.maximum.whole(256)), size)
    case "in_list":
      let element = CostEstimator.elementType(b.type)
      let each = min(comparisons(in: a.size, a.type), comparisons(in: elements(of: b.size, b.type), element))
      return (b.count + extra(each > 1 ? b.count.maximum.times(each).whole(64) : 0), .one)
    case "in_map": return (CostEstimate(exactly: 1) + extra(longLookup(b.count.maximum)), .one)
    case "matches", "matches_string": return (search(a, b), .one)
    case "contains_string": return (tenth(a.count) * tenth(b.count), .one)
    // cel-go estimates by the prefix and charges by the text.
    case "starts_with_string", "ends_with_string": return (tenth(isMetered ? a.count : b.count), .one)
    default: return nil
    }
  }

  private func longLookup(_ count: UInt64) -> UInt64 { count <= UInt64(Path.freeEntries) ? 0 : count.whole(64) }

  private static func elementType(_ type: CELType) -> CELType {
    if case .list(let element) = type { return element }
    return .dyn
  }

  /// A tenth of the shorter of the two.
  private func comparison(_ a: Operand, _ b: Operand) -> CostEstimate {
    let shorter = CostEstimate(
      minimum: min(a.count.minimum, b.count.minimum), maximum: min(a.count.maximum, b.count.maximum))
    guard isMetered else {
      return tenth(CostEstimate(minimum: shorter.maximum > 0 ? 1 : 0, maximum: shorter.maximum))
    }
    let comparisons = min(comparisons(in: a.size, a.type), comparisons(in: b.size, b.type))
    return tenth(shorter) + extra(comparisons.whole(64))
  }
}

/// What an estimate of a call gives: what it costs beside its arguments, and how large its result is if that is known.
public struct CallEstimate: Sendable {
  public var cost: CostEstimate
  public var result: ValueSize?

  public init(cost: CostEstimate, result: ValueSize? = nil) {
    self.cost = cost
    self.result = result
  }
}
