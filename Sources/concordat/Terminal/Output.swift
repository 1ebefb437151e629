import SourceText

/// The two streams that the command speaks on: the report, and everything else.
enum Output {
  /// Writes the report and closes standard output.
  ///
  /// A reader that goes away, such as `head`, is no failure. Anything else is: a report that is cut short by a full disk
  /// must not look like a finished one.
  ///
  /// - Parameter isLast: Whether nothing follows; standard output stays open otherwise.
  static func writeReport(_ bytes: [UInt8], isLast: Bool = true) throws(CommandFailure) {
    do throws(SystemFailure) {
      var failure: SystemFailure?
      bytes.withUnsafeBytes { buffer in
        do throws(SystemFailure) {
          try System.write(buffer, to: System.standardOutput)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      if isLast, !bytes.isEmpty { try System.closeWritten(System.standardOutput) }
    } catch {
      if error.isBrokenPipe { return }
      throw CommandFailure("could not write the report: \(error.words)", isOfOutput: true)
    }
  }

  /// Writes a sentence to standard output and closes it; data in it is made visible.
  static func writeLine(_ text: String) throws(CommandFailure) {
    try writeReport(RawArguments.visible(text) + [0x0A])
  }

  /// Writes a report to a file: whole, or not at all.
  static func write(_ bytes: [UInt8], to path: BytePath) throws(CommandFailure) {
    do throws(SystemFailure) {
      try System.replace(path, with: bytes)
    } catch {
      throw CommandFailure("could not write the report to \(path.shown(in: System.currentFolder)): \(error.words)", isOfOutput: true)
    }
  }

  /// Says something on standard error; if that cannot be written there is nobody to tell.
  static func say(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { try? System.write($0, to: System.standardError) }
  }

  /// Says several lines of our own; data in them is made visible.
  static func say(_ text: String) {
    say(RawArguments.visible(text) + [0x0A])
  }

  /// Says why a command could not do its work.
  static func say(_ failure: CommandFailure) {
    say(failure.text)
  }
}

/// Why a command could not do its work: one sentence without a full stop, and one next step.
struct CommandFailure: Error {
  let message: String
  let help: String?
  /// Whether it is a report that could not be written.
  let isOfOutput: Bool

  init(_ message: String, help: String? = nil, isOfOutput: Bool = false) {
    self.message = message
    self.help = help
    self.isOfOutput = isOfOutput
  }

  /// As it is said on standard error. A line break in the message is data, and must not begin a line there: a program that
  /// reads logs could take what follows for a command.
  var text: String {
    "error: " + Self.line(message) + (help.map { "\n  = help: " + Self.line($0) } ?? "")
  }

  private static func line(_ text: String) -> String {
    text.utf8.contains { $0 == 0x0A } ? VisibleText.string(text) : text
  }
}

/// How a run ends.
enum ExitStatus: Int32 {
  /// Nothing at or above the threshold.
  case clean = 0
  /// Findings, or examples that fail.
  case findings = 1
  /// Bad arguments, nothing to check, something unreadable, a faulty pack, a report that could not be written.
  case failure = 2
  /// Ctrl-C.
  case interrupted = 130
}

extension Output {
  /// Writes a new document, and says where it is; what is there already is left alone.
  static func create(_ bytes: [UInt8], at path: BytePath) throws(CommandFailure) {
    let shown = path.shown(in: System.currentFolder)
    do throws(SystemFailure) {
      try System.create(path, with: bytes)
    } catch {
      if error.isTaken { throw CommandFailure("\(shown) is there already", help: "Choose another name") }
      throw CommandFailure("\(shown) could not be written: \(error.words)")
    }
    say("\(shown) is written; concordat check \(shown) says what is missing")
  }
}
