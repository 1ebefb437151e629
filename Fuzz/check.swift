private let probe = CheckProbe()

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let fault = synchronously({ await probe.fault(in: bytes) }) { fatalError(fault) }
  return 0
}

/// Loads the pack before the clock runs: the first input is no slower than others.
@_cdecl("LLVMFuzzerInitialize")
public func prepare(_ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  _ = probe
  return 0
}
