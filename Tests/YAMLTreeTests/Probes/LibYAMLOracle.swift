import CLibYAML

/// libyaml's events over some text, taken down one by one: what a tree is held to.
///
/// Shares nothing with the reader under test. Places are counted out character by character.
struct LibYAMLOracle {
  enum Form: Equatable { case scalar, sequence, mapping, alias }
  enum Style: Equatable { case plain, singleQuoted, doubleQuoted, literal, folded, flow, block }

  struct Node {
    var form: Form
    var style: Style
    /// The value of a scalar, the name of an alias.
    var text: [UInt8] = []
    var anchor: [UInt8]?
    var tag: [UInt8]?
    var parent: Int?
    /// In bytes of the text; the start includes anchor and tag.
    var start: Int
    var end: Int
    /// A collection: whether its end came, and with a bracket.
    var isClosed = false
    var hasBracket = false
  }

  struct Document {
    var start: Int
    var firstNode: Int
    var startsExplicitly: Bool
    var endsExplicitly = false
    var isComplete = false
  }

  private(set) var nodes: [Node] = []
  private(set) var documents: [Document] = []
  /// Where libyaml gave up, or where the caller wanted no more depth.
  private(set) var stop: Int?
  private(set) var problem: String?
  private(set) var isReaderError = false
  private var offsets: [Int] = []
  private var open: [Int] = []

  /// Reads text from an offset to the end, a fault, or a collection deeper than a limit.
  init(_ text: [UInt8], from start: Int = 0, depth: Int) {
    offsets = text.indices.filter { $0 >= start && text[$0] & 0xC0 != 0x80 } + [text.count]
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer {
      parser.deallocate()
      event.deallocate()
    }
    guard yaml_parser_initialize(parser) == 1 else {
      problem = "no memory"
      return
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    text.withUnsafeBufferPointer { buffer in
      let rest = UnsafeBufferPointer(rebasing: buffer[start...])
      yaml_parser_set_input_string(parser, rest.baseAddress, rest.count)
      var isOver = false
      while !isOver {
        guard yaml_parser_parse(parser, event) == 1 else {
          problem = parser.pointee.problem.map { String(cString: $0) } ?? "libyaml gives no reason"
          isReaderError = parser.pointee.error == YAML_READER_ERROR
          stop = isReaderError ? start + parser.pointee.problem_offset : offset(parser.pointee.problem_mark)
          return
        }
        isOver = !take(event.pointee, depth: depth)
        yaml_event_delete(event)
      }
    }
  }

  private func offset(_ mark: yaml_mark_t) -> Int { offsets[min(mark.index, offsets.count - 1)] }

  /// Notes an event; false when there is nothing more to read.
  private mutating func take(_ event: yaml_event_t, depth: Int) -> Bool {
    let start = offset(event.start_mark)
    let end = offset(event.end_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      documents.append(
        Document(start: start, firstNode: nodes.count, startsExplicitly: event.data.document_start.implicit == 0))
    case YAML_DOCUMENT_END_EVENT:
      documents[documents.count - 1].endsExplicitly = event.data.document_end.implicit == 0
      documents[documents.count - 1].isComplete = true
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      let style: Style
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: style = .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: style = .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: style = .literal
      case YAML_FOLDED_SCALAR_STYLE: style = .folded
      default: style = .plain
      }
      let text = Array(UnsafeBufferPointer(start: data.value, count: Int(data.length)))
      nodes.append(
        Node(
          form: .scalar, style: style, text: text, anchor: bytes(data.anchor), tag: bytes(data.tag), parent: open.last, start: start,
          end: end))
    case YAML_ALIAS_EVENT:
      nodes.append(
        Node(form: .alias, style: .plain, text: bytes(event.data.alias.anchor) ?? [], parent: open.last, start: start, end: end))
    case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
      guard open.count < depth else {
        stop = start
        return false
      }
      let isMapping = event.type == YAML_MAPPING_START_EVENT
      let (map, list) = (event.data.mapping_start, event.data.sequence_start)
      let isFlow = isMapping ? map.style == YAML_FLOW_MAPPING_STYLE : list.style == YAML_FLOW_SEQUENCE_STYLE
      open.append(nodes.count)
      nodes.append(
        Node(
          form: isMapping ? .mapping : .sequence, style: isFlow ? .flow : .block, anchor: bytes(isMapping ? map.anchor : list.anchor),
          tag: bytes(isMapping ? map.tag : list.tag), parent: open.dropLast().last, start: start, end: start))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      let node = open.removeLast()
      nodes[node].isClosed = true
      nodes[node].hasBracket = nodes[node].style == .flow && end > start
      nodes[node].end = end
    case YAML_STREAM_END_EVENT: return false
    default: break
    }
    return true
  }

  private func bytes(_ text: UnsafeMutablePointer<yaml_char_t>?) -> [UInt8]? {
    text.map { Array(String(cString: $0).utf8) }
  }

  /// A text as libyaml may see it: what YAML forbids, and the line ends that it would find and editors do not, become
  /// characters of the same length that mean nothing.
  static func readable(_ text: [UInt8]) -> [UInt8] {
    if text.allSatisfy({ (0x20...0x7E).contains($0) || [0x09, 0x0A, 0x0D].contains($0) }) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFFFD, 0x10000...: result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      case 0...0x7F: result += [0x20]
      case 0x80...0x9F: result += [0xC2, 0xB7]
      default: result += [0xEF, 0xBF, 0xBD]
      }
    }
    return result
  }
}
