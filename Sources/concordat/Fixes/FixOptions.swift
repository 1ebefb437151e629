import ArgumentParser
import ConcordatDiagnostics

/// Which fixes are to be made.
struct FixOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Make the fixes that could not surprise anybody, and report what remains.",
      discussion: """
        Only the bytes of a fix are changed: comments, layout and line ends stay. A fix after which a file could not be read, the \
        finding would still be there or another error would come up is not made. The run ends as what remains demands.
        """))
  var fix = false

  @Flag(name: .customLong("fix-all"), help: "Make the fixes that a person should look at as well; look at them with --diff first.")
  var fixAll = false

  @Flag(
    help: ArgumentHelp(
      "Show what would be changed, as a patch for git apply, in place of the report; nothing is written.",
      discussion: "With --fix-all, all fixes are shown; otherwise those of --fix. The run ends as it would without fixes."))
  var diff = false

  var isAsked: Bool { fix || fixAll || diff }

  var safeties: Set<Fix.Safety> { fixAll ? Set(Fix.Safety.allCases) : [.safe] }
}
