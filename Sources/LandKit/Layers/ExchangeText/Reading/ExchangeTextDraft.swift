/// A parcel as its lines say, before anything is decided about it.
struct ExchangeTextDraft {
  /// The line that begins it, from 1.
  var line: Int
  /// What that line says.
  var record: ExchangeTextRecordLine
  /// The first and the second number of every point, rings one after the other.
  var first: [Double] = []
  var second: [Double] = []
  /// Where each run of one ring number starts, in points.
  var runs: [Int] = []
  /// What is wrong with it.
  var issues: [(kind: FeatureIssue.Kind, line: Int)] = []
  /// Whether a point could not be read.
  var isUnreadable = false
  /// Whether points carry heights or whatever else behind their two numbers.
  var hasHeights = false
  /// The ring number of the last point.
  private var ring: Double?

  init(line: Int, record: ExchangeTextRecordLine) {
    self.line = line
    self.record = record
    issues = record.faults.map { (.ignored($0), line) }
  }

  /// The points of a run.
  func points(ofRun run: Int) -> Range<Int> {
    runs[run]..<(run + 1 < runs.count ? runs[run + 1] : first.count)
  }

  mutating func append(ring: Double, _ first: Double, _ second: Double) {
    if self.ring != ring {
      runs.append(self.first.count)
      self.ring = ring
    }
    self.first.append(first)
    self.second.append(second)
  }

  /// Takes a line `点号,圈号,X,Y`. What stands behind the two numbers is left out: a height, or else
  /// something that an issue names.
  mutating func take(_ fields: [ArraySlice<UInt8>], line: Int) {
    guard fields.count >= 4 else {
      return fail("a point has 点号,圈号,X,Y; here are \(fields.count) fields", line)
    }
    guard let ring = fields[1].isEmpty ? 1 : wholeDecimal(fields[1]) else {
      return fail("'\(text(fields[1]))' is no ring number", line)
    }
    guard let a = wholeDecimal(fields[2]) else {
      return fail("'\(text(fields[2]))' is no coordinate", line)
    }
    guard let b = wholeDecimal(fields[3]) else {
      return fail("'\(text(fields[3]))' is no coordinate", line)
    }
    for extra in fields.dropFirst(4) where !extra.isEmpty {
      if wholeDecimal(extra) != nil {
        hasHeights = true
      } else {
        issues.append((.ignored("'\(text(extra))' behind the coordinates"), line))
      }
    }
    append(ring: ring, a, b)
  }

  private mutating func fail(_ reason: String, _ line: Int) {
    isUnreadable = true
    issues.append((.structure(reason), line))
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(40), as: UTF8.self)
  }
}
