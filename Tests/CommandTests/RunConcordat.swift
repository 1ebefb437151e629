import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// One run of the built program, as a user runs it.
struct RunConcordat {
  var status: Int32
  var output: String
  var errors: String

  /// The root of the package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let fixtures = "Tests/CommandTests/Fixtures"

  /// The program, which stands beside the bundle of the tests.
  static let program: URL = {
    let bundles = [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()]
    let besides = (bundles + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }).compactMap(\.self)
    return besides.map { $0.appending(path: "concordat") }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? package.appending(path: ".build/debug/concordat")
  }()

  /// What a user's shell sets, without what would change colours or signs.
  static let environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm",
  ]

  /// - Parameters:
  ///   - folder: The folder to run in; the root of the package if left out.
  ///   - environment: Variables beside the usual ones; an empty value counts as not set.
  ///   - terminal: Whether standard output is a terminal.
  init(
    _ arguments: [String], in folder: URL = RunConcordat.package, environment: [String: String] = [:], input: String = "",
    terminal: Bool = false
  ) throws {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.environment.merging(environment) { $1 }
    let inputFile = try scratch.write("input", input)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    let errorFile = try scratch.write("errors", "")
    process.standardError = try FileHandle(forWritingTo: errorFile)
    if terminal {
      let pair = try PseudoTerminal()
      process.standardOutput = pair.inner
      try process.run()
      try pair.inner.close()
      output = pair.readAll()
      process.waitUntilExit()
    } else {
      let outputFile = try scratch.write("output", "")
      process.standardOutput = try FileHandle(forWritingTo: outputFile)
      try process.run()
      process.waitUntilExit()
      output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    }
    status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
  }

  /// Runs a line of the shell in which `concordat` is the program, wherever it was built.
  static func shell(_ line: String, in folder: URL = RunConcordat.package) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "concordat() { \"$CONCORDAT\" \"$@\"; }; " + line]
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["CONCORDAT": program.path]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

/// A folder that goes away with its test.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "concordat-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes a file, making the folders above it.
  @discardableResult
  func write(_ path: String, _ text: String) throws -> URL {
    try write(path, Data(text.utf8))
  }

  @discardableResult
  func write(_ path: String, _ data: Data) throws -> URL {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.appending(path: path).path, withDestinationPath: target)
  }
}

/// Both ends of a terminal that nobody sits at.
private struct PseudoTerminal {
  let outer: Int32
  let inner: FileHandle

  struct Unavailable: Error {}

  init() throws {
    outer = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard outer >= 0, let name = Self.unlock(outer) else { throw Unavailable() }
    let descriptor = open(name, O_RDWR | O_NOCTTY)
    guard descriptor >= 0 else { throw Unavailable() }
    inner = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// The path of the inner end.
  private static func unlock(_ outer: Int32) -> String? {
    #if os(Linux)
      // TIOCSPTLCK and TIOCGPTN; the functions round them are not in the module of the C library.
      var lock: Int32 = 0
      var number: Int32 = 0
      guard ioctl(outer, 0x4004_5431, &lock) == 0, ioctl(outer, 0x8004_5430, &number) == 0 else { return nil }
      return "/dev/pts/\(number)"
    #else
      guard grantpt(outer) == 0, unlockpt(outer) == 0, let name = ptsname(outer) else { return nil }
      return String(cString: name)
    #endif
  }

  /// Reads until the program has gone, which is an error on this kind of file.
  func readAll() -> String {
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(outer, &chunk, chunk.count)
      if count <= 0 { break }
      text += chunk[..<count]
    }
    close(outer)
    return String(decoding: text, as: UTF8.self)
  }
}

/// Documents that the tests check.
enum Sample {
  /// An agreement with little in it: findings, errors among them.
  static let agreement = """
    kind: local-area-agreement
    id: huntingdonshire-laa-2008
    title: Huntingdonshire Agreement
    authority: huntingdonshire
    status: draft
    period: {from: 2008-04-01, through: 2011-03-31}

    """

  /// A partnership without a fault at or above a warning.
  static let partnership = """
    kind: local-strategic-partnership
    id: together
    title: Together

    """
}
