/// What a report says, gathered by file.
struct ByFile<Entry> {
  struct File {
    let path: String
    fileprivate(set) var entries: [Entry] = []
  }

  private var files: [File] = []
  // Paths are compared by their bytes: two that only look alike stay two.
  private var indices: [[UInt8]: Int] = [:]

  /// Adds to what is said of a file; nothing only says that the file was read.
  mutating func append(_ entry: Entry?, to path: String) {
    let key = Array(path.utf8)
    let index = indices[key] ?? files.count
    if index == files.count {
      indices[key] = index
      files.append(File(path: path))
    }
    if let entry { files[index].entries.append(entry) }
  }

  /// By path; what is said of one file in the order in which it came.
  var sorted: [File] { files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
}
