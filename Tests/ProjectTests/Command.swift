import Foundation

/// A program run to its end.
struct Command {
  /// What it wrote to either stream, as it came.
  let output: String
  let code: Int32

  /// Runs a program of `PATH`, or one named by its place, in the root of the checkout.
  static func run(_ words: [String], environment: [String: String]? = nil) throws -> Command {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = Project.root
    if let environment { process.environment = environment }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Command(output: String(decoding: output, as: UTF8.self), code: process.terminationStatus)
  }
}
