extension Value {
  /// A failure that lies in the host's data: reading it gives the error `host`.
  ///
  /// `details` are two values that outlive it: the host's number as an int, and its text as a string.
  public static func failure(details: UnsafePointer<Value>) -> Value {
    Value(tag: .error, flags: Flags(rawValue: EvaluationError.Code.host.rawValue), payload: address(details))
  }
}
