/// The evaluation that a function body runs in: scratch memory, the host, and errors.
public struct Evaluation: @unchecked Sendable {
  // Confined to the thread that evaluates; a body must not keep it.
  let host: UnsafeRawPointer?
}
