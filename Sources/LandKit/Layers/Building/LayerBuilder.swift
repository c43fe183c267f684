import LandGeometry

/// Makes a layer of features that a reader hands over one after the other, whatever form its file
/// has: rings go into the columns, attributes become JSON texts, as if they had been read from there.
///
/// ```swift
/// var builder = LayerBuilder(file: path, format: "Shapefile")
/// let name = builder.column("NAME")
/// builder.beginFeature()
/// builder.set(name, .text("一号地块"))
/// builder.beginRing(); builder.vertex(x, y); …; builder.endRing()
/// builder.endPolygon()
/// builder.endFeature()
/// let layer = builder.finish()
/// ```
public struct LayerBuilder: Sendable {
  /// The text encoding and how it was known; see ``FeatureLayer/encoding``.
  public var encoding = "UTF-8"
  /// The coordinate system that the file itself names: a code or well-known text.
  public var declaredCRS: String?
  /// What was chosen or left out on the way, for people.
  public var notes: [Bilingual] = []

  private let format: String
  private var properties: PropertyText
  private var assembler = PolygonAssembler()
  private var state: [GeometryState] = []
  private var lines: [Int] = []
  private var line: Int?
  private var hasLines = false
  private var heightsDropped = 0
  private var ringStart = 0

  /// A builder of a layer.
  ///
  /// - Parameters:
  ///   - file: the file as the user named it.
  ///   - format: the format that was recognised, `Shapefile`.
  public init(file: String, format: String) {
    self.format = format
    properties = PropertyText(file: file)
  }

  /// The number of features that were ended.
  public var featureCount: Int { state.count }

  /// The column of a name, exactly as the file has it; a new one behind the others where there is
  /// none.
  public mutating func column(_ name: String) -> Int { properties.column(name) }

  /// A new column, whose name may be there already: files do that.
  public mutating func newColumn(_ name: String) -> Int { properties.newColumn(name) }

  /// Begins the next feature.
  ///
  /// - Parameter line: the line or row on which it starts, from 1, where the file has lines; its
  ///   issues are placed there.
  public mutating func beginFeature(line: Int? = nil) {
    self.line = line
    assembler.beginFeature()
    properties.beginRow()
  }

  /// Gives the feature a value. A column that is not set is absent; set once a feature, in any order.
  public mutating func set(_ column: Int, _ value: LayerValue) { properties.set(column, value) }

  /// Begins a ring: of each polygon the exterior first, then its holes.
  public mutating func beginRing() { ringStart = assembler.beginRing() }

  /// Appends a vertex; a ring whose last is not its first is closed, with an issue.
  public mutating func vertex(_ x: Double, _ y: Double) {
    assembler.columns.appendVertex(x: x, y: y)
  }

  /// Ends a ring.
  ///
  /// - Parameter mayBeOpen: whether the format leaves the closing vertex out, so that closing the
  ///   ring is no issue.
  public mutating func endRing(mayBeOpen: Bool = false) {
    // No copy of the columns may be held here: the next vertex would move them all.
    let last = assembler.columns.x.count - 1
    if mayBeOpen, last > ringStart {
      let (x, y) = (assembler.columns.x[ringStart], assembler.columns.y[ringStart])
      if x != assembler.columns.x[last] || y != assembler.columns.y[last] {
        assembler.columns.appendVertex(x: x, y: y)
      }
    }
    let known = assembler.issues.count
    assembler.endRing(from: ringStart, offset: nil)
    place(from: known)
  }

  /// Ends a polygon.
  public mutating func endPolygon() { assembler.endPolygon() }

  /// Says that the feature carries heights or measures, which are left out.
  public mutating func dropHeights() { heightsDropped += 1 }

  /// Notes something wrong with the feature.
  public mutating func issue(_ kind: FeatureIssue.Kind, ring: Int? = nil, line: Int? = nil) {
    let known = assembler.issues.count
    assembler.issue(kind, ring: ring)
    place(from: known, line: line)
  }

  /// Ends the feature.
  ///
  /// - Parameter given: what its geometry is, where that is not to be told by its rings: missing,
  ///   of another type, unreadable. Rings that were handed over are then taken back.
  public mutating func endFeature(_ given: GeometryState? = nil) {
    properties.endRow()
    state.append(assembler.endFeature(given))
    lines.append(line ?? 0)
    if line != nil { hasLines = true }
  }

  private mutating func place(from first: Int, line given: Int? = nil) {
    guard let line = given ?? line else { return }
    for index in first..<assembler.issues.count { assembler.issues[index].line = line }
  }

  /// The layer.
  public consuming func finish() -> FeatureLayer {
    var layer = FeatureLayer(format: format, attributes: properties.finish())
    layer.encoding = encoding
    layer.declaredCRS = declaredCRS
    layer.notes = notes
    layer.geometry = assembler.columns
    layer.state = state
    layer.issues = assembler.issues
    layer.heightsDropped = heightsDropped
    return layer
  }

  /// The features as rows of a table, without their geometry; of their issues those about values
  /// that were left out.
  public consuming func finishTable() -> CSVTable {
    let (rows, encoding, hasLines, lines) = (state.count, encoding, hasLines, lines)
    let (notes, issues) = (notes, assembler.issues)
    var table = CSVTable(attributes: properties.finish(), encoding: encoding, separator: ",")
    table.rowNumbers = hasLines ? lines : Array(1..<rows + 1)
    table.lines = table.rowNumbers
    table.notes = notes
    for issue in issues {
      guard case .ignored(let reason) = issue.kind else { continue }
      table.issues.append(
        .init(
          kind: .ignoredCell(reason), row: issue.feature,
          line: issue.line ?? table.lines[issue.feature]))
    }
    return table
  }
}
