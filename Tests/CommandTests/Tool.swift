import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Another program that a test uses where it is there.
enum Tool {
  static func exists(_ name: String) -> Bool {
    let folders = (RunConcordat.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  /// Runs a program of `PATH` in the root of the package; both streams come out together.
  static func run(_ name: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = RunConcordat.package
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

/// Somebody for whom the rights of files count.
enum Unprivileged {
  /// What stands before the arguments in a line of the shell so that the program runs without the rights of root; nothing
  /// where that cannot be had.
  static func prefix() throws -> String? {
    guard geteuid() == 0 else { return "concordat" }
    let line = "setpriv --reuid 65534 --regid 65534 --clear-groups \"$CONCORDAT\""
    guard Tool.exists("setpriv"), try RunConcordat.shell(line + " --version >/dev/null 2>&1").status == 0 else { return nil }
    return line
  }
}

extension RunConcordat {
  /// Starts a line of the shell that has nothing to do with the program.
  static func shellInBackground(_ line: String, in folder: URL) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }
}
