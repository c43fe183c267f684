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
      if place.count == name.count, !place.isEmpty, scanner.equal(place, name) {
        defer { expected += 1 }
        return expected
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
    // An escaped name is never equal to the bytes of another; the empty place says so.
    guard let column = add(text, at: hasEscapes ? 0..<0 : name, to: &table) else { return nil }
    expected = column + 1
    return column
  }

  /// A new column; nil when there are as many as there may be.
  private mutating func add(
    _ text: String, at place: Range<Int>, to table: inout AttributeTable
  ) -> Int? {
    guard table.names.count < Self.limit else { return nil }
    let column = table.names.count
    table.names.append(text)
    table.cells.append([])
    places.append(place)
    byName[text] = column
    return column
  }

  /// The columns of names that were read elsewhere, new ones at the end. Nil, with nothing
  /// changed, where reading in one go might have named them otherwise: a name spelt with other
  /// bytes than the one it is equal to, or too many names.
  mutating func columns(of others: [String], in table: inout AttributeTable) -> [Int]? {
    guard others.count < Self.limit else { return nil }
    var new = 0
    for name in others {
      if let column = byName[name] {
        guard table.names[column].utf8.elementsEqual(name.utf8) else { return nil }
      } else {
        new += 1
      }
    }
    guard table.names.count + new < Self.limit else { return nil }
    return others.compactMap { byName[$0] ?? add($0, at: 0..<0, to: &table) }
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
