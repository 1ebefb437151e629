/// The functions of the network extension, with the overload identifiers of the Kubernetes libraries that it comes from.
enum NetworkDeclarations {
  static let address = CELType.opaque("net.IP", [])
  static let network = CELType.opaque("net.CIDR", [])

  static let types = [
    Library.NamedType(name: "net.IP", type: address), Library.NamedType(name: "net.CIDR", type: network),
  ]

  static let functions = [
    FunctionDeclaration("ip", .global("string_to_ip", [.string], address), .member("cidr_ip", [network], address)),
    FunctionDeclaration("isIP", .global("is_ip", [.string], .bool)),
    FunctionDeclaration("ip.isCanonical", .global("ip_is_canonical", [.string], .bool)),
    FunctionDeclaration("family", .member("ip_family", [address], .int)),
    FunctionDeclaration("isUnspecified", .member("ip_is_unspecified", [address], .bool)),
    FunctionDeclaration("isLoopback", .member("ip_is_loopback", [address], .bool)),
    FunctionDeclaration("isGlobalUnicast", .member("ip_is_global_unicast", [address], .bool)),
    FunctionDeclaration("isLinkLocalMulticast", .member("ip_is_link_local_multicast", [address], .bool)),
    FunctionDeclaration("isLinkLocalUnicast", .member("ip_is_link_local_unicast", [address], .bool)),
    FunctionDeclaration("cidr", .global("string_to_cidr", [.string], network)),
    FunctionDeclaration("isCIDR", .global("is_cidr", [.string], .bool)),
    FunctionDeclaration(
      "containsIP",
      .member("cidr_contains_ip_string", [network, .string], .bool),
      .member("cidr_contains_ip_ip", [network, address], .bool)),
    FunctionDeclaration(
      "containsCIDR",
      .member("cidr_contains_cidr_string", [network, .string], .bool),
      .member("cidr_contains_cidr", [network, network], .bool)),
    FunctionDeclaration("masked", .member("cidr_masked", [network], network)),
    FunctionDeclaration("prefixLength", .member("cidr_prefix_length", [network], .int)),
    FunctionDeclaration(
      "string",
      .global("ip_to_string", [address], .string),
      .global("cidr_to_string", [network], .string)),
  ]
}
