/// A place as people and programs count it; everything counts from 1.
///
/// A byte order mark at the start of a file takes no column, as in editors.
public struct Position: Hashable, Sendable {
  /// The line.
  public let line: Int
  /// The column in Unicode scalars.
  public let column: Int
  /// The column in bytes of UTF-8.
  public let utf8Column: Int
  /// The column in UTF-16 code units, as editors and the Language Server Protocol count.
  public let utf16Column: Int

  public init(line: Int, column: Int, utf8Column: Int, utf16Column: Int) {
    self.line = line
    self.column = column
    self.utf8Column = utf8Column
    self.utf16Column = utf16Column
  }
}
