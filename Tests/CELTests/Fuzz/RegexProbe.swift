@testable import CEL

/// Takes any bytes as a pattern and a text, searches, and says what is wrong with the outcome.
///
/// The byte FE, which no text holds, ends the pattern.
struct RegexProbe {
  static let separator: UInt8 = 0xFE
  /// Steps for each byte of text and each instruction. Building the automaton and following all threads are both linear; the
  /// automaton may be filled and thrown away a few times before it gives up.
  static let stepFactor = 8
  /// Processor time, in seconds, that no pattern of a few thousand bytes may take.
  static let patience = 2.0
  /// Small enough that a pattern and a text of some hundred bytes take a moment.
  static let limits = RegexLimits(patternBytes: 4_096, instructions: 2_000, nesting: 100, captureSlots: 100_000)

  /// What is wrong, or nothing.
  func fault(in input: [UInt8]) -> String? {
    let end = input.firstIndex(of: Self.separator) ?? input.count
    let pattern = Array(input[..<end])
    let text = Array(input[min(end + 1, input.count)...])
    let start = ProcessorTime.now
    let expression: RegularExpression
    do throws(RegexSyntaxError) {
      expression = try RegularExpression(pattern, limits: Self.limits)
    } catch {
      if error.range.upperBound > pattern.count { return "a fault outside of the pattern: \(error.range)" }
      if error.message.isEmpty { return "a fault without words: \(error.kind)" }
      return tooSlow("reading", since: start)
    }
    if expression.instructionCount > Self.limits.instructions { return "\(expression.instructionCount) instructions" }
    return text.withUnsafeBufferPointer { fault(of: expression, on: $0) } ?? tooSlow("searching", since: start)
  }

  private func fault(of expression: RegularExpression, on text: UnsafeBufferPointer<UInt8>) -> String? {
    let scratch = RegexScratch()
    let allowed = Self.stepFactor * (text.count + 2) * (expression.instructionCount + 2)
    let hasMatch = expression.matches(text, scratch: scratch)
    if scratch.steps > allowed { return "\(scratch.steps) steps for an answer, more than \(allowed)" }

    var before = scratch.steps
    let match = expression.firstMatch(in: text, scratch: scratch)
    if scratch.steps - before > 2 * allowed { return "\(scratch.steps - before) steps for a match, more than \(2 * allowed)" }
    if hasMatch != (match != nil) { return "has a match: \(hasMatch); its match: \(match?.spans.description ?? "none")" }
    before = scratch.steps
    if expression.matches(text, scratch: scratch) != hasMatch { return "answers differently when asked again" }
    if scratch.steps - before > allowed { return "\(scratch.steps - before) steps for a second answer, more than \(allowed)" }

    // Neither shortcuts nor the automaton: threads alone.
    let slots = ThreadMachine.search(
      expression.program, prefix: [], in: text, from: 0, slotCount: 2 * (expression.groupCount + 1),
      workspace: scratch.workspace)
    if slots.map(RegexMatch.init) != match { return "threads alone find \(slots?.description ?? "nothing"), not \(match?.spans.description ?? "nothing")" }
    guard let match else { return nil }
    return fault(of: match, expression, on: text) ?? faultOfAllMatches(expression, on: text, scratch)
  }

  /// Whether the spans are in order and inside the text, and found again from where they begin.
  private func fault(
    of match: RegexMatch, _ expression: RegularExpression, on text: UnsafeBufferPointer<UInt8>
  ) -> String? {
    guard match.spans.count == expression.groupCount + 1, expression.groupNames.count == expression.groupCount else {
      return "\(match.spans.count) spans for \(expression.groupCount) groups"
    }
    for case .some(let span) in match.spans where span.lowerBound < match.range.lowerBound || span.upperBound > match.range.upperBound {
      return "a group at \(span) outside of the match at \(match.range)"
    }
    if match.range.upperBound > text.count { return "a match outside of the text: \(match.range)" }
    let again = expression.firstMatch(in: text, from: match.range.lowerBound, scratch: RegexScratch())
    return again == match ? nil : "from its beginning \(match.range) there is \(again?.spans.description ?? "no match")"
  }

  /// Whether going from match to match comes to an end, forwards all the way.
  private func faultOfAllMatches(
    _ expression: RegularExpression, on text: UnsafeBufferPointer<UInt8>, _ scratch: RegexScratch
  ) -> String? {
    var offset = 0
    var found = 0
    while let match = expression.firstMatch(in: text, from: offset, scratch: scratch) {
      if match.range.lowerBound < offset { return "a match at \(match.range), searched from \(offset)" }
      found += 1
      if found > 50 { break }
      offset = max(match.range.upperBound, offset + (match.range.isEmpty ? 1 : 0))
      if match.range.isEmpty { offset = match.range.upperBound + 1 }
    }
    return nil
  }

  private func tooSlow(_ what: String, since start: Double) -> String? {
    let seconds = ProcessorTime.now - start
    return seconds > Self.patience ? "\(what) took \(seconds) s" : nil
  }
}
