import Foundation
import Testing

/// What `concordat.yaml` changes, and that it is said.
struct ConfigurationTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("laa/a.yaml", Sample.agreement)
    // The root of a repository ends the search.
    try scratch.write(".git/HEAD", "ref: refs/heads/main\n")
  }

  private func check(_ arguments: [String] = [], in folder: String = ".") throws -> RunConcordat {
    try RunConcordat(["check", "--today", "2008-06-30"] + arguments, in: scratch.folder.appending(path: folder))
  }

  @Test func `rules are switched off and weighed as the configuration says, and the report says so`() throws {
    try scratch.write(
      "concordat.yaml",
      """
      rules:
        alignment/district-cannot-own-laa: off
        statutory/laa-targets-present: warning
        governance/accountable-body-named: error
      fail_on: never

      """)
    let run = try check()
    #expect(run.status == 0)
    #expect(!run.output.contains("[alignment/district-cannot-own-laa]"))
    #expect(run.output.contains("warning[statutory/laa-targets-present]"))
    #expect(run.output.contains("error[governance/accountable-body-named]"))
    #expect(
      run.output.contains(
        """
        changed: this check was not by the rules alone
           = alignment/district-cannot-own-laa is switched off (concordat.yaml:2)
           = statutory/laa-targets-present only counts as warning, not error (concordat.yaml:3)
           = governance/accountable-body-named counts as error, not warning (concordat.yaml:4)
           = no finding makes the run fail (concordat.yaml:5)


        """))
    // The command line counts before the configuration.
    #expect(try check(["--fail-on", "error"]).status == 1)
    let alone = try check(["--isolated"])
    #expect(alone.status == 1)
    #expect(alone.output.contains("[alignment/district-cannot-own-laa]"))
    #expect(!alone.output.contains("changed:"))
    #expect(try check(["--no-config"]).output == alone.output)
  }

  @Test func `the nearest configuration upwards counts, as far as the root of the repository`() throws {
    try scratch.write("concordat.yaml", "fail_on: never\n")
    #expect(try check(in: "laa").status == 0)
    #expect(try check(in: "laa").output.contains("(../concordat.yaml:1)"))
    try scratch.write("laa/.git/HEAD", "ref: refs/heads/main\n")
    #expect(try check(in: "laa").status == 1)
    try scratch.write("laa/concordat.yml", "fail_on: never\n")
    #expect(try check(in: "laa").errors == "warning: concordat.yml is not read: a configuration is called concordat.yaml\n")
    let named = try check(["--config", "../concordat.yaml"], in: "laa")
    #expect(named.status == 0)
  }

  @Test(arguments: [
    ("fail_onn: never", "concordat.yaml:1:1", "did you mean 'fail_on'?"),
    ("fail_on: nevr", "concordat.yaml:1:10", "did you mean 'never'?"),
    ("rules: {alignment/district-cannot-own-la: off}", "concordat.yaml:1:9", "there is no rule 'alignment/district-cannot-own-la': did you mean alignment/district-cannot-own-laa?"),
    ("rules: {alignment/district-cannot-own-laa: none}", "concordat.yaml:1:44", "cannot be 'none'"),
    ("rules: {input/unreadable: off}", "concordat.yaml:1:9", "input/unreadable always counts as it is"),
    ("packs: [../rules]", "concordat.yaml:1:9", "a pack may not lie outside the folder of the configuration"),
    ("packs: [/etc]", "concordat.yaml:1:9", "a pack may not lie outside the folder of the configuration"),
    ("packs: [linked]", "concordat.yaml:1:9", "a pack may not lie outside the folder of the configuration"),
    ("baseline: ../old.txt", "concordat.yaml:1:11", "the baseline may not lie outside the folder of the configuration"),
    ("paths: {exclude: ['#x']}", "concordat.yaml:1:19", "the pattern '#x' matches nothing"),
    ("paths: [x", "concordat.yaml:", "error["),
  ])
  func `a faulty configuration is refused with the place and the likely meaning`(_ text: String, _ place: String, _ words: String) throws {
    try scratch.link("linked", to: "/etc")
    try scratch.write("concordat.yaml", text + "\n")
    let run = try check(["laa"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(place), "\(run.errors)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("error: the configuration has "))
    #expect(try check(["laa", "--isolated"]).status == 1)
  }

  @Test func `two configurations above the paths are one too many`() throws {
    try scratch.write("concordat.yaml", "fail_on: never\n")
    try scratch.write("other/concordat.yaml", "fail_on: error\n")
    try scratch.write("other/b.yaml", Sample.partnership)
    let run = try check(["laa", "other"])
    #expect(run.status == 2)
    #expect(
      run.errors == """
        error: two configurations stand above the paths: concordat.yaml and other/concordat.yaml
          = help: Check them in two runs, or name one with --config

        """)
  }

  @Test func `paths in and out decide what is read of folders, and named files are read all the same`() throws {
    try scratch.write("concordat.yaml", "paths:\n  include: [laa/, '*.agreement.yaml']\n  exclude: [old-*, '!old-but-good.yaml']\n")
    for name in ["laa/deep/b", "laa/old-c", "laa/old-but-good", "elsewhere/d", "elsewhere/e.agreement"] {
      try scratch.write("\(name).yaml", Sample.agreement)
    }
    let run = try RunConcordat(["config", "--files"], in: scratch.folder)
    #expect(
      run.output.split(separator: "\n").filter { $0.hasPrefix("read ") || $0.hasPrefix("not read ") }.map(String.init) == [
        "read          elsewhere/e.agreement.yaml", "read          laa/a.yaml", "read          laa/deep/b.yaml",
        "read          laa/old-but-good.yaml",
        "not read      concordat.yaml (not among the paths that the configuration includes)",
        "not read      elsewhere/d.yaml (not among the paths that the configuration includes)",
        "not read      laa/old-c.yaml (left out by the configuration)",
      ], "\(run.output)\(run.errors)")
    #expect(try check(["elsewhere/d.yaml"]).output.contains("elsewhere/d.yaml:"))
  }

  @Test func `a pack of the repository is used, and that it is in use is said`() throws {
    let village = RunConcordat.package.appending(path: RunConcordat.fixtures + "/village")
    try FileManager.default.copyItem(at: village, to: scratch.folder.appending(path: "village"))
    try scratch.write("concordat.yaml", "packs: [village]\n")
    let run = try check(["laa"])
    #expect(run.output.contains("   = the rule pack in village is also used (concordat.yaml:1)\n"), "\(run.output)\(run.errors)")
  }

  @Test func `config shows each value and where it comes from`() throws {
    try scratch.write("concordat.yaml", "fail_on: warning\nrules:\n  alignment/district-cannot-own-laa: advice\n")
    let run = try RunConcordat(["config", "laa"], in: scratch.folder)
    #expect(run.status == 0)
    for line in [
      "configuration                        concordat.yaml (the nearest, or --config)",
      "fail on                              warning (concordat.yaml:1)",
      "fail on undecided                    no (default)",
      "alignment/district-cannot-own-laa    advice, in the pack error (concordat.yaml:3)",
    ] {
      #expect(run.output.contains(line + "\n"), "\(run.output)")
    }
    let json = try RunConcordat(["config", "laa", "--format", "json"], in: scratch.folder)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["changes"] as? [String])?.count == 2)
  }

  @Test func `undecided rules fail a run only where that is asked for`() throws {
    try scratch.write("b.yaml", Sample.agreement)
    #expect(try check(["b.yaml", "--fail-on", "never"]).status == 0)
    #expect(try check(["b.yaml", "--fail-on", "never", "--fail-on-undecided"]).status == 1)
    try scratch.write("concordat.yaml", "fail_on: never\nfail_on_undecided: true\n")
    #expect(try check(["b.yaml"]).status == 1)
  }

  @Test func `statistics and more words go to standard error, and only on request`() throws {
    let plain = try check(["laa"])
    #expect(plain.errors == "")
    let more = try check(["laa", "--statistics", "--verbose"])
    #expect(more.output == plain.output)
    #expect(more.errors.contains("findings by rule:\n"))
    #expect(more.errors.contains("time in milliseconds:\n"))
    #expect(more.errors.contains("fail on: error (default)\n"))
    #expect(more.errors.contains("read: 1 file\n"))
  }
}
