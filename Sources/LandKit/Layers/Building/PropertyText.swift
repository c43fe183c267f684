/// The attributes of features as JSON objects one after the other, with the place of each value.
struct PropertyText: Sendable {
  private let file: String
  private var bytes: [UInt8] = []
  private var names: [String] = []
  private var members: [[UInt8]] = []
  private var cells: [[UInt32]] = []
  private var base: [Int] = []
  private var first: [String: Int] = [:]

  init(file: String) { self.file = file }

  mutating func column(_ name: String) -> Int { first[name] ?? newColumn(name) }

  mutating func newColumn(_ name: String) -> Int {
    var member: [UInt8] = []
    JSONString.append(name, to: &member)
    member.append(UInt8(ascii: ":"))
    names.append(name)
    members.append(member)
    cells.append(Array(repeating: 0, count: base.count))
    if first[name] == nil { first[name] = names.count - 1 }
    return names.count - 1
  }

  mutating func beginRow() {
    base.append(bytes.count)
    bytes.append(UInt8(ascii: "{"))
    for column in cells.indices { cells[column].append(0) }
  }

  mutating func set(_ column: Int, _ value: LayerValue) {
    guard let start = base.last else { return }
    if bytes.count > start + 1 { bytes.append(UInt8(ascii: ",")) }
    bytes += members[column]
    cells[column][base.count - 1] = UInt32(truncatingIfNeeded: bytes.count - start)
    append(value)
  }

  private mutating func append(_ value: LayerValue) {
    switch value {
    case .null: bytes += "null".utf8
    case .text(let text): JSONString.append(text, to: &bytes)
    case .integer(let number): bytes += "\(number)".utf8
    case .real(let number): bytes += (number.isFinite ? "\(number)" : "null").utf8
    case .number(let literal): bytes += literal.utf8
    case .truth(let truth): bytes += (truth ? "true" : "false").utf8
    }
  }

  /// Ends the row. What names it stands behind its object; the place counts from the row's start,
  /// 0 = it has no name.
  mutating func endRow(_ identifier: LayerValue? = nil) -> UInt32 {
    bytes.append(UInt8(ascii: "}"))
    var place: UInt32 = 0
    if let identifier, let start = base.last {
      place = UInt32(truncatingIfNeeded: bytes.count - start)
      append(identifier)
    }
    bytes.append(UInt8(ascii: "\n"))
    return place
  }

  consuming func finish() -> AttributeTable {
    var table = AttributeTable(syntax: .json, source: SourceBytes(name: file, bytes: bytes))
    table.names = names
    table.cells = cells
    table.base = base
    return table
  }
}
