import ConcordatDiagnostics
import SourceText

/// Why something that should have been checked was not.
///
/// Each is a finding in every format and makes the run end with 2: what was not read must not look like what was
/// found in order.
enum FileFault: Error {
  /// Nothing has the name that was given; perhaps another was meant.
  case missing(suggestion: String?)
  case brokenLink
  /// It was there when its folder was read.
  case vanished
  case notAFile(FileStatus.Kind)
  case tooLarge(size: Int?)
  /// The files before it hold as much as one run reads.
  case tooMuch(limit: Int, others: Int)
  /// Folders hold more files than one run reads.
  case tooMany(limit: Int)
  case unreadable(SystemFailure)
  case unreadableFolder(SystemFailure)

  /// The finding that says so, at the head of a file that has no text.
  func diagnostic(at path: String) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: .error, message: message,
      place: .init(file: SourceFile(path: path, text: []), range: ByteRange(0, 0)), help: help)
  }

  /// All ids, for whoever asks what one means.
  static let rules = [
    "input/missing", "input/broken-link", "input/vanished", "input/not-a-file", "input/too-large", "input/too-much",
    "input/too-many", "input/unreadable", "input/unreadable-folder",
  ]

  private var rule: String {
    switch self {
    case .missing: "input/missing"
    case .brokenLink: "input/broken-link"
    case .vanished: "input/vanished"
    case .notAFile: "input/not-a-file"
    case .tooLarge: "input/too-large"
    case .tooMuch: "input/too-much"
    case .tooMany: "input/too-many"
    case .unreadable: "input/unreadable"
    case .unreadableFolder: "input/unreadable-folder"
    }
  }

  private var message: String {
    switch self {
    case .missing: "there is no file or folder of this name"
    case .brokenLink: "the link leads to nothing"
    case .vanished: "the file went away while the folder was being read"
    case .notAFile(.folder): "this is a folder where a file was expected"
    case .notAFile(.pipe): "this is a named pipe, not a file"
    case .notAFile(.socket): "this is a socket, not a file"
    case .notAFile(.device): "this is a device, not a file"
    case .notAFile: "this is not a file"
    case .tooLarge(let size?): "the file is of \(Self.megabytes(size)), and none above \(Self.megabytes(SourceFile.sizeLimit)) is read"
    case .tooLarge(nil): "the text is of more than \(Self.megabytes(SourceFile.sizeLimit)), and is not read"
    case .tooMuch(let limit, let others):
      "the files before this one hold \(Self.megabytes(limit)), the most that one run reads; it is not read"
        + (others == 0 ? "" : ", nor \(others == 1 ? "is another" : "are \(others) others")")
    case .tooMany(let limit): "more than \(limit) files were found, the most that one run reads; the rest of the folder is not read"
    case .unreadable(let failure): "the file cannot be read: \(failure.words)"
    case .unreadableFolder(let failure): "the folder cannot be read: \(failure.words)"
    }
  }

  private var help: String {
    switch self {
    case .missing(let suggestion?): "Did you mean \(suggestion)?"
    case .missing(nil): "Correct the path; paths start from the folder in which concordat is run"
    case .brokenLink: "Mend the link, or remove it"
    case .vanished: "Run again when nothing else changes the folder"
    case .notAFile(.pipe): "To check what a program writes, name - and send it to standard input"
    case .notAFile: "Name a file, or a folder of files"
    case .tooLarge: "Write each document in a file of its own"
    case .tooMuch: "Check fewer folders at a time; where ulimit -v keeps memory short, raise it"
    case .tooMany: "Check fewer folders at a time"
    case .unreadable(let failure) where failure.isLoopOfLinks: "Mend the link, or remove it"
    case .unreadable: "Make it readable, or leave it out of the folders that are checked"
    case .unreadableFolder: "Make it readable, or check other folders"
    }
  }

  /// With one decimal, rounded up so that what is above a limit never looks equal to it.
  private static func megabytes(_ bytes: Int) -> String {
    let unit = 1 << 20
    let tenths = bytes / unit * 10 + (bytes % unit * 10 + unit - 1) / unit
    return tenths % 10 == 0 ? "\(tenths / 10) MiB" : "\(tenths / 10).\(tenths % 10) MiB"
  }
}
