import SourceText

/// The two streams that the command speaks on: the report, and everything else.
enum Output {
  /// Writes the report and closes standard output.
  ///
  /// A reader that goes away, such as `head`, is no failure. Anything else is: a report that is cut short by a full disk
  /// must not look like a finished one.
  static func writeReport(_ bytes: [UInt8]) throws(CommandFailure) {
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
      if !bytes.isEmpty { try System.closeWritten(System.standardOutput) }
    } catch {
      if error.isBrokenPipe { return }
      throw CommandFailure("could not write the report: \(error.words)")
    }
  }

  /// Writes a report to a file: whole, or not at all.
  static func write(_ bytes: [UInt8], to path: BytePath) throws(CommandFailure) {
    do throws(SystemFailure) {
      try System.replace(path, with: bytes)
    } catch {
      throw CommandFailure("could not write the report to \(path.shown(in: System.currentFolder)): \(error.words)")
    }
  }

  /// Says something on standard error; if that cannot be written there is nobody to tell.
  static func say(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { try? System.write($0, to: System.standardError) }
  }

  /// Says a sentence, or several lines; data in it is made visible.
  static func say(_ text: String) {
    var output: [UInt8] = []
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      Array(line).withUnsafeBufferPointer { VisibleText.append($0, to: &output) }
      output.append(0x0A)
    }
    say(output)
  }
}

/// Why a command could not do its work: one sentence without a full stop, and one next step.
struct CommandFailure: Error {
  let message: String
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// As it is said on standard error.
  var text: String {
    "error: " + message + (help.map { "\n  = help: " + $0 } ?? "")
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
}
