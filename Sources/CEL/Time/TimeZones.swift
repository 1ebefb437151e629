#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// Offsets from UTC: `UTC`, `±hh:mm`, and the names of the IANA database as installed on this machine.
///
/// The database is read from `TZDIR`, else from the usual places; files are read once and kept.
enum TimeZones {
  private static let cache = Mutex<[[UInt8]: ZoneFile?]>([:])

  /// Seconds east of UTC at a time, or nothing when the zone is not known here.
  static func offset(zone: UnsafeBufferPointer<UInt8>, at seconds: Int64) -> Int64? {
    if let fixed = fixedOffset(zone) { return fixed }
    let name = Array(zone)
    return cache.withLock { cache -> ZoneFile? in
      if let known = cache[name] { return known }
      let file = read(name)
      // Names come from expressions and documents: a stream of wrong ones must not fill the memory.
      if cache.count < 1_000 { cache[name] = .some(file) }
      return file
    }?.offset(at: seconds)
  }

  /// `UTC`, `Z`-less offsets such as `+05:30`, `-00:00` and `02:00`.
  private static func fixedOffset(_ zone: UnsafeBufferPointer<UInt8>) -> Int64? {
    if zone.elementsEqual("UTC".utf8) || zone.isEmpty { return 0 }
    var reader = DigitReader(zone)
    let isWest = reader.take("-")
    if !isWest { _ = reader.take("+") }
    guard let hours = reader.number(2), reader.take(":"), let minutes = reader.number(2), reader.isAtEnd,
      hours < 24, minutes < 60
    else { return nil }
    return (hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
  }

  private static func read(_ name: [UInt8]) -> ZoneFile? {
    guard isSafe(name) else { return nil }
    var folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"]
    if let folder = getenv("TZDIR") { folders.insert(String(cString: folder), at: 0) }
    for folder in folders {
      if let bytes = readFile(folder + "/" + String(decoding: name, as: UTF8.self)), let file = ZoneFile(bytes) {
        return file
      }
    }
    return nil
  }

  /// Names are parts of letters, digits, `_`, `+` and `-` between slashes: nothing that climbs out of the folder.
  private static func isSafe(_ name: [UInt8]) -> Bool {
    guard !name.isEmpty, name.count < 64, name.first != UInt8(ascii: "/") else { return false }
    return name.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"),
        UInt8(ascii: "-"):
        return true
      default: return false
      }
    }
  }

  private static func readFile(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    // Larger than any zone by far; a folder reads as nothing.
    var bytes = [UInt8](repeating: 0, count: 256 * 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    guard count > 0 else { return nil }
    return Array(bytes[..<count])
  }
}
