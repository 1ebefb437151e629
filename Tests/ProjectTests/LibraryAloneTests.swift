import Testing

struct `The CEL library by itself` {
  @Test func `comes with neither libyaml nor the argument parser`() throws {
    let check = try Command.run(["Scripts/check-cel-alone"])
    print(check.output, terminator: "")
    // 3 says that it cannot be tried here; the reason is in what was printed.
    #expect(check.code == 0 || check.code == 3, "\(check.output)")
  }
}
