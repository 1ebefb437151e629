import ConcordatDiagnostics
import ConcordatRules
import SourceText
import YAMLTree

/// Reads a rule pack from a folder.
///
/// Only files of the folder itself are read: a link could lead anywhere. Whatever could not become part of the pack is a
/// fault, because a rule that is silently left out looks like a rule that is kept.
enum PackFolder {
  static func read(_ root: BytePath) -> (files: PackFiles, faults: [Diagnostic]) {
    let shown = root.shown(in: System.currentFolder)
    var reader = Reader()
    reader.read(root, shown: shown, inside: "", isRoot: true)
    guard reader.faults.isEmpty else { return (PackFiles(name: shown, files: [:]), reader.faults) }
    let name = reader.files["pack.yaml"].flatMap { YAMLTree(parsing: $0).root?["pack"]?.string }
    return (PackFiles(name: name ?? BytePath.text(root.parts.name), files: reader.files), [])
  }

  private struct Reader {
    var files: [String: SourceFile] = [:]
    var faults: [Diagnostic] = []
    private var size = 0
    private var isFull = false

    /// - Parameter prefix: The path inside the pack, with a slash at its end; a pack has one level of folders.
    mutating func read(_ folder: BytePath, shown: String, inside prefix: String, isRoot: Bool) {
      let listing: FolderListing
      do throws(SystemFailure) {
        listing = try FolderListing(folder, followingLink: isRoot)
      } catch {
        return add(isRoot && error.isMissing ? .missing(suggestion: nil) : .unreadableFolder(error), at: shown)
      }
      if isRoot, !listing.entries.contains(where: { $0.name.elementsEqual("pack.yaml".utf8) }) {
        return misplaced(
          "the folder is no rule pack: it holds no pack.yaml", at: shown,
          help: "Name the folder that holds pack.yaml, with its rules in folders beside it")
      }
      if let failure = listing.failure { add(.unreadableFolder(failure), at: shown) }
      for entry in listing.entries where entry.name.first != UInt8(ascii: ".") && !isFull {
        let path = folder.appending(entry.name)
        let name = BytePath.text(entry.name)
        let inner = (shown == "." ? "" : shown + "/") + name
        let kind = entry.kind ?? (try? FileStatus(at: path))?.kind
        if kind == .folder {
          if isRoot {
            read(path, shown: inner, inside: name + "/", isRoot: false)
          } else {
            misplaced("rules lie in folders directly below the pack, not deeper", at: inner, help: "Move the folder up")
          }
        } else if name.lowercased().hasSuffix(".yaml"), !name.hasSuffix(".yaml") {
          misplaced("files of a pack end in .yaml, in small letters", at: inner, help: "Rename it to \(name.dropLast(5)).yaml")
        } else if name.lowercased().hasSuffix(".yml") {
          misplaced("files of a pack end in .yaml", at: inner, help: "Rename it to \(name.dropLast(4)).yaml")
        } else if name.hasSuffix(".yaml") {
          if kind == .link {
            misplaced("files of a pack may not be links", at: inner, help: "Put the file itself in its place")
          } else {
            add(path, shown: inner, as: prefix + name)
          }
        }
      }
    }

    private mutating func add(_ path: BytePath, shown: String, as name: String) {
      do throws(FileFault) {
        let file = try FileLoader.read(path, shown: shown, followingLinks: false).file
        size += file.bytes.count
        guard files.count < RunLimits.packFiles, size <= RunLimits.packBytes else {
          isFull = true
          return misplaced(
            "the pack is of more than \(RunLimits.packFiles) files or \(RunLimits.packBytes >> 20) MiB with this one", at: shown,
            help: "Name the folder of a pack that you trust")
        }
        files[name] = file
      } catch {
        add(error, at: shown)
      }
    }

    private mutating func add(_ fault: FileFault, at shown: String) {
      faults.append(fault.diagnostic(at: shown))
    }

    private mutating func misplaced(_ message: String, at shown: String, help: String) {
      faults.append(
        Diagnostic(
          rule: "pack/fault", severity: .error, message: message,
          place: .init(file: SourceFile(path: shown, text: []), range: ByteRange(0, 0)), help: help))
    }
  }
}
