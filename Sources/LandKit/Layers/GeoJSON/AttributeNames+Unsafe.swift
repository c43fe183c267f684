// Unsafe because names are compared in place in the lent source bytes (see JSONScanner).

/// Finds the column of a property name. Features of one file nearly always list their properties
/// in one order, so the column after the last one is tried first, byte by byte.
struct AttributeNames {
  /// The most columns a layer may have; further names are not kept.
  static let limit = 4096

  private var places: [Range<Int>] = []
  private var byName: [String: Int] = [:]
  private var expected = 0

  mutating func beginRow() { expected = 0 }

  /// Makes the columns of names that are known from elsewhere; their places follow when the names
  /// are met.
  mutating func begin(with names: [String], table: inout AttributeTable) {
    for name in names {
      byName[name] = table.names.count
      table.names.append(name)
      table.cells.append([])
      places.append(0..<0)
    }
  }

  /// The column of a name; a new name makes a new column.
  @inline(__always)
  mutating func column(
    of name: Range<Int>, hasEscapes: Bool, in scanner: JSONScanner, table: inout AttributeTable
  ) -> Int? {
    if expected < places.count, !hasEscapes {
      let place = places[expected]
      if place.count == name.count, !place.isEmpty {
        var i = 0
        while i < name.count,
          scanner.bytes[place.lowerBound &+ i] == scanner.bytes[name.lowerBound &+ i]
        { i &+= 1 }
        if i == name.count {
          defer { expected += 1 }
          return expected
        }
      }
    }
    return find(name, hasEscapes: hasEscapes, in: scanner, table: &table)
  }

  private mutating func find(
    _ name: Range<Int>, hasEscapes: Bool, in scanner: JSONScanner, table: inout AttributeTable
  ) -> Int? {
    let text = scanner.text(name, hasEscapes: hasEscapes)
    if let column = byName[text] {
      expected = column + 1
      if !hasEscapes, places[column].isEmpty { places[column] = name }
      return column
    }
    guard table.names.count < Self.limit else { return nil }
    let column = table.names.count
    table.names.append(text)
    table.cells.append([])
    // An escaped name is never equal to the bytes of another; the empty place says so.
    places.append(hasEscapes ? 0..<0 : name)
    byName[text] = column
    expected = column + 1
    return column
  }

  /// Sets a cell; false when the row has one already, which is then cleared: of two values for
  /// one name neither is used.
  @inline(__always)
  mutating func set(
    _ offset: UInt32, column: Int, row: Int, in table: inout AttributeTable
  ) -> Bool {
    let count = table.cells[column].count
    if count > row {
      table.cells[column][row] = 0
      return false
    }
    if count < row {
      table.cells[column].append(contentsOf: repeatElement(0, count: row - count))
    }
    table.cells[column].append(offset)
    return true
  }

  /// Gives every column a cell for every row.
  func fillRows(of table: inout AttributeTable) {
    for column in table.cells.indices {
      let missing = table.rowCount - table.cells[column].count
      if missing > 0 { table.cells[column].append(contentsOf: repeatElement(0, count: missing)) }
    }
  }
}
