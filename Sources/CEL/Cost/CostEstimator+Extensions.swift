/// The extension libraries: texts, lists, sets, patterns, encodings, optionals.
extension CostEstimator {
  func extensionCost(_ overload: String, _ id: ID, _ first: Operand, _ operands: [Operand]) -> (CostEstimate, ValueSize)? {
    let arguments = Array(operands.dropFirst())
    return text(overload, first, arguments) ?? list(overload, id, first, arguments) ?? pattern(overload, first, arguments)
      ?? optional(overload, first)
  }

  private func extra(_ amount: UInt64) -> CostEstimate { CostEstimate(upTo: isMetered ? amount : 0) }

  /// The number that an argument is, when it can only be one.
  private func literal(_ operand: Operand) -> UInt64? {
    operand.size.amount.flatMap { $0.minimum == $0.maximum ? $0.minimum : nil }
  }

  // MARK: Texts

  private func text(_ overload: String, _ text: Operand, _ arguments: [Operand]) -> (CostEstimate, ValueSize)? {
    let size = text.count
    let reading = tenth(size) + 1
    switch (overload, arguments.count) {
    case ("string_char_at_int", 1): return (reading + 1, ValueSize(CostEstimate(upTo: 1)))
    case ("string_index_of_string", 1), ("string_index_of_string_int", 2), ("string_last_index_of_string", 1),
      ("string_last_index_of_string_int", 2):
      return (tenth(size * arguments[0].count) + 1, .one)
    case ("string_lower_ascii", 0), ("string_upper_ascii", 0), ("string_reverse", 0): return (reading + size, text.size)
    case ("string_trim", 0): return (reading + size.orNothing, ValueSize(size.orNothing))
    case ("string_substring_int", 1), ("string_substring_int_int", 2):
      return (reading + size.orNothing, ValueSize(size.orNothing))
    case ("string_replace_string_string", 2), ("string_replace_string_string_int", 3):
      let result = replaced(size, arguments[0].count, arguments[1].count, isLimited: arguments.count == 3)
      return (tenth(atLeastOne(size) * atLeastOne(arguments[0].count)) + 1 + result, ValueSize(result))
    case ("string_split_string", 1), ("string_split_string_int", 2):
      // A text without the separator is one piece.
      let pieces = CostEstimate(upTo: size.maximum.adding(isMetered ? 1 : 0))
      return (tenth(atLeastOne(size)) + 11 + pieces, ValueSize(pieces, elements: ValueSize(size.orNothing)))
    case ("list_join", 0), ("list_join_string", 1):
      let items = elements(of: text.size, text.type).count
      let gaps = CostEstimate(minimum: size.minimum.less(1), maximum: size.maximum.less(1))
      let result = size * items + (arguments.first.map { gaps * $0.count } ?? .zero)
      return (result + 2, ValueSize(result))
    case ("string_format", 1):
      let result = formatted(size, arguments[0])
      return (tenth(size) + extra(result.maximum.times(4).whole(256)), ValueSize(result))
    case ("strings_quote", 0): return (tenth(size), ValueSize(size * CostEstimate(minimum: 1, maximum: 2) + 2))
    case ("base64_encode_bytes", 0):
      return (CostEstimate(exactly: 1) + extra(size.maximum.whole(64)), ValueSize(portion(size, of: 3) * 4))
    case ("base64_decode_string", 0):
      return (CostEstimate(exactly: 1) + extra(size.maximum.times(4).whole(64)), ValueSize(size.orNothing))
    default: return nil
    }
  }

  private func atLeastOne(_ size: SizeEstimate) -> SizeEstimate {
    CostEstimate(minimum: max(1, size.minimum), maximum: max(1, size.maximum))
  }

  /// The text after replacing: an empty part occurs between all characters, a longer one no oftener than it fits.
  ///
  /// cel-go takes every character, and the end, to be replaced.
  private func replaced(_ text: SizeEstimate, _ old: SizeEstimate, _ new: SizeEstimate, isLimited: Bool) -> SizeEstimate {
    guard isMetered else {
      return CostEstimate(
        minimum: min(text.minimum, new.minimum.adding(1)), maximum: text.maximum.adding(1).times(new.maximum.adding(1)))
    }
    let most = old.minimum == 0 ? text.maximum.adding(1) : text.maximum.whole(old.minimum)
    let maximum = text.maximum.adding(most.times(new.maximum))
    // What it may shrink to: nothing is known to be replaced, and everything may be.
    let left = old.maximum == 0 ? text.minimum : 0
    return CostEstimate(minimum: new.minimum >= old.maximum ? text.minimum : left, maximum: maximum)
  }

  /// A text with its clauses filled in: each argument written out is used once.
  private func formatted(_ format: SizeEstimate, _ arguments: Operand) -> SizeEstimate {
    guard case .list(let elements, let optional) = tree[arguments.id], optional.isEmpty else { return .unknown }
    let sizes = arguments.size.elements?.count.maximum ?? 0
    var maximum = format.maximum
    for element in elements {
      switch expression.type(of: element) {
      case .string: maximum = maximum.adding(sizes)
      case .bool, .int, .uint, .double, .null, .timestamp, .duration, .type:
        maximum = maximum.adding(CostEstimator.longestClause)
      default: return .unknown
      }
    }
    return CostEstimate(upTo: maximum)
  }

  /// A number of 309 digits before the point and 1,000 behind it is shorter.
  private static let longestClause: UInt64 = 1_400

  // MARK: Lists and sets

  private func list(
    _ overload: String, _ id: ID, _ list: Operand, _ arguments: [Operand]
  ) -> (CostEstimate, ValueSize)? {
    let size = list.count
    func made(_ count: SizeEstimate, _ result: SizeEstimate? = nil) -> (CostEstimate, ValueSize) {
      var value = list.size
      value.count = result ?? count
      value.path = nil
      return (count + 11, value)
    }
    switch (overload, arguments.count) {
    case ("list_slice", 2):
      var length = CostEstimate(upTo: size.maximum)
      if let from = literal(arguments[0]), let to = literal(arguments[1]), to >= from {
        length = CostEstimate(exactly: to - from)
      } else if let to = arguments[1].size.amount {
        length.maximum = min(length.maximum, to.maximum)
      }
      return made(length)
    case ("list_reverse", 0): return made(size)
    case ("lists_range", 0):
      let length = list.size.amount ?? .unknown
      return (length + 11, ValueSize(length, elements: .one))
    case ("list_flatten", 0), ("list_flatten_int", 1): return flattened(id, list, arguments.first)
    case ("list_distinct", 0):
      var (cost, result) = pairs(size)
      let each = comparisons(in: elements(of: list.size, list.type), elementType(list.type))
      if each > 1 { cost = cost + extra(size.maximum.times(size.maximum).times(each).whole(64)) }
      result = list.size
      result.count = CostEstimate(minimum: min(1, size.minimum), maximum: size.maximum)
      return (cost, result)
    case ("list_sets_contains_list", 1), ("list_sets_intersects_list", 1):
      return (size * arguments[0].count + 1, .one)
    case ("list_sets_equivalent_list", 1): return (size * arguments[0].count * 2 + 1, .one)
    case ("math_@max_list_int", 0), ("math_@max_list_uint", 0), ("math_@max_list_double", 0), ("math_@min_list_int", 0),
      ("math_@min_list_uint", 0), ("math_@min_list_double", 0):
      return (CostEstimate(exactly: 1) + extra(size.maximum.less(10).part(10)), .one)
    default: break
    }
    if overload.hasPrefix("list_"), overload.hasSuffix("_sort") {
      var value = list.size
      value.path = nil
      return (pairs(size).0, value)
    }
    if overload.hasPrefix("list_"), overload.hasSuffix("_sortByAssociatedKeys"), let keys = arguments.first {
      var value = list.size
      value.path = nil
      return (pairs(keys.count).0, value)
    }
    return nil
  }

  /// Comparing each element with each other: two units a pair.
  private func pairs(_ size: SizeEstimate) -> (CostEstimate, ValueSize) { (size * size * 2 + 11, ValueSize(size)) }

  private func elementType(_ type: CELType) -> CELType {
    if case .list(let element) = type { return element }
    return .dyn
  }

  private func flattened(_ id: ID, _ list: Operand, _ depth: Operand?) -> (CostEstimate, ValueSize) {
    let levels = depth.map { literal($0).map { CostEstimate(exactly: $0) } ?? .unknown } ?? CostEstimate(exactly: 1)
    var cost = list.count * levels + 11
    // How large the result is, the elements tell, as far as it is known how deep they go.
    var most = list.count.maximum
    var inner = list.size
    var type = list.type
    var level: UInt64 = 0
    while level < levels.maximum, level < CostEstimator.flattenedLevels {
      let element = elementType(type)
      guard case .list = element else { break }
      inner = elements(of: inner, type)
      type = element
      most = most.times(max(1, inner.count.maximum))
      level += 1
    }
    // Anything may be in there, unless the elements are known to hold nothing.
    let rest = elements(of: inner, type)
    switch elementType(type) {
    case .list, .dyn: if level < levels.maximum, !rest.isLeaf { most = CostEstimate.unbounded }
    default: break
    }
    if isMetered { cost = cost + extra(most.whole(16)) }
    return (cost, ValueSize(CostEstimate(upTo: most), elements: rest))
  }

  private static let flattenedLevels: UInt64 = 8

  // MARK: Patterns

  private func pattern(_ overload: String, _ text: Operand, _ arguments: [Operand]) -> (CostEstimate, ValueSize)? {
    guard let pattern = arguments.first else { return nil }
    let size = text.count
    let search = search(text, pattern)
    // Each further match is charged for what is left of a long text.
    let matches = size.maximum.adding(1)
    let bytes = size.maximum.times(4)
    let more = extra(bytes < 1_024 ? 0 : matches.times(bytes.whole(1_024)))
    switch (overload, arguments.count) {
    case ("regex_extract_string_string", 1):
      var found = optional(ValueSize(size.orNothing))
      guard !isMetered else { return (search, found) }
      // cel-go adds the size of the result, which no meter charges.
      found.count = size.orNothing
      return (search + size.orNothing, found)
    case ("regex_extractAll_string_string", 1):
      let pieces = CostEstimate(upTo: matches)
      return (search + 10 + pieces + more, ValueSize(pieces, elements: ValueSize(size.orNothing)))
    case ("regex_replace_string_string_string", 2), ("regex_replace_string_string_string_int", 3):
      let new = arguments[1].count.maximum
      // Between the matches, what is put in for each, and what its groups repeat of the text.
      let most = size.maximum.adding(matches.times(new)).adding((new / 2).times(size.maximum))
      // cel-go takes every character to be replaced, or none.
      let all = size * arguments[1].count
      let result =
        isMetered
        ? CostEstimate(upTo: most)
        : CostEstimate(minimum: min(size.minimum, all.minimum), maximum: max(size.maximum, all.maximum))
      return (search + result + more, ValueSize(result))
    default: return nil
    }
  }

  // MARK: Optionals

  private func optional(_ overload: String, _ operand: Operand) -> (CostEstimate, ValueSize)? {
    let one = CostEstimate(exactly: 1)
    switch overload {
    case "optional_of", "optional_ofNonZeroValue": return (one, optional(operand.size))
    case "optional_value": return (one, content(of: operand.size, operand.type))
    case "optional_or_optional", "optional_orValue_value": return (one, operand.size)
    case "optional_unwrap", "optional_unwrapOpt":
      let element = content(of: elements(of: operand.size, operand.type), elementType(operand.type))
      var result = ValueSize(operand.count.orNothing, elements: element)
      result.bound = operand.size.bound
      return (one + extra(operand.count.maximum.whole(64)), result)
    case "list_first", "list_last": return (one, optional(elements(of: operand.size, operand.type)))
    default: return nil
    }
  }
}
