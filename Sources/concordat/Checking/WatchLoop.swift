import ConcordatDiagnostics
import ConcordatEngine

/// Checks again whenever a file is saved.
struct WatchLoop {
  private let command: CheckCommand
  private let memory = FileMemory()

  init(_ command: CheckCommand) {
    self.command = command
  }

  /// Runs until Ctrl-C; a watch that was ended says nothing about the documents, so it ends as an interrupted program does.
  func run() async throws(CommandFailure) -> ExitStatus {
    FolderWatch.catchSignals()
    var setup: CheckSetup?
    var rules: [BytePath: FileStamp] = [:]
    while !FolderWatch.wasAskedToEnd {
      // Watched before it is read, so that no save falls between.
      let watch = FolderWatch(folders(setup))
      let now = stamps(of: setup)
      if setup == nil || now != rules {
        memory.forget()
        do throws(CommandFailure) {
          setup = try command.setup()
        } catch {
          setup = nil
          say(error)
        }
        rules = stamps(of: setup)
      }
      let complete = setup == nil ? nil : FolderWatch(folders(setup))
      if let setup { try await round(setup) }
      guard let watch = complete ?? watch else {
        throw CommandFailure(
          "the folders cannot be watched: the system watches too many already", help: "Watch fewer folders, or raise fs.inotify.max_user_watches")
      }
      if watch.wait() == .end { break }
    }
    return .interrupted
  }

  private func round(_ setup: CheckSetup) async throws(CommandFailure) {
    let isTerminal = System.isTerminal(System.standardOutput) && !Appearance.isDumb
    do throws(CommandFailure) {
      let run = CheckRun(command: command, setup: setup, progress: Progress(isWanted: false))
      let outcome = try await run.check(memory)
      let end = try command.finish(outcome, setup) { (report, isNothing) throws(CommandFailure) in
        try command.writeFiles(report, setup)
        var bytes: [UInt8] = isTerminal ? Array("\u{1B}[2J\u{1B}[3J\u{1B}[H".utf8) : []
        if !isNothing { bytes += command.bytes(of: report, setup) }
        try Output.writeReport(bytes, isLast: false)
      }
      if case .failure(let failure) = end { say(failure) }
      command.sayMore(outcome)
    } catch {
      // What cannot be written ends the watch; anything else may be mended by the next save.
      if error.isOfOutput { throw error }
      say(error)
    }
    if System.isTerminal(System.standardError) { Output.say("watching; Ctrl-C ends") }
  }

  private func say(_ failure: CommandFailure) { Output.say(failure.text) }

  // MARK: What is watched

  /// The folders of everything that is read.
  private func folders(_ setup: CheckSetup?) -> Set<BytePath> {
    var folders: Set<BytePath> = []
    let paths = command.paths.isEmpty ? [BytePath(Array(".".utf8))] : command.paths.map(\.path)
    for path in paths {
      if let setup, (try? FileStatus(following: path))?.kind == .folder {
        folders.formUnion(FileSearch([path], filter: setup.filter).folderPaths)
      }
      folders.insert((try? FileStatus(following: path))?.kind == .folder ? path : path.parts.folder)
      // A configuration may come, or be mended, anywhere between.
      if let surroundings = Surroundings(of: path) {
        let top = surroundings.repository ?? surroundings.configuration?.parts.folder ?? surroundings.folder
        for folder in surroundings.folder.upwards where folder.inside(top) != nil { folders.insert(folder) }
      }
    }
    for path in rulePlaces(setup) { folders.insert(path) }
    return folders
  }

  /// Folders whose files decide by what documents are checked.
  private func rulePlaces(_ setup: CheckSetup?) -> [BytePath] {
    var places: [BytePath] = []
    for folder in command.packs.folders.map(\.path) + (setup?.configuration?.packs.map(\.value) ?? []) {
      places.append(folder)
      for entry in (try? FolderListing(folder, followingLink: true))?.entries ?? [] where entry.kind == .folder {
        places.append(folder.appending(entry.name))
      }
    }
    if let root = setup?.configuration?.root { places.append(root) }
    if let file = command.configuration.file?.path { places.append(file.parts.folder) }
    if let surroundings = setup?.surroundings { places.append(surroundings.repository ?? surroundings.folder) }
    if let baseline = setup?.baseline?.content { places.append(baseline.parts.folder) }
    return places
  }

  /// The configuration and the files of packs as they are now.
  private func stamps(of setup: CheckSetup?) -> [BytePath: FileStamp] {
    var stamps: [BytePath: FileStamp] = [:]
    let name = Array(Surroundings.configurationName.utf8)
    for place in rulePlaces(setup) {
      let isPack = place != setup?.configuration?.root && place != setup?.surroundings?.repository
      let configuration = place.appending(name)
      if let stamp = FileStamp(of: configuration) { stamps[configuration] = stamp }
      guard isPack, place != setup?.surroundings?.folder, place != setup?.baseline?.content.parts.folder else { continue }
      for entry in (try? FolderListing(place, followingLink: true))?.entries ?? [] {
        let path = place.appending(entry.name)
        if let stamp = FileStamp(of: path), entry.kind == .regular { stamps[path] = stamp }
      }
    }
    if let file = command.configuration.file?.path, let stamp = FileStamp(of: file) { stamps[file] = stamp }
    return stamps
  }
}
