import Dispatch

/// Waits for work that may run on other threads: the fuzzer knows nothing of tasks.
func synchronously(_ work: @escaping @Sendable () async -> String?) -> String? {
  final class Result: @unchecked Sendable { var text: String? }
  let result = Result()
  let isDone = DispatchSemaphore(value: 0)
  Task.detached {
    result.text = await work()
    isDone.signal()
  }
  isDone.wait()
  return result.text
}
