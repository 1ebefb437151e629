private let probe = CheckProbe()

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let fault = synchronously({ await probe.fault(in: bytes) }) { fatalError(fault) }
  return 0
}
