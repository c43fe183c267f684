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
    count += max(rows.ends.count, rows.jsonEnds.count)
    try Self.add(rows.csv, rows.ends, to: csv)
    try Self.add(rows.json, rows.jsonEnds, to: json)
  }

  /// Each row with its length before it.
  private static func add(
    _ bytes: [UInt8], _ ends: [Int], to spool: ByteSpool
  ) throws(OutputError) {
    guard !ends.isEmpty else { return }
    var block: [UInt8] = []
    block.reserveCapacity(bytes.count + 4 * ends.count)
    var start = 0
    for end in ends {
      let length = UInt32(end - start)
      for shift in [0, 8, 16, 24] as [UInt32] {
        block.append(UInt8(truncatingIfNeeded: length >> shift))
      }
      block.append(contentsOf: bytes[start..<end])
      start = end
    }
    try spool.write(block)
  }

  /// Writes all findings with the numbers from `numbering` on.
  func write(
    to sink: inout AuditOutput, from numbering: Int, progress: AuditProgress?
  ) throws(OutputError) {
    var number = numbering
    try Self.drain(csv, progress) { (bytes, ends) throws(OutputError) in
      var rows = FormattedFindings()
      (rows.csv, rows.ends) = (bytes, ends)
      try sink.write(findings: rows, from: number)
      number += ends.count
    }
    number = numbering
    try Self.drain(json, progress) { (bytes, ends) throws(OutputError) in
      var rows = FormattedFindings()
      (rows.json, rows.jsonEnds) = (bytes, ends)
      try sink.write(findings: rows, from: number)
      number += ends.count
    }
  }

  private static func drain(
    _ spool: ByteSpool, _ progress: AuditProgress?,
    _ consume: ([UInt8], [Int]) throws(OutputError) -> Void
  ) throws(OutputError) {
    var pending: [UInt8] = []
    try spool.read { (piece) throws(OutputError) in
      pending.append(contentsOf: piece)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(pending.count)
      var ends: [Int] = []
      var at = 0
      while at + 4 <= pending.count {
        let length =
          Int(pending[at]) | Int(pending[at + 1]) << 8 | Int(pending[at + 2]) << 16
          | Int(pending[at + 3]) << 24
        guard at + 4 + length <= pending.count else { break }
        bytes.append(contentsOf: pending[(at + 4)..<(at + 4 + length)])
        ends.append(bytes.count)
        at += 4 + length
      }
      pending.removeFirst(at)
      if !ends.isEmpty { try consume(bytes, ends) }
      progress?.add(piece.count, bytes: 0)
    }
  }
}
