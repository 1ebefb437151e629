import Glibc

/// Damages files in all ways of ``Mutation`` and puts each through a whole check.
///
/// Arguments: a file for the progress, the mutations to pass over at the start of the first file, and the files. The number of the file
/// and of the mutation stand in the progress before each, so that whoever waits knows where a run broke off.
@main
struct Mutate {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count > 3, let skipped = Int(arguments[2]) else { return print("usage: mutate PROGRESS SKIPPED FILE…") }
    let progress = open(arguments[1], O_WRONLY | O_CREAT, 0o644)
    let check = CheckProbe()
    let yaml = YAMLProbe(rereadingLimit: 0)
    let whole = YAMLProbe(rereadingLimit: .max)
    for (number, path) in arguments[3...].enumerated() {
      let bytes = read(path)
      var next = number == 0 ? skipped : 0
      if next == 0, let fault = whole.fault(in: bytes) { print("FAULT\t\(path)\t-1\tas it is: \(fault)") }
      while next < bytes.count * Mutation.perByte {
        var place = (UInt64(number), UInt64(next))
        pwrite(progress, &place, 16, 0)
        let damaged = Mutation(next).applied(to: bytes)
        if let fault = yaml.fault(in: damaged) { print("FAULT\t\(path)\t\(next)\t\(Mutation(next)): \(fault)") }
        if let fault = await check.fault(in: damaged) { print("FAULT\t\(path)\t\(next)\t\(Mutation(next)): \(fault)") }
        next += 1
      }
      print("DONE\t\(path)\t\(next)")
      fflush(nil)
    }
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var byte = getc(file)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = getc(file)
    }
    return bytes
  }
}
