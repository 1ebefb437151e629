/// The functions of the strings extension, with the overload identifiers of cel-go.
enum StringDeclarations {
  static let functions = [
    FunctionDeclaration("charAt", .member("string_char_at_int", [.string, .int], .string)),
    FunctionDeclaration(
      "indexOf",
      .member("string_index_of_string", [.string, .string], .int),
      .member("string_index_of_string_int", [.string, .string, .int], .int)),
    FunctionDeclaration(
      "lastIndexOf",
      .member("string_last_index_of_string", [.string, .string], .int),
      .member("string_last_index_of_string_int", [.string, .string, .int], .int)),
    FunctionDeclaration(
      "join",
      .member("list_join", [.list(.string)], .string),
      .member("list_join_string", [.list(.string), .string], .string)),
    FunctionDeclaration("lowerAscii", .member("string_lower_ascii", [.string], .string)),
    FunctionDeclaration("upperAscii", .member("string_upper_ascii", [.string], .string)),
    FunctionDeclaration(
      "replace",
      .member("string_replace_string_string", [.string, .string, .string], .string),
      .member("string_replace_string_string_int", [.string, .string, .string, .int], .string)),
    FunctionDeclaration(
      "split",
      .member("string_split_string", [.string, .string], .list(.string)),
      .member("string_split_string_int", [.string, .string, .int], .list(.string))),
    FunctionDeclaration(
      "substring",
      .member("string_substring_int", [.string, .int], .string),
      .member("string_substring_int_int", [.string, .int, .int], .string)),
    FunctionDeclaration("trim", .member("string_trim", [.string], .string)),
    FunctionDeclaration("reverse", .member("string_reverse", [.string], .string)),
    FunctionDeclaration("format", .member("string_format", [.string, .list(.dyn)], .string)),
    FunctionDeclaration("strings.quote", .global("strings_quote", [.string], .string)),
  ]
}

/// The functions of the encoders extension, with the overload identifiers of cel-go.
enum EncoderDeclarations {
  static let functions = [
    FunctionDeclaration("base64.decode", .global("base64_decode_string", [.string], .bytes)),
    FunctionDeclaration("base64.encode", .global("base64_encode_bytes", [.bytes], .string)),
  ]
}

/// The functions of the regex extension, with the overload identifiers of cel-go.
enum RegexDeclarations {
  static let functions = [
    FunctionDeclaration(
      "regex.replace",
      .global("regex_replace_string_string_string", [.string, .string, .string], .string),
      .global("regex_replace_string_string_string_int", [.string, .string, .string, .int], .string)),
    FunctionDeclaration(
      "regex.extract", .global("regex_extract_string_string", [.string, .string], .optional(.string))),
    FunctionDeclaration(
      "regex.extractAll", .global("regex_extractAll_string_string", [.string, .string], .list(.string))),
  ]
}
