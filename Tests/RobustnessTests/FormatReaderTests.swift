import ConcordatReport
import Testing

/// The readers that reports are held to must themselves tell right from wrong.
struct FormatReaderTests {
  @Test(arguments: ["{}", "[1, -0.5e+3, \"\\ud83d\\ude00\\n\", true, null, {\"a\": []}]\n"])
  func `JSON is read`(_ text: String) { #expect(JSONText.fault(in: Array(text.utf8)) == nil) }

  @Test(arguments: ["", "{", "[1,]", "{\"a\": 1, \"a\": 2}", "[01]", "[1.]", "\"\u{1}\"", "\"\\ud83d\"", "\"\\x\"", "[] []", "'a'", "[+1]", "nul"])
  func `what is no JSON is not`(_ text: String) { #expect(JSONText.fault(in: Array(text.utf8)) != nil) }

  @Test func `XML and HTML are read`() {
    #expect(MarkupText.fault(in: Array("<?xml version=\"1.0\"?>\n<a b=\"&lt;&#10;\"><c/>é ]]&gt;</a>\n".utf8), .xml) == nil)
    #expect(MarkupText.fault(in: Array("<!doctype html>\n<html><meta charset=\"utf-8\"><style>a > b {}</style><p hidden>&amp;</p></html>\n".utf8), .html) == nil)
  }

  @Test(arguments: [
    "<a>", "<a></b>", "<a/><b/>", "x<a/>", "<a b=c/>", "<a b=\"1\" b=\"2\"/>", "<a>&x;</a>", "<a>&</a>", "<a>]]></a>", "<a>\u{1}</a>", "<a b=\"<\"/>",
    "<a>&#0;</a>", "<a href=\"javascript:x\"/>", "<!DOCTYPE a><a/>", "<a>\u{FFFF}</a>",
  ])
  func `what is no XML is not`(_ text: String) { #expect(MarkupText.fault(in: Array(text.utf8), .xml) != nil) }

  @Test(arguments: ["<p onclick=\"x\"></p>", "<p></p><script>a<b</script>", "<p><script>x</p></script>", "<a href=\"data:x\"></a>"])
  func `what is no HTML for a report is not`(_ text: String) { #expect(MarkupText.fault(in: Array(text.utf8), .html) != nil) }

  @Test func `tables, commands and lines are read`() {
    #expect(LineText.tableFault(in: Array("a,b\r\n\"x \"\"y\"\",\nz\",-5\r\n'=1,\r\n".utf8)) == nil)
    for wrong in ["a,b\nc\n", "a", "a\"b\n", "\"a\"b\n", "=1+1\n", "\"@x\"\n", "\"a\n"] { #expect(LineText.tableFault(in: Array(wrong.utf8)) != nil, "\(wrong)") }
    #expect(LineText.commandFault(in: Array("::error file=a::b\nplain\n".utf8)) == nil)
    #expect(LineText.commandFault(in: Array("::error::b\n::set-output x\n".utf8)) != nil)
    #expect(LineText.jsonLinesFault(in: Array("{}\n[]\n".utf8)) == nil)
    #expect(LineText.jsonLinesFault(in: Array("{}\n\n".utf8)) != nil)
  }

  @Test(arguments: ["a\u{1B}[31m\n", "a\u{202E}\n", "no end", "a\u{9B}\n"])
  func `what a terminal could obey is a fault in every form`(_ text: String) {
    for format in ReportFormat.allCases { #expect(ReportInspection.fault(in: Array(text.utf8), format.rawValue) != nil) }
  }
}
