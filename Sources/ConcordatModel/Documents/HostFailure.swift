/// Why the host gave CEL a failure instead of a value; the numbers that CEL carries.
package enum HostFailure: Int64, Sendable {
  /// What is written cannot be read as the kind says; the details hold what is written.
  case unreadable = 1
  /// A document is not in the repository; the details name it.
  case missingDocument
  /// A text that no register knows.
  case unknownEntry
  /// A parameter that has no value on the day.
  case noParameter
  /// The document has no day to be judged by.
  case noDay
  /// An argument that a function refuses.
  case badArgument
}
