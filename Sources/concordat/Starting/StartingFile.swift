/// A file that a command puts into a new repository.
struct StartingFile {
  /// From the root of the repository.
  let path: String
  let text: [UInt8]

  init(_ path: String, _ text: [UInt8]) {
    self.path = path
    self.text = text
  }

  init(_ path: String, _ text: String) {
    self.init(path, Array(text.utf8))
  }
}

/// Where the repository is kept, and so in what form its checks run there.
enum Continuous: String, CaseIterable {
  case github, gitlab, none
}
