import Testing

@testable import CEL

/// Addresses and networks beyond what the specification's suite tries.
struct NetworkTests {
  private func address(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { (try? NetworkAddress($0))?.text }
  }

  @Test(arguments: [
    ("2001:DB8:0:0:0:0:0:68", "2001:db8::68"), ("::", "::"), ("1::", "1::"), ("0:0:0:0:0:0:0:1", "::1"),
    ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("255.255.255.255", "255.255.255.255"),
  ])
  func `an address is written as RFC 5952 wants it`(_ written: String, _ canonical: String) {
    #expect(address(written) == canonical)
    #expect(address(canonical) == canonical)
  }

  @Test(arguments: [
    "", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8:9", "12345::", "::g", "1:", ":1", "1.2.3",
    "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.+4", " 1.2.3.4", "1.2.3.4:", "::1.2.3.4:5", "::1.2.3",
    "2001:db8::68" + String(repeating: " ", count: 60_000),
  ])
  func `what is no address is refused`(_ text: String) {
    #expect(address(text) == nil)
  }

  @Test(arguments: [
    ("cidr('192.168.1.200/25').masked() == cidr('192.168.1.128/25')", true),
    ("cidr('2001:db8::ffff/64').masked() == cidr('2001:db8::/64')", true),
    ("cidr('::/0').containsIP('ffff::1')", true), ("cidr('0.0.0.0/0').containsIP('255.255.255.255')", true),
    ("isCIDR('10.0.0.0/33') || isCIDR('10.0.0.0/08') || isCIDR('10.0.0.0') || isCIDR('::/129')", false),
    ("[ip('10.0.0.1'), ip('10.0.0.1'), ip('::1')].distinct().size() == 2", true),
    ("ip('10.0.0.1') in [ip('10.0.0.2'), ip('10.0.0.1')]", true), ("'%s'.format([cidr('10.0.0.0/8')]) == '10.0.0.0/8'", true),
    ("ip('169.254.1.1').isLinkLocalUnicast() && ip('224.0.0.5').isLinkLocalMulticast() && ip('127.9.9.9').isLoopback()", true),
    ("ip('10.1.2.3').isGlobalUnicast() && !ip('ff02::1').isGlobalUnicast()", true),
  ])
  func `networks hold what they should`(_ expression: String, _ expected: Bool) {
    guard case .value(let value, _) = Evaluator().evaluate(expression) else {
      Issue.record("\(expression) has no value")
      return
    }
    #expect(value == .bool(expected))
  }

  @Test func `what addresses cost can be told beforehand`() throws {
    let environment = Environment(
      libraries: Library.all + [.network], variables: [VariableDeclaration(name: "s", type: .string)])
    func estimate(_ expression: String) throws -> CostEstimate { try environment.compile(expression).costEstimate() }
    #expect(try estimate("ip(s) == ip('10.0.0.1')") == CostEstimate(exactly: 4))
    #expect(try estimate("cidr('10.0.0.0/8').containsIP(s) && ip(s) in [ip('10.0.0.1'), ip('10.0.0.2')]").maximum < 30)
  }
}
