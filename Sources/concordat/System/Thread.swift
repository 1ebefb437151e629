#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A thread of the operating system that does one thing.
struct Thread: @unchecked Sendable {
  // The number is written once, before anybody else can see the value.
  private let number: pthread_t

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts to work; nothing where the system has no thread to spare.
  init?(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    #if canImport(Darwin)
      var number: pthread_t?
      let code = pthread_create(&number, nil, { Thread.enter($0) }, work.toOpaque())
    #else
      var number = pthread_t()
      let code = pthread_create(&number, nil, { Thread.enter($0) }, work.toOpaque())
    #endif
    guard code == 0 else {
      work.release()
      return nil
    }
    #if canImport(Darwin)
      guard let number else { return nil }
    #endif
    self.number = number
  }

  private static func enter(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }

  /// Waits until the work is done.
  func join() {
    pthread_join(number, nil)
  }
}
