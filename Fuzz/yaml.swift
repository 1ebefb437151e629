private let probe = YAMLProbe()

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let fault = probe.fault(in: Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(fault) }
  return 0
}
