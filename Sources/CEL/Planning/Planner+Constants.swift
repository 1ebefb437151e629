import Synchronization

/// Constants go to memory of the program, and texts among them get numbers.
extension Planner {
  func constant(_ literal: SyntaxTree.Literal) -> Value {
    switch literal {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .uint(let value): return .uint(value)
    case .double(let value): return .double(value)
    case .string(let bytes): return constants.string(bytes, symbols)
    case .bytes(let bytes): return bytes.withUnsafeBufferPointer { constants.copy(.bytes($0), symbols) }
    }
  }

  func constant(text: String) -> Value { constants.string(Array(text.utf8), symbols) }

  func constant(_ type: CELType) -> Value {
    if let name = Value.name(of: type) { return name }
    if case .opaque(let name, _) = type { return typeValue(name) }
    if case .structure(let name) = type { return typeValue(name) }
    return .type("dyn")
  }

  private func typeValue(_ name: String) -> Value {
    var name = name
    return name.withUTF8 { constants.copy(.type(name: $0), symbols) }
  }
}

extension Constants {
  func string(_ bytes: [UInt8], _ symbols: SymbolTable.Builder?) -> Value {
    bytes.withUnsafeBufferPointer { copy(.string($0), symbols) }
  }

  /// A value whose memory is all here. Values are as deep as the expression at most.
  func copy(_ value: Value, _ symbols: SymbolTable.Builder?) -> Value {
    if let kept = alreadyHere(value, symbols) { return kept }
    switch value.tag {
    case .string, .bytes, .type, .address, .network:
      let source = value.rawBytes
      guard let place = memory.allocate(source.count) else { return .null }
      let start = place.assumingMemoryBound(to: UInt8.self)
      if let base = source.baseAddress { start.update(from: base, count: source.count) }
      let bytes = UnsafeBufferPointer(start: start, count: source.count)
      switch value.tag {
      case .string:
        return .string(
          bytes, isASCII: !bytes.contains { $0 >= 0x80 }, symbol: symbols?.intern(bytes) ?? 0)
      case .bytes: return .bytes(bytes)
      case .address, .network:
        return Value(header: value.header, payload: Value.address(bytes.baseAddress))
      default: return .type(name: bytes)
      }
    case .list:
      guard value.count > 0 else { return .emptyList }
      guard let place = memory.values(value.count) else { return .null }
      for (i, element) in value.elements.enumerated() { (place + i).initialize(to: copy(element, symbols)) }
      return .list(UnsafeBufferPointer(start: place, count: value.count))
    case .map:
      guard value.count > 0 else { return .emptyMap }
      guard let place = memory.entries(value.count) else { return .null }
      for (i, entry) in value.entries.enumerated() {
        (place + i).initialize(to: MapEntry(key: copy(entry.key, symbols), value: copy(entry.value, symbols)))
      }
      return .map(UnsafeBufferPointer(start: place, count: value.count))
    case .optional:
      guard let wrapped = value.optionalValue else { return value }
      guard let place = memory.values(1) else { return .null }
      place.initialize(to: copy(wrapped.pointee, symbols))
      return .optional(place)
    default: return value
    }
  }

  /// A value whose memory is here already, so that literals in literals are not copied again and again.
  private func alreadyHere(_ value: Value, _ symbols: SymbolTable.Builder?) -> Value? {
    switch value.tag {
    case .bytes, .list, .map, .optional, .address, .network: return memory.contains(value.payload) ? value : nil
    case .string:
      guard memory.contains(value.payload) else { return nil }
      guard value.symbol == 0, let symbols else { return value }
      return .string(
        value.rawBytes, isASCII: value.flags.contains(.isASCII), symbol: symbols.intern(value.rawBytes))
    default: return nil
    }
  }

  /// Plain data that lives as long as the program.
  func store<T>(_ items: [T]) -> UnsafePointer<T>? {
    guard let place = memory.allocate(max(1, items.count) * MemoryLayout<T>.stride) else { return nil }
    let start = place.bindMemory(to: T.self, capacity: max(1, items.count))
    for (i, item) in items.enumerated() { (start + i).initialize(to: item) }
    return UnsafePointer(start)
  }

  /// A number that threads may share.
  func hint() -> UnsafeMutablePointer<Atomic<UInt32>> {
    let place = memory.allocate(MemoryLayout<Atomic<UInt32>>.stride) ?? .allocate(byteCount: 16, alignment: 16)
    let hint = place.bindMemory(to: Atomic<UInt32>.self, capacity: 1)
    hint.initialize(to: Atomic(0))
    return hint
  }

  func steps(_ items: [PathStep]) -> PathSteps {
    guard let base = store(items) else { return .none }
    return PathSteps(base: base, count: items.count)
  }
}

extension Value {
  /// The name of the type of a value, as `type(x)` gives it.
  static func typeName(of tag: Tag) -> Value {
    switch tag {
    case .unset, .error: return .type("error")
    case .null: return .type("null_type")
    case .bool: return .type("bool")
    case .int: return .type("int")
    case .uint: return .type("uint")
    case .double: return .type("double")
    case .string: return .type("string")
    case .bytes: return .type("bytes")
    case .list: return .type("list")
    case .map: return .type("map")
    case .timestamp: return .type("google.protobuf.Timestamp")
    case .duration: return .type("google.protobuf.Duration")
    case .type: return .type("type")
    case .optional: return .type("optional_type")
    case .address: return .type("net.IP")
    case .network: return .type("net.CIDR")
    }
  }

  static func name(of type: CELType) -> Value? {
    switch type {
    case .null: return typeName(of: .null)
    case .bool: return typeName(of: .bool)
    case .int: return typeName(of: .int)
    case .uint: return typeName(of: .uint)
    case .double: return typeName(of: .double)
    case .string: return typeName(of: .string)
    case .bytes: return typeName(of: .bytes)
    case .list: return typeName(of: .list)
    case .map: return typeName(of: .map)
    case .timestamp: return typeName(of: .timestamp)
    case .duration: return typeName(of: .duration)
    case .type: return typeName(of: .type)
    case NetworkDeclarations.address: return typeName(of: .address)
    case NetworkDeclarations.network: return typeName(of: .network)
    default: return nil
    }
  }
}
