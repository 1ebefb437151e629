internal import SourceText

extension Wording {
  /// The sentence for a place where libyaml cannot read on.
  static func syntax(_ cause: SyntaxCause, detail: String) -> YAMLFault {
    func fault(
      _ kind: YAMLFault.Kind, _ range: ByteRange, _ message: String, _ help: String, related: [YAMLFault.Related] = []
    ) -> YAMLFault {
      YAMLFault(kind: kind, severity: .error, range: range, related: related, message: message, help: help, detail: detail)
    }
    switch cause {
    case .unclosedQuote(let open):
      return fault(.unclosedQuote, open, "a closing quotation mark is missing: the quotation opens here", "Put the same mark at the end of the text")
    case .unclosedBracket(let open, let noticed):
      return fault(
        .unclosedBracket, open, "a closing bracket is missing: it opens here", "Close it with ] or }, and put commas between the items",
        related: [.init(range: noticed, text: "it should have ended before this")])
    case .missingComma(let range, let open):
      return fault(
        .unclosedBracket, range, "a comma or a closing bracket is missing before this", "Put commas between the items, or put the text in quotes",
        related: [.init(range: open, text: "the bracket opens here")])
    case .tab(let range):
      return fault(.tabIndentation, range, "a tab is used for indentation", "Replace it by spaces")
    case .template(let range):
      return fault(
        .template, range, "a placeholder of a template was left in", "Put the text that it stands for, or put the whole value in quotes")
    case .indentation(let range, let found, let above, let expected, let block):
      let begins = "it begins after \(found) space\(found == 1 ? "" : "s")"
      let message =
        if let above, above > found, found > expected {
          "this line belongs neither to the line above nor to the group around it: \(begins), they after \(above) and \(expected)"
        } else {
          "this line is indented \(found < expected ? "less" : "more") than its neighbours: \(begins), they after \(expected)"
        }
      return fault(
        .indentation, range, message, "Give the lines that belong together the same indentation", related: [.init(range: block, text: "the group begins here")])
    case .indentedUnderValue(let range, let above):
      return fault(
        .indentation, range, "this line is indented as if it belonged to the line above, which already has a value",
        "Begin it below the start of that line's text, or move that line's value",
        related: [.init(range: above, text: "the line above")])
    case .listInMapping(let range):
      return fault(.syntax, range, "a list item stands among named values", "Indent the list under the name it belongs to")
    case .settingInList(let range):
      return fault(.syntax, range, "a list item is expected here: a hyphen and a space are missing", "Begin the line with “- ”, or indent it under the item above")
    case .listOnSameLine(let range):
      return fault(.syntax, range, "a list must begin on a line of its own", "Begin a new line before the hyphen, or put the text in quotes")
    case .colonInText(let range):
      return fault(.colonInText, range, "a colon followed by a space stands inside text", "Put the whole text in quotes")
    case .missingColon(let range):
      return fault(.missingColon, range, "this line has no “name: value”: a colon and a space are missing", "Add the colon, or indent the line under the text it continues")
    case .keyTooLong(let range):
      return fault(.missingColon, range, "more than 1 024 characters stand before this colon", "Put the whole text in quotes if it is no name")
    case .apostrophe(let range):
      return fault(.textAfterValue, range, "the quotation ends here, in the middle of the text", "Write the apostrophe twice (''), or use double quotation marks round the text")
    case .textAfterValue(let range):
      return fault(.textAfterValue, range, "there is text after the end of the value", "Put the whole value in quotes, or move the text")
    case .reserved(let range, let character):
      return fault(.reservedCharacter, range, "text cannot begin with \(character)", "Put the whole text in quotes")
    case .unexpected(let range, let character):
      return fault(
        .syntax, range, character.isEmpty ? "a value is expected, but the text ends here" : "a value is expected, but \(character) stands here",
        "Add the value, or put the text in quotes")
    case .escape(let range, let text):
      return fault(
        .invalidEscape, range, "\(text) has no meaning inside double quotation marks",
        "Write \\\\ for a backslash, or use single quotation marks")
    case .referenceName(let range):
      return fault(.reservedCharacter, range, "text that begins with & or * is read as a reference", "Put the whole text in quotes")
    case .tagText(let range):
      return fault(.reservedCharacter, range, "text that begins with ! is read as a tag", "Put the whole text in quotes")
    case .tagHandle(let range):
      return fault(.reservedCharacter, range, "text that begins with ! is read as a tag, and this one is not declared", "Put the whole text in quotes, or delete the tag")
    case .blockHeader(let range):
      return fault(
        .reservedCharacter, range, "after | or > the text must begin on the next line", "Begin a new line after it, or put the whole text in quotes")
    case .afterDocument(let range):
      return fault(.syntax, range, "the text before this line is complete, and this does not continue it", "Check the indentation, or the line above")
    case .directive(let range):
      return fault(.directive, range, "a line that begins with % is read as an instruction to the reader, and this one cannot be", "Delete the line, or put the text in quotes")
    case .version(let range):
      return fault(.directive, range, "the file declares a version of YAML that cannot be read", "Delete the line that begins with %YAML")
    case .other(let range):
      return fault(.syntax, range, "the file cannot be read further than this", "Compare the line and the one above with a part of the file that works")
    }
  }
}
