private let probe = KindProbe()

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let fault = probe.fault(in: Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(fault) }
  return 0
}

/// Loads the pack before the clock runs: the first input is no slower than others.
@_cdecl("LLVMFuzzerInitialize")
public func prepare(_ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  _ = probe
  return 0
}
