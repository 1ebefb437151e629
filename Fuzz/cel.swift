import CEL

private let probe = ExpressionProbe()

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let fault = probe.fault(in: Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(fault) }
  return 0
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int) -> Int

/// Half of the time lets the fuzzer change bytes; else changes an expression into another one, which has a better chance to be
/// evaluated.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int {
  var random = Generator(state: UInt64(seed))
  let text = Array(UnsafeBufferPointer(start: data, count: size))
  if random.next(below: 2) == 0 {
    var rewriting = Rewriting(text, random)
    if let changed = rewriting.result(maximum: maximum) {
      for (place, byte) in changed.enumerated() { data[place] = byte }
      return changed.count
    }
  }
  return mutateBytes(data, size, maximum)
}

/// Puts one expression in the place of a part of another.
private struct Rewriting {
  private let text: [UInt8]
  private var random: Generator
  private let ranges: [Range<Int>]

  init(_ text: [UInt8], _ random: Generator) {
    self.text = text
    self.random = random
    let tree = try? ProbeDocument.environment.parse(text)
    ranges = tree.map { Array(Set($0.ranges.map(\.indices))).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) } } ?? []
  }

  mutating func result(maximum: Int) -> [UInt8]? {
    guard !ranges.isEmpty else { return nil }
    let place = part()
    var new: [UInt8] = [UInt8(ascii: "(")]
    switch random.next(below: 3) {
    case 0: new += text[part()]
    case 1: new += Array(Rewriting.pieces[random.next(below: Rewriting.pieces.count)].utf8)
    default:
      for byte in Rewriting.frames[random.next(below: Rewriting.frames.count)].utf8 {
        if byte == UInt8(ascii: "$") { new += text[random.next(below: 3) == 0 ? part() : place] } else { new.append(byte) }
      }
    }
    new.append(UInt8(ascii: ")"))
    let whole = text[..<place.lowerBound] + new + text[place.upperBound...]
    return whole.count <= maximum ? Array(whole) : nil
  }

  private mutating func part() -> Range<Int> { ranges[random.next(below: ranges.count)] }

  /// Expressions of every type.
  private static let pieces = [
    "i", "j", "u", "f", "s", "b", "y", "li", "ls", "ms", "ts", "du", "d", "agreement", "agreement.partners", "agreement.targets",
    "agreement.review", "agreement.note", "agreement.partners[0]", "agreement.?lead", "none.set", "null", "true", "0", "1u", "-1.5",
    "'é'", "b'\\xff'", "[]", "{}", "[1, 2u, 3.0]", "{'a': 1, 2: [3]}", "d.o.p", "d.l", "optional.none()", "optional.of(s)",
    "ls.map(x, x + s)", "li.filter(x, x > 0)", "timestamp(0)", "duration('1h')", "lists.range(20)", "9223372036854775807",
    "type(d)", "string(f)", "'%s'.format([d])", "1 / 0", "s.split('')", "li + li", "ms.transformMap(k, v, v)",
  ]

  /// Expressions around the part, which stands where `$` does.
  private static let frames = [
    "$ + $", "$ == $", "$ < $", "!$", "-$", "$ && $", "$ || $", "$ ? $ : $", "[$, $]", "[?optional.of($)]", "{$: $}", "{?'k': $}",
    "$ in [$, $]", "$ in $", "$[$]", "$[?$]", "dyn($)", "type($)", "size($)", "string($)", "int($)", "double($)", "bytes($)",
    "optional.of($)", "optional.ofNonZeroValue($)", "$.orValue($)", "$.optMap(v, v == $)", "$.hasValue()", "$.value()", "$.or($)",
    "cel.bind(w, $, [w, w])", "cel.bind(w, $, $)", "$.map(x, x)", "$.map(x, $)", "$.filter(x, x == $)", "$.all(x, x != $)",
    "$.exists(x, x == $)", "$.exists_one(x, x == $)", "$.transformList(i, v, [i, v])", "$.transformMap(k, v, $)",
    "$.transformMapEntry(k, v, {v: k})", "$.all(k, v, v == $)", "'%s %d %x'.format([$, $, $])", "$.matches('$')",
    "regex.replace($, $, $)", "regex.extractAll($, '.')", "$.contains($)", "$.replace($, $)", "$.split($)", "$.join($)",
    "$.substring($)", "$.sort()", "$.sortBy(e, $)", "$.distinct()", "$.flatten()", "$.slice(0, $)", "$.reverse()", "sets.contains($, $)",
    "sets.intersects($, $)", "math.greatest($, $)", "math.abs($)", "math.bitAnd($, $)", "timestamp($)", "duration($)",
    "$.getHours($)", "base64.encode($)", "base64.decode($)", "cel.block([$], cel.index(0) == $)", "has($.name)", "$.name", "$.?name",
    "$.`related-to`", "Partner{name: $, ?votes: $}", "strings.quote($)", "$.first()", "$.last()", "optional.unwrap([$])",
    "ip($)", "cidr($)", "ip('10.0.0.1')", "cidr('2001:db8::/32')", "$.containsIP($)", "$.containsCIDR($)", "$.masked()", "$.isLoopback()",
  ]
}

/// A small generator, because the fuzzer wants the same outcome for the same seed.
private struct Generator {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, bound)))
  }
}
