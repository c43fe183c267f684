import LandLayers
import LandSurvey
import Synchronization

/// The chunks of a file, asked for by several workers; an error comes as the last one.
final class ChunkSource: Sendable {
  private struct State: Sendable {
    var chunks: RecordChunks
    var isDone = false
  }
  private let state: Mutex<State>

  init(_ chunks: RecordChunks) { state = Mutex(State(chunks: chunks)) }

  func next() -> Result<RecordChunk, FormatError>? {
    state.withLock { state -> Result<RecordChunk, FormatError>? in
      if state.isDone { return nil }
      do throws(FormatError) {
        if let chunk = try state.chunks.next() { return .success(chunk) }
      } catch {
        state.isDone = true
        return .failure(error)
      }
      state.isDone = true
      return nil
    }
  }

  /// What is known once all is read.
  var end: RecordChunks { state.withLock { $0.chunks } }
}

/// A file of features that has been gone through once: what it says of itself, and where its records
/// are.
struct IndexedFile: Sendable {
  let file: RecordFile
  let layout: RecordLayout
  var names: [String] = []
  var declaredCRS: String?
  var heightsDropped = 0
  var records = RecordIndex()
  var tally = PlacementTally()
  var sha256: String?

  init(_ file: RecordFile, _ layout: RecordLayout) {
    self.file = file
    self.layout = layout
  }

  /// Adds column names in the order in which they come.
  mutating func add(names: [String], known: inout Set<String>) {
    for name in names where known.insert(name).inserted { self.names.append(name) }
  }

  /// What the file says of itself, without any feature.
  var frame: FeatureLayer {
    GeoJSONReader.frame(
      file.name, layout, names: names, declaredCRS: declaredCRS, heightsDropped: heightsDropped)
  }

  /// Some features, in ascending runs.
  func layer(of runs: [Range<Int>]) throws(FormatError) -> FeatureLayer {
    try records.layer(of: runs, in: file, layout, names: names, declaredCRS: declaredCRS)
  }

  func digest(_ role: String) -> [AuditInputs.Digest] {
    guard let sha256 else { return [] }
    return [
      AuditInputs.Digest(
        role: role, name: FileName.last(file.name), byteCount: file.fileSize,
        sha256: file.packedDigest ?? sha256)
    ]
  }
}

/// Ascending numbers as runs.
func runs(of numbers: some Sequence<Int>) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  for number in numbers {
    if let last = runs.last, last.upperBound == number {
      runs[runs.count - 1] = last.lowerBound..<number + 1
    } else {
      runs.append(number..<number + 1)
    }
  }
  return runs
}
