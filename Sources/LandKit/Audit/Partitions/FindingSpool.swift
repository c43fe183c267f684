import LandLayers
import LandOutput
import LandReport

/// Findings that wait until all before them are known and they can be numbered.
struct FindingSpool {
  private let csv: ByteSpool
  private let json: ByteSpool

  init(folder: String?) {
    csv = ByteSpool(folder: folder)
    json = ByteSpool(folder: folder)
  }

  /// The bytes that wait.
  var byteCount: Int { csv.count + json.count }

  /// How many findings wait, in whichever format they are written.
  private(set) var count = 0

  /// Adds findings behind those that wait.
  mutating func add(_ rows: FormattedFindings) throws(OutputError) {
    count += max(rows.csv.ends.count, rows.json.ends.count)
    try Self.add(rows.csv, to: csv)
    try Self.add(rows.json, to: json)
  }

  /// Each row with its length before it.
  private static func add(_ rows: NumberedTexts, to spool: ByteSpool) throws(OutputError) {
    guard !rows.ends.isEmpty else { return }
    var block: [UInt8] = []
    block.reserveCapacity(rows.text.count + 4 * rows.ends.count)
    rows.each { _, row in
      let length = UInt32(row.count)
      for shift in [0, 8, 16, 24] as [UInt32] {
        block.append(UInt8(truncatingIfNeeded: length >> shift))
      }
      block.append(bytes: row)
    }
    try spool.write(block)
  }

  /// Writes all findings with the numbers from `numbering` on.
  func write(
    to sink: inout AuditOutput, from numbering: Int, progress: AuditProgress?
  ) throws(OutputError) {
    var number = numbering
    try Self.drain(csv, progress) { (texts) throws(OutputError) in
      var rows = FormattedFindings()
      rows.csv = texts
      try sink.write(findings: rows, from: number)
      number += texts.ends.count
    }
    number = numbering
    try Self.drain(json, progress) { (texts) throws(OutputError) in
      var rows = FormattedFindings()
      rows.json = texts
      try sink.write(findings: rows, from: number)
      number += texts.ends.count
    }
  }

  private static func drain(
    _ spool: ByteSpool, _ progress: AuditProgress?,
    _ consume: (NumberedTexts) throws(OutputError) -> Void
  ) throws(OutputError) {
    var pending: [UInt8] = []
    try spool.read { (piece) throws(OutputError) in
      pending.append(contentsOf: piece)
      var bytes = ByteWriter(capacity: pending.count)
      var ends: [Int] = []
      var at = 0
      while at + 4 <= pending.count {
        let length =
          Int(pending[at]) | Int(pending[at + 1]) << 8 | Int(pending[at + 2]) << 16
          | Int(pending[at + 3]) << 24
        guard at + 4 + length <= pending.count else { break }
        bytes.append(bytes: pending.span.extracting((at + 4)..<(at + 4 + length)))
        ends.append(bytes.count)
        at += 4 + length
      }
      pending.removeFirst(at)
      if !ends.isEmpty { try consume(NumberedTexts(text: bytes.finish(), ends: ends)) }
      progress?.add(piece.count, bytes: 0)
    }
  }
}
