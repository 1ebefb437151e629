internal import CLibYAML

/// The events of libyaml over some text: the only door to the C library.
///
/// libyaml keeps pointers into the parser, which therefore lives on the heap and never moves. Every event is deleted
/// exactly once: when the next is asked for, or at the end.
struct LibYAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The event last read.
  let event: UnsafeMutablePointer<yaml_event_t>

  /// Prepares to read text that stays in place for the life of this value; nil when there is no memory.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    // The encoding is known, so a byte order mark in the text is not taken off behind our back.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    self.parser = parser
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Reads the next event; false after an error, which is then in ``problem``.
  mutating func next() -> Bool {
    yaml_event_delete(event)
    return yaml_parser_parse(parser, event) == 1
  }

  /// What libyaml says about the text, in its own words and counting.
  var problem: LibYAMLProblem {
    let parser = parser.pointee
    func words(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
    return LibYAMLProblem(
      isReader: parser.error == YAML_READER_ERROR,
      isMemory: parser.error == YAML_MEMORY_ERROR,
      problem: words(parser.problem), context: words(parser.context),
      problemIndex: parser.error == YAML_READER_ERROR ? parser.problem_offset : parser.problem_mark.index,
      contextIndex: parser.context == nil ? nil : parser.context_mark.index)
  }
}

/// A fault as libyaml reports it.
struct LibYAMLProblem {
  /// The bytes could not be read; the index then counts bytes, otherwise code points.
  var isReader: Bool
  var isMemory: Bool
  var problem: String
  var context: String
  var problemIndex: Int
  var contextIndex: Int?
}
