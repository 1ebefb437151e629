import Testing

/// Pages for people, compared whole.
struct PageTests {
  static let village = RunConcordat.fixtures + "/village"

  @Test(arguments: [
    ("help", "help.txt"), ("help check", "help-check.txt"), ("help explain", "help-explain.txt"),
    ("help config", "help-config.txt"), ("help exceptions", "help-exceptions.txt"), ("help rules", "help-rules.txt"), ("help test", "help-test.txt"), ("help schema", "help-schema.txt"),
  ]) func `help says what a command does and every option of it`(_ arguments: String, _ golden: String) throws {
    let run = try RunConcordat(arguments.split(separator: " ").map(String.init))
    try Golden(name: golden).expect(run.output)
  }

  @Test func `a rule is explained with its law, its dates and its examples`() throws {
    let run = try RunConcordat(["explain", "VG001", "--pack", Self.village])
    try Golden(name: "explain-rule.txt").expect(run.output)
  }

  @Test func `a provision is explained with the rules that rest on it`() throws {
    try Golden(name: "explain-provision.txt").expect(
      try RunConcordat(["explain", "village-act/s1", "--pack", Self.village]).output)
    try Golden(name: "explain-judgement.txt").expect(
      try RunConcordat(["explain", "village-act/s2", "--pack", Self.village]).output)
  }

  @Test func `a finding of form is explained by its family`() throws {
    try Golden(name: "explain-form.txt").expect(try RunConcordat(["explain", "structure/unknown-key"]).output)
  }

  @Test func `an example that fails is shown with the places expected and found`() throws {
    let run = try RunConcordat(["test", Self.village + "-with-wrong-examples"])
    try Golden(name: "test-wrong-examples.txt").expect(run.output)
  }

  @Test func `examples that pass are counted`() throws {
    #expect(try RunConcordat(["test", Self.village]).output == "1 rule, 3 examples, 15 runs: all pass\n")
  }

  @Test func `a fault of a pack is shown at its place`() throws {
    let run = try RunConcordat(["rules", "--pack", Self.village + "-with-faults"])
    try Golden(name: "pack-faults.txt").expect(run.errors)
  }

  @Test func `a pack adds its rules, and replaces one of its name`() throws {
    let scratch = try Scratch()
    try scratch.write("mine/pack.yaml", "pack: village\ntitle: Nothing\nversion: 2.0.0\n")
    let added = try RunConcordat(["rules", "--pack", Self.village])
    #expect(added.output.contains("manners/short-title (VG001)"))
    #expect(added.output.contains("statutory/relates-to-without-consent"))
    let replaced = try RunConcordat(["rules", "--pack", Self.village, "--pack", scratch.folder.path + "/mine"])
    #expect(!replaced.output.contains("manners/short-title"))
  }

  @Test func `what cannot become part of a pack is a fault of it`() throws {
    let scratch = try Scratch()
    try scratch.write("pack/pack.yaml", "pack: p\ntitle: P\nversion: 1.0.0\n")
    try scratch.write("pack/rules/a.yml", "")
    try scratch.write("pack/rules/deep/b.yaml", "")
    try scratch.link("pack/rules/c.yaml", to: "/etc/hostname")
    let run = try RunConcordat(["rules", "--pack", "pack"], in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output == "")
    try Golden(name: "pack-misplaced.txt").expect(run.errors)
  }
}
