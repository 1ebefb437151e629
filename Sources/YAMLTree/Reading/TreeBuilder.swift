internal import CLibYAML
internal import SourceText

/// Turns the events of libyaml into the lists of a tree.
///
/// One pass, no recursion: open collections wait on a stack of at most ``YAMLLimits/depth`` frames, and their children wait
/// beside each other in one list until the collection ends.
struct TreeBuilder: ~Copyable {
  let file: SourceFile
  let source: UnsafePointer<UInt8>
  /// The text as libyaml sees it: the source, but for characters that it must not see.
  var readable: UnsafePointer<UInt8>
  let limits: YAMLLimits

  // What becomes the tree.
  var records: GrowingBuffer<NodeRecord>
  var children: GrowingBuffer<UInt32>
  var properties = GrowingBuffer<NodeProperties>(capacity: 16)
  var ownText: GrowingBuffer<UInt8>
  var tags: [YAMLTag] = []
  var documents: [YAMLDocument] = []
  var faults: FaultList

  // Where reading is.
  var cursor: CodePointCursor
  var frames = GrowingBuffer<Frame>(capacity: 64)
  var pending = GrowingBuffer<UInt32>(capacity: 256)
  var document: OpenDocument?
  /// The end of the last thing written: a leaf, a bracket, `---`.
  var lastEnd: UInt32 = 0
  /// Nothing more is read after a limit of the whole file.
  var isStopped = false

  // What the document has defined so far, and scratch memory.
  var anchors: [Anchor] = []
  var anchorNumbers: [TextKey: Int] = [:]
  var tagNumbers: [[UInt8]: UInt32] = [:]
  var keys = KeyTable()
  var documentCount = 0
  var aliasCount = 0
  var mergeCount = 0
  var suggestionCount = 0
  /// Suspects that a syntax fault has already named.
  var suspectsInErrors: Set<UInt32> = []

  /// A collection whose end has not come.
  struct Frame: BitwiseCopyable {
    var node: UInt32
    /// Where its children begin in the waiting list.
    var pendingStart: UInt32
    /// The number of its anchor, or -1.
    var anchor: Int32
    var isFlow: Bool
    /// Nodes inside, with aliases replaced by what they mean.
    var size: UInt64
  }

  struct OpenDocument {
    var start: UInt32
    var startsExplicitly: Bool
    var root: UInt32?
    var size: UInt64 = 0
  }

  struct Anchor {
    var node: UInt32
    var size: UInt64
    var isOpen: Bool
    var name: ByteRange
  }

  init(_ file: SourceFile, source: UnsafePointer<UInt8>, limits: YAMLLimits) {
    self.file = file
    self.source = source
    readable = source
    self.limits = limits
    // An agreement has a node for about twelve bytes; room for a few more costs less than to move them all.
    let estimate = min(file.bytes.count / 10, limits.nodes)
    records = GrowingBuffer(capacity: estimate)
    children = GrowingBuffer(capacity: estimate)
    ownText = GrowingBuffer(capacity: file.bytes.count / 16)
    faults = FaultList(limit: limits.faultsOfAKind)
    cursor = CodePointCursor(file.bytes, base: source, from: 0, isASCII: true)
  }

  /// Reads every document that can be read.
  mutating func read() {
    let scan = ByteScan(file, source: source, limits: limits)
    faults = scan.faults
    guard !scan.isRefused, !file.bytes.isEmpty else { return }
    let text = scan.readableText ?? file.bytes
    readable = text.baseAddress ?? source
    var start: Int? = scan.start
    while let from = start, !isStopped {
      // A document that breaks off before its first node counts too: each new start costs libyaml a new set of buffers.
      guard documentCount <= limits.documents else {
        stop(.limitDocuments, limits.documents, at: UInt32(truncatingIfNeeded: from))
        break
      }
      let before = documentCount
      start = readStream(text, from: from, scan: scan)
      documentCount = max(documentCount, before + 1)
    }
    reportSuspects(scan)
  }

  /// Reads documents up to the end or a fault; returns where to go on after a fault.
  private mutating func readStream(_ text: UnsafeBufferPointer<UInt8>, from start: Int, scan: borrowing ByteScan) -> Int? {
    guard var events = LibYAMLEvents(UnsafeBufferPointer(rebasing: text[start...])) else {
      faults.append(Wording.outOfMemory(at: ByteRange(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: start))))
      return nil
    }
    cursor = CodePointCursor(file.bytes, base: source, from: start, isASCII: file.isASCII)
    lastEnd = UInt32(truncatingIfNeeded: start)
    let event = events.event
    while events.next() {
      switch event.pointee.type {
      case YAML_SCALAR_EVENT: addScalar(event)
      case YAML_MAPPING_START_EVENT:
        let data = event.pointee.data.mapping_start
        let isFlow = data.style == YAML_FLOW_MAPPING_STYLE
        guard open(event, .mapping, isFlow: isFlow, anchor: data.anchor, tag: data.tag) else {
          return resume(after: abandon(), from: start)
        }
      case YAML_SEQUENCE_START_EVENT:
        let data = event.pointee.data.sequence_start
        let isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
        guard open(event, .sequence, isFlow: isFlow, anchor: data.anchor, tag: data.tag) else {
          return resume(after: abandon(), from: start)
        }
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close(event)
      case YAML_ALIAS_EVENT: addAlias(event)
      case YAML_DOCUMENT_START_EVENT: openDocument(event)
      case YAML_DOCUMENT_END_EVENT: closeDocument(isComplete: true, endsExplicitly: event.pointee.data.document_end.implicit == 0)
      case YAML_STREAM_END_EVENT: return nil
      default: break
      }
      if isStopped {
        _ = abandon()
        return nil
      }
    }
    let problem = events.problem
    let place = report(problem, from: start, scan: scan)
    _ = abandon()
    return problem.isReader || problem.isMemory ? nil : resume(after: place, from: start)
  }

  // MARK: Documents

  /// Ends reading at a limit of the whole file.
  mutating func stop(_ kind: YAMLFault.Kind, _ value: Int, at offset: UInt32) {
    faults.append(Wording.limit(kind, value: value, at: character(at: offset)))
    isStopped = true
  }

  private mutating func openDocument(_ event: UnsafeMutablePointer<yaml_event_t>) {
    let start = cursor.offset(of: event.pointee.start_mark.index)
    lastEnd = cursor.offset(of: event.pointee.end_mark.index)
    documentCount += 1
    guard documentCount <= limits.documents else { return stop(.limitDocuments, limits.documents, at: start) }
    document = OpenDocument(start: start, startsExplicitly: event.pointee.data.document_start.implicit == 0)
    anchors.removeAll(keepingCapacity: true)
    anchorNumbers.removeAll(keepingCapacity: true)
  }

  private mutating func closeDocument(isComplete: Bool, endsExplicitly: Bool) {
    guard let open = document else { return }
    document = nil
    guard let root = open.root else { return }
    let end = records[Int(root)].end
    let range = ByteRange(open.start, max(end, open.start))
    if open.size > UInt64(limits.visitedNodes) {
      faults.append(Wording.limit(.limitVisitedNodes, value: limits.visitedNodes, at: firstLine(of: range)))
    }
    documents.append(
      YAMLDocument(
        root: NodeID(root), range: range, startsExplicitly: open.startsExplicitly, endsExplicitly: endsExplicitly,
        isComplete: isComplete, visitedNodes: open.size))
  }

  /// Ends the document early, keeping what is complete; returns the offset that was reached.
  private mutating func abandon() -> UInt32 {
    while frames.count > 0 { closeCollection(at: nil) }
    closeDocument(isComplete: false, endsExplicitly: false)
    pending.removeLast(pending.count)
    return lastEnd
  }

  /// The start of the next line that opens a document, at or after an offset and behind where this reading began.
  private func resume(after offset: UInt32, from start: Int) -> Int? {
    let bytes = file.bytes
    var index = max(Int(offset), start + 1)
    while index + 3 <= bytes.count {
      if index > start, bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D, ByteScan.opensDocument(bytes, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func firstLine(of range: ByteRange) -> ByteRange {
    var end = range.lowerBound
    while end < range.upperBound, source[Int(end)] != 0x0A, source[Int(end)] != 0x0D { end += 1 }
    return ByteRange(range.lowerBound, end)
  }
}
