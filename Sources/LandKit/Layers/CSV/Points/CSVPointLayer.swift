import LandGeometry

/// Makes parcels of a table with one boundary point a row.
struct CSVPointLayer {
  private let table: CSVTable
  private let columns: CSVPointColumns
  private var builder: LayerBuilder
  private var notes: [Bilingual] = []
  /// The rows of each parcel in the order of the file.
  private var parcels: [[Int]] = []
  /// The two numbers of each row; NaN for what is none.
  private var first: [Double] = []
  private var second: [Double] = []
  private var filledDown = 0
  private var sorted = 0

  private var file: String { table.attributes.source.name }

  /// The layer of a table; nil where it has no pair of coordinates.
  ///
  /// - Throws: ``FormatError`` where it cannot be told what belongs to which parcel, or which of
  ///   the two numbers is the easting.
  static func layer(of table: CSVTable) throws(FormatError) -> FeatureLayer? {
    guard let columns = CSVPointColumns(names: table.attributes.names) else { return nil }
    var maker = CSVPointLayer(table, columns)
    return try maker.make()
  }

  private init(_ table: CSVTable, _ columns: CSVPointColumns) {
    self.table = table
    self.columns = columns
    builder = LayerBuilder(file: table.attributes.source.name, format: "CSV")
    builder.encoding = table.encoding
  }

  private mutating func make() throws(FormatError) -> FeatureLayer {
    try group()
    let northFirst = try isNorthFirst()
    let attributes = table.attributes.names.indices.filter { !columns.structural.contains($0) }
    let targets = attributes.map { builder.newColumn(table.attributes.names[$0]) }
    let issues = Dictionary(grouping: table.issues) { $0.row ?? 0 }
    for rows in parcels {
      builder.beginFeature(line: table.lines[rows[0]])
      for row in rows {
        for issue in issues[row] ?? [] { builder.issue(.row(issue.reason), line: issue.line) }
      }
      for (column, target) in zip(attributes, targets) { set(target, column, rows) }
      builder.endFeature(draw(rows, northFirst: northFirst))
    }
    builder.notes = notes + ownNotes
    return builder.finish()
  }

  private func text(_ row: Int, _ column: Int) -> String {
    trimmed(table.attributes.csvText(row: row, column: column) ?? "")
  }

  // MARK: What belongs together

  private mutating func group() throws(FormatError) {
    guard let column = columns.parcel else {
      guard columns.ring != nil || columns.numbersPoints else {
        throw FormatError(
          file: file, line: 1,
          message: Bilingual(
            zh: "有坐标列,但没有宗地列,不知哪些点属于同一宗地",
            en: "there are coordinates, but no column says which points make one parcel"),
          remedy: Bilingual(
            zh: "请加一列 宗地编号(parcel_id);界址点按次序可加 点号,洞可加 圈号",
            en: "add a column parcel_id (宗地编号), and 点号 for the order, 圈号 for holes"))
      }
      if !table.lines.isEmpty { parcels = [Array(table.lines.indices)] }
      notes.append(
        Bilingual(zh: "没有宗地列,全部点作为一宗地", en: "no column names parcels; all points make one"))
      return try readNumbers()
    }
    var known: [String: Int] = [:]
    var last: Int?
    for row in table.lines.indices {
      let id = text(row, column)
      // Merged cells of a spreadsheet leave the rows below blank.
      if id.isEmpty, let last {
        parcels[last].append(row)
        filledDown += 1
        continue
      }
      let parcel = known[id] ?? parcels.count
      if parcel == parcels.count { parcels.append([]) }
      known[id] = parcel
      parcels[parcel].append(row)
      last = id.isEmpty ? nil : parcel
    }
    try readNumbers()
  }

  private mutating func readNumbers() throws(FormatError) {
    guard !table.lines.isEmpty else {
      throw FormatError(
        file: file, line: 1,
        message: Bilingual(zh: "表格只有标题行,没有界址点", en: "the table has a header and no points"),
        remedy: Bilingual(zh: "请检查导出步骤", en: "check the export"))
    }
    for row in table.lines.indices {
      first.append(number(row, columns.first) ?? .nan)
      second.append(number(row, columns.second) ?? .nan)
    }
  }

  private func number(_ row: Int, _ column: Int) -> Double? {
    let text = text(row, column)
    return wholeDecimal(text) ?? wholeDecimal(WidthFolding.fold(text))
  }

  // MARK: Which is the easting

  /// Whether the first of the two columns is the northing: by the names, which the magnitudes must
  /// not contradict; X and Y by the magnitudes alone, as surveyors call the northing X and GIS
  /// programs the easting.
  private mutating func isNorthFirst() throws(FormatError) -> Bool {
    var orders: Set<ExchangeTextPlane.Order> = []
    var zones: Set<Int> = []
    for (a, b) in zip(first, second) {
      guard let reading = ExchangeTextPlane.reading(a, b) else { continue }
      orders.insert(reading.order)
      if case .zoned(let zone) = reading.form { zones.insert(zone) }
    }
    let names = "\(table.attributes.names[columns.first])、\(table.attributes.names[columns.second])"
    if let zone = zones.first, zones.count == 1,
      let code = ExchangeTextPlane.code(.cgcs2000, zone: zone, isZoned: true)
    {
      notes.append(
        Bilingual(
          zh: "横坐标前有带号 \(zone);如为 CGCS2000,请用 --crs EPSG:\(code)",
          en:
            "zone \(zone) is in front of the eastings; if this is CGCS2000, say --crs EPSG:\(code)")
      )
    }
    switch (columns.axes, orders.count == 1 ? orders.first : nil) {
    case (.north, _) where !orders.contains(.eastFirst): return true
    case (.unnamed, .northFirst?):
      notes.append(
        Bilingual(
          zh: "\(names):按数值大小,前者为北坐标(纬度)", en: "\(names): by magnitude the first is the northing"))
      return true
    case (.unnamed, .eastFirst?):
      notes.append(
        Bilingual(
          zh: "\(names):按数值大小,前者为东坐标(经度)", en: "\(names): by magnitude the first is the easting"))
      return false
    default:
      throw FormatError(
        file: file, line: table.lines.first,
        message: Bilingual(
          zh: orders.isEmpty
            ? "\(names):从数值看不出哪一列是东坐标" : "\(names):数值与列名或彼此不符,不知哪一列是东坐标",
          en: orders.isEmpty
            ? "\(names): the numbers do not tell which of them is the easting"
            : "\(names): the numbers contradict the names or each other as to which is the easting"),
        remedy: Bilingual(
          zh: "请将列名改为 北坐标、东坐标(或 纬度、经度),并核对数值",
          en: "name the columns 北坐标 and 东坐标 (northing, easting; lat, lon) and check the numbers"))
    }
  }

  // MARK: One parcel

  /// The value of the first row that has one; another value in a later row is an issue.
  private mutating func set(_ target: Int, _ column: Int, _ rows: [Int]) {
    var kept: String?
    var differs = false
    for row in rows {
      let value = text(row, column)
      guard !value.isEmpty else { continue }
      if kept == nil { kept = value }
      if let kept, kept != value, !differs {
        differs = true
        let name = table.attributes.names[column]
        builder.issue(
          .ignored("\(name): '\(value)' where the parcel has '\(kept)'"), line: table.lines[row])
      }
    }
    builder.set(target, kept.map { .text($0) } ?? .null)
  }

  private mutating func draw(_ rows: [Int], northFirst: Bool) -> GeometryState? {
    for row in rows where first[row].isNaN || second[row].isNaN {
      let column = first[row].isNaN ? columns.first : columns.second
      builder.issue(
        .structure("\(table.attributes.names[column]): '\(text(row, column))' is no number"),
        line: table.lines[row])
    }
    guard rows.allSatisfy({ !first[$0].isNaN && !second[$0].isNaN }) else { return .unreadable }
    for part in split(rows, by: columns.part) {
      var x: [Double] = []
      var y: [Double] = []
      var runs: [Range<Int>] = []
      for ring in split(part, by: columns.ring) {
        let start = x.count
        for row in inOrder(ring) {
          x.append(northFirst ? second[row] : first[row])
          y.append(northFirst ? first[row] : second[row])
        }
        runs.append(start..<x.count)
      }
      let rings = NestedRings(x: x, y: y, runs: runs)
      // Where parts are numbered, the first ring of each is its outer one.
      for polygon in columns.part == nil ? rings.polygons : [rings.rings] {
        for ring in polygon {
          builder.beginRing()
          for point in ring { builder.vertex(x[point], y[point]) }
          builder.endRing(mayBeOpen: true)
        }
        builder.endPolygon()
      }
    }
    return nil
  }

  /// Rows with the same text in a column, by its number where all are numbers, else as they come.
  private func split(_ rows: [Int], by column: Int?) -> [[Int]] {
    guard let column else { return [rows] }
    var groups: [(key: String, rows: [Int])] = []
    var known: [String: Int] = [:]
    for row in rows {
      let key = text(row, column)
      if let group = known[key] {
        groups[group].rows.append(row)
      } else {
        known[key] = groups.count
        groups.append((key, [row]))
      }
    }
    let numbered = groups.compactMap { group in Self.digits(group.key).map { ($0, group.rows) } }
    guard numbered.count == groups.count else { return groups.map(\.rows) }
    return numbered.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The rows of one ring by the numbers of their points. They stay as they come where a point has
  /// no number, or one that stands at another point, too.
  private mutating func inOrder(_ rows: [Int]) -> [Int] {
    guard let column = columns.number else { return rows }
    var open = rows
    // The closing point has the number of the first.
    if let start = rows.first, let end = rows.last, rows.count > 1, isSame(start, end) {
      open.removeLast()
    }
    let numbers = open.compactMap { Self.digits(text($0, column)) }
    guard numbers.count == open.count, Set(numbers).count == numbers.count,
      zip(numbers, numbers.dropFirst()).contains(where: { $0 > $1 })
    else { return rows }
    sorted += 1
    return zip(numbers, open).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func isSame(_ a: Int, _ b: Int) -> Bool {
    first[a] == first[b] && second[a] == second[b]
  }

  /// The number at the end of a name, `J12` → 12.
  private static func digits(_ text: String) -> Int? {
    Int(String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()))
  }

  private var ownNotes: [Bilingual] {
    var notes: [Bilingual] = []
    if filledDown > 0 {
      notes.append(
        Bilingual(
          zh: "\(filledDown) 行的宗地列为空,属于上一行的宗地",
          en: "\(filledDown) rows name no parcel and belong to that of the row above"))
    }
    if sorted > 0 {
      notes.append(
        Bilingual(zh: "\(sorted) 个圈按点号排序", en: "\(sorted) rings were put in order of point numbers")
      )
    }
    return notes
  }
}
