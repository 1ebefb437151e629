internal import SourceText

/// Why libyaml stopped, as an author would see it.
enum SyntaxCause {
  case unclosedQuote(open: ByteRange)
  case unclosedBracket(open: ByteRange, noticed: ByteRange)
  case missingComma(at: ByteRange, open: ByteRange)
  case tab(ByteRange)
  case template(ByteRange)
  /// A line that is neither with its neighbours nor inside the line above.
  case indentation(line: ByteRange, found: Int, above: Int?, expected: Int, block: ByteRange)
  /// A line that is indented although the line above already has a value.
  case indentedUnderValue(line: ByteRange, above: ByteRange)
  case listInMapping(ByteRange)
  case settingInList(ByteRange)
  case listOnSameLine(ByteRange)
  case colonInText(colon: ByteRange)
  case missingColon(line: ByteRange)
  case keyTooLong(ByteRange)
  case apostrophe(ByteRange)
  case textAfterValue(ByteRange)
  case reserved(ByteRange, character: String)
  case unexpected(ByteRange, character: String)
  case escape(ByteRange, text: String)
  case referenceName(ByteRange)
  case tagText(ByteRange)
  case tagHandle(ByteRange)
  case blockHeader(ByteRange)
  case afterDocument(ByteRange)
  case directive(ByteRange)
  case version(ByteRange)
  case other(ByteRange)
}

extension TreeBuilder {
  /// Words a fault of libyaml; returns the offset from which the next document is looked for.
  mutating func report(_ problem: LibYAMLProblem, from start: Int, scan: borrowing ByteScan) -> UInt32 {
    if problem.isMemory {
      faults.append(Wording.outOfMemory(at: span(lastEnd, lastEnd)))
      return lastEnd
    }
    if problem.isReader {
      let place = UInt32(truncatingIfNeeded: min(start + problem.problemIndex, file.bytes.count))
      faults.append(Wording.syntax(.other(span(place, place)), detail: problem.problem))
      return place
    }
    let place = cursor.offset(of: problem.problemIndex)
    let context = problem.contextIndex.map { cursor.offset(of: $0) }
    let detail = problem.context.isEmpty ? problem.problem : "\(problem.context), \(problem.problem)"
    let lineStart = startOfLine(place)
    let lineEnd = endOfLine(place)
    // The line, and the one where the unfinished thing began if that is the line before.
    var lower = lineStart
    if let context, context < lineStart, startOfLine(lineStart - 1) <= context { lower = startOfLine(context) }

    if scan.hasError(between: lower, and: max(lineEnd, place + 1)) { return place }
    if let (suspect, kind) = culprit(in: scan, between: lower, and: lineEnd) {
      suspectsInErrors.insert(suspect.offset)
      faults.append(Wording.suspect(kind, suspect.scalar, at: range(of: suspect), severity: .error, detail: detail))
      return place
    }
    faults.append(Wording.syntax(cause(of: problem, at: place, context: context, lower: lower), detail: detail))
    return place
  }

  private func cause(of problem: LibYAMLProblem, at place: UInt32, context: UInt32?, lower: UInt32) -> SyntaxCause {
    let here = character(at: place)
    if problem.context.hasSuffix("a quoted scalar"), let context {
      switch problem.problem {
      case "found unexpected end of stream", "found unexpected document indicator":
        return .unclosedQuote(open: span(context, context + 1))
      default: return escape(at: place)
      }
    }
    if let tab = tabInIndentation(from: lower, to: place) { return .tab(tab) }
    if let template = template(onLineOf: place) { return .template(template) }
    switch problem.problem {
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      let open = context.map { span($0, $0 + 1) } ?? here
      if byte(place) == 0x3A, !startsSetting(colon: place, after: open.lowerBound) { return .colonInText(colon: here) }
      let isSameLine = context.map { startOfLine(place) <= $0 } ?? true
      if isSameLine && place < file.endOffset { return .missingComma(at: here, open: open) }
      let text = firstVisible(startOfLine(place))
      return .unclosedBracket(open: open, noticed: span(min(text, place), max(here.upperBound, place)))
    case "did not find expected node content":
      return unexpected(here)
    case "did not find expected key", "did not find expected '-' indicator", "did not find expected <document start>":
      return misplaced(at: place, context: context, problem: problem.problem)
    case "could not find expected ':'":
      let line = span(context ?? place, endOfText(context ?? place))
      return line.count > 1024 ? .keyTooLong(line) : .missingColon(line: line)
    case "mapping values are not allowed in this context": return strayColon(at: place)
    case "found unexpected ':'": return .colonInText(colon: here)
    case "block sequence entries are not allowed in this context": return .listOnSameLine(here)
    case "found character that cannot start any token":
      return byte(place) == 0x09 ? .tab(here) : .reserved(here, character: visible(here))
    case "found a tab character where an indentation space is expected", "found a tab character that violates indentation":
      return .tab(here)
    case "found undefined tag handle": return .tagHandle(here)
    case "found incompatible YAML document": return .version(here)
    case "found an indentation indicator equal to 0": return .blockHeader(span(context ?? place, place + 1))
    default: break
    }
    let from = context ?? place
    switch problem.context {
    case "while scanning an alias", "while scanning an anchor": return .referenceName(span(from, max(place, from + 1)))
    case "while scanning a block scalar": return .blockHeader(span(from, max(place, from + 1)))
    case "while scanning a tag", "while parsing a tag": return .tagText(span(from, max(place, from + 1)))
    case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive":
      return .directive(span(from, endOfText(from)))
    default: break
    }
    return problem.problem.hasSuffix("directive") ? .directive(here) : .other(here)
  }

  // MARK: Looking round

  /// A range cut to the text, with the whole of the characters at its ends.
  private func span(_ lower: UInt32, _ upper: UInt32) -> ByteRange {
    var lower = min(lower, file.endOffset)
    var upper = min(upper, file.endOffset)
    while lower > 0, isContinuation(lower) { lower -= 1 }
    while isContinuation(upper) { upper += 1 }
    return ByteRange(lower, upper)
  }

  /// Whether the byte at an offset goes on with a character; eight zero bytes follow the last.
  private func isContinuation(_ offset: UInt32) -> Bool { source[Int(offset)] & 0xC0 == 0x80 }

  /// The character at an offset; empty at the end.
  func character(at offset: UInt32) -> ByteRange {
    guard Int(offset) < file.bytes.count else { return span(file.endOffset, file.endOffset) }
    return span(offset, offset + UInt32(truncatingIfNeeded: UTF8Step.read(file.bytes, at: Int(offset)).width))
  }

  private func byte(_ offset: UInt32) -> UInt8 { Int(offset) < file.bytes.count ? source[Int(offset)] : 0 }

  private func endOfText(_ offset: UInt32) -> UInt32 {
    var end = endOfLine(offset)
    while end > offset + 1, source[Int(end) - 1] == 0x20 { end -= 1 }
    return end
  }

  /// The number of characters before the first that is not a space.
  private func column(_ offset: UInt32) -> Int { Int(offset - startOfLine(offset)) }

  private func tabInIndentation(from lower: UInt32, to place: UInt32) -> ByteRange? {
    var line = lower
    while line <= place {
      var tab = line
      while byte(tab) == 0x20 { tab += 1 }
      var end = tab
      while byte(end) == 0x09 { end += 1 }
      if end > tab { return span(tab, end) }
      line = endOfLine(line) + 1
    }
    return nil
  }

  private func template(onLineOf place: UInt32) -> ByteRange? {
    let start = startOfLine(place)
    let end = endOfLine(place)
    var index = start
    while index + 1 < end {
      if byte(index) == 0x7B, byte(index + 1) == 0x7B || byte(index + 1) == 0x25 { return span(index, index + 2) }
      index += 1
    }
    return nil
  }

  private func unexpected(_ here: ByteRange) -> SyntaxCause {
    switch byte(here.lowerBound) {
    case 0x40, 0x60, 0x25: .reserved(here, character: visible(here))
    default: .unexpected(here, character: here.isEmpty ? "" : visible(here))
    }
  }

  /// A token where a key, a list mark or a document should begin.
  private func misplaced(at place: UInt32, context: UInt32?, problem: String) -> SyntaxCause {
    let here = character(at: place)
    guard !here.isEmpty else { return .unexpected(here, character: "") }
    let lineStart = startOfLine(place)
    if !isFirstOnLine(place), lastEnd > lineStart, lastEnd <= place, lastEnd > 0 {
      let closing = source[Int(lastEnd) - 1]
      if closing == 0x27, lastEnd == place { return .apostrophe(span(lastEnd - 1, lastEnd)) }
      return .textAfterValue(span(place, endOfText(place)))
    }
    switch byte(place) {
    case 0x5D, 0x7D, 0x2C: return .unexpected(here, character: visible(here))
    default: break
    }
    let isListMark = byte(place) == 0x2D && (byte(place + 1) == 0x20 || byte(place + 1) == 0x0A || byte(place + 1) == 0x0D)
    guard isFirstOnLine(place) else { return .other(here) }
    // After a complete document libyaml names no context; the root shows where its lines begin.
    guard let context = context ?? startOfLastDocument else { return .afterDocument(span(place, endOfText(place))) }
    let expected = column(context)
    let found = column(place)
    if problem == "did not find expected <document start>", found >= expected {
      return .afterDocument(span(place, endOfText(place)))
    }
    if found == expected {
      if problem == "did not find expected key", isListMark { return .listInMapping(here) }
      if problem != "did not find expected key" { return .settingInList(span(place, endOfText(place))) }
    }
    return .indentation(
      line: span(lineStart, max(place, lineStart + 1)), found: found, above: textAbove(lineStart).map { column($0.lowerBound) },
      expected: expected, block: character(at: context))
  }

  /// Where the lines of the last document begin, if it is a list or a group by indentation.
  private var startOfLastDocument: UInt32? {
    guard let root = documents.last?.root, records[Int(root.index)].style == .block else { return nil }
    return records[Int(root.index)].start
  }

  /// A colon where no key can be: inside a value, or on a line that is indented under a value.
  private func strayColon(at place: UInt32) -> SyntaxCause {
    let here = character(at: place)
    let lineStart = startOfLine(place)
    var index = lineStart
    while index + 1 < place {
      if source[Int(index)] == 0x3A, source[Int(index) + 1] == 0x20 { return .colonInText(colon: here) }
      index += 1
    }
    if place - lineStart > 1024 { return .keyTooLong(span(lineStart, place)) }
    guard let above = textAbove(lineStart) else { return .colonInText(colon: here) }
    let text = file.slice(span(above.lowerBound, above.upperBound + 1))
    let hasColon = zip(text, text.dropFirst()).contains { $0 == 0x3A && $1 <= 0x20 } || text.last == 0x3A
    let line = span(lineStart, max(lineStart + 1, firstVisible(lineStart)))
    return hasColon || text.first == 0x2D ? .indentedUnderValue(line: line, above: above) : .missingColon(line: above)
  }

  /// The text of the nearest line above that says something.
  private func textAbove(_ lineStart: UInt32) -> ByteRange? {
    var end = lineStart
    while end > 0 {
      let start = startOfLine(end - 1)
      let text = firstVisible(start)
      if text < end, !isBreak(text), byte(text) != 0x23 { return span(text, endOfText(text)) }
      end = start
    }
    return nil
  }

  private func isBreak(_ offset: UInt32) -> Bool { byte(offset) == 0x0A || byte(offset) == 0x0D }

  /// Whether a colon belongs to the name of the next setting, so that a bracket was meant to end before its line.
  private func startsSetting(colon: UInt32, after bracket: UInt32) -> Bool {
    let line = startOfLine(colon)
    let bracketLine = startOfLine(bracket)
    guard line > bracketLine, column(firstVisible(line)) <= column(firstVisible(bracketLine)) else { return false }
    return !file.slice(span(firstVisible(line), colon)).contains { $0 == 0x20 || $0 == 0x3A || $0 == 0x22 }
  }

  private func firstVisible(_ offset: UInt32) -> UInt32 {
    var place = offset
    while byte(place) == 0x20 { place += 1 }
    return place
  }

  private func escape(at place: UInt32) -> SyntaxCause {
    var start = place
    while start > 0, place - start < 3, source[Int(start)] != 0x5C { start -= 1 }
    let range = span(start, min(start + 2, file.endOffset))
    return .escape(range, text: visible(range))
  }
}

extension ByteScan {
  /// Whether an error has been reported for a place between two offsets.
  func hasError(between lower: UInt32, and upper: UInt32) -> Bool {
    errorPlaces.contains { lower <= $0 && $0 < upper }
  }
}
