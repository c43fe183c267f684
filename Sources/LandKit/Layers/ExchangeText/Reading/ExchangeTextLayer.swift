import LandGeometry

/// Makes the layer of what the lines said: which number is the easting, which plane the file is on,
/// which rings are holes.
struct ExchangeTextLayer {
  private let scanner: ExchangeTextScanner
  private var builder: LayerBuilder
  private let columns: [Int]
  private var exchanged: [Int] = []
  private var severalParts = 0

  /// The columns of the form; further fields are 字段9 and so on.
  private static let names = [
    "界址点数", "地块面积(公顷)", "地块编号", "地块名称", "记录图形属性", "图幅号", "地块用途", "地类编码",
  ]

  init(_ scanner: ExchangeTextScanner) {
    self.scanner = scanner
    builder = LayerBuilder(file: scanner.file, format: "ExchangeText")
    var columns: [Int] = []
    for name in Self.names { columns.append(builder.column(name)) }
    // Fields that are blank in every parcel are separators that a program left behind.
    let width =
      scanner.drafts.map { ($0.record.extra.lastIndex { !$0.isEmpty } ?? -1) + 1 }.max() ?? 0
    for index in 0..<width { columns.append(builder.column("字段\(index + 9)")) }
    self.columns = columns
  }

  mutating func make(encoding: String) -> FeatureLayer {
    let placings = scanner.drafts.map(Placing.init)
    let form = Self.usual(placings)
    for (draft, placing) in zip(scanner.drafts, placings) { append(draft, placing, form) }
    let (code, notes) = scanner.header.system(of: form)
    builder.encoding = encoding
    builder.declaredCRS = code.map { "EPSG:\($0)" }
    builder.notes = scanner.header.notes + notes + scanner.notes + ownNotes
    return builder.finish()
  }

  /// How the points of one parcel are to be taken.
  private struct Placing {
    var order = ExchangeTextPlane.Order.northFirst
    var form: ExchangeTextPlane.Form?
    /// What speaks against all of its points lying on one plane.
    var fault: String?

    init(_ draft: ExchangeTextDraft) {
      var orders: Set<ExchangeTextPlane.Order> = []
      var forms: Set<ExchangeTextPlane.Form> = []
      for (a, b) in zip(draft.first, draft.second) {
        guard let reading = ExchangeTextPlane.reading(a, b) else { continue }
        orders.insert(reading.order)
        forms.insert(reading.form)
      }
      if orders.count == 1, let only = orders.first { order = only }
      if orders.count > 1 { fault = "X and Y are exchanged in some of the points only" }
      if forms.count == 1 { form = forms.first }
      if forms.count > 1 { fault = "points on several planes: \(Self.list(forms))" }
    }

    static func list(_ forms: Set<ExchangeTextPlane.Form>) -> String {
      forms.map(\.description).sorted().joined(separator: ", ")
    }
  }

  /// The form that most parcels have, the earliest of several.
  private static func usual(_ placings: [Placing]) -> ExchangeTextPlane.Form? {
    var counts: [ExchangeTextPlane.Form: Int] = [:]
    for case let form? in placings.map(\.form) { counts[form, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    return placings.lazy.compactMap(\.form).first { counts[$0] == most }
  }

  private mutating func append(
    _ draft: ExchangeTextDraft, _ placing: Placing, _ usual: ExchangeTextPlane.Form?
  ) {
    builder.beginFeature(line: draft.line)
    for issue in draft.issues { builder.issue(issue.kind, line: issue.line) }
    if draft.hasHeights { builder.dropHeights() }
    var drawn: Double?
    var state: GeometryState?
    switch draft.record.shape {
    case .line, .point:
      state = .otherType
      builder.issue(.otherType(draft.record.shape == .line ? "LineString" : "Point"))
    case .polygon:
      if let fault = placing.fault ?? Self.conflict(placing.form, usual) {
        state = .unreadable
        builder.issue(.structure(fault))
      } else if draft.isUnreadable {
        state = .unreadable
      } else {
        drawn = draw(draft, placing)
      }
    }
    set(draft.record, drawn: placing.form == .degrees ? nil : drawn)
    builder.endFeature(state)
  }

  private static func conflict(
    _ form: ExchangeTextPlane.Form?, _ usual: ExchangeTextPlane.Form?
  ) -> String? {
    guard let form, let usual, form != usual else { return nil }
    return "coordinates \(form), most of the file has \(usual)"
  }

  private mutating func set(_ record: ExchangeTextRecordLine, drawn: Double?) {
    let area = ExchangeTextArea(record.fields[1], drawn: drawn)
    if let fault = area.fault { builder.issue(.ignored(fault)) }
    for (index, text) in (record.fields + record.extra).prefix(columns.count).enumerated() {
      switch index {
      case 0 where record.count != nil:
        builder.set(columns[0], record.count.map { .integer($0) } ?? .null)
      case 1: builder.set(columns[1], area.value)
      default: builder.set(columns[index], text.isEmpty ? .null : .text(text))
      }
    }
  }

  /// Hands the rings over; the area that they enclose, in the square of their unit.
  private mutating func draw(_ draft: ExchangeTextDraft, _ placing: Placing) -> Double? {
    let isExchanged = placing.order == .eastFirst
    if isExchanged { exchanged.append(draft.line) }
    let rings = NestedRings(
      x: isExchanged ? draft.first : draft.second, y: isExchanged ? draft.second : draft.first,
      runs: draft.runs.indices.map { draft.points(ofRun: $0) })
    checkCount(draft, rings)
    let polygons = rings.polygons
    if polygons.count > 1 { severalParts += 1 }
    var area = 0.0
    for polygon in polygons {
      for (index, ring) in polygon.enumerated() {
        builder.beginRing()
        for point in ring { builder.vertex(rings.x[point], rings.y[point]) }
        builder.endRing(mayBeOpen: true)
        area += rings.area(of: ring) * (index == 0 ? 1 : -1)
      }
      builder.endPolygon()
    }
    return rings.rings.isEmpty ? nil : area
  }

  /// Files count points with the closing ones or without, and write the closing ones or leave them
  /// out; any of these is right.
  private mutating func checkCount(_ draft: ExchangeTextDraft, _ rings: NestedRings) {
    guard let count = draft.record.count else { return }
    let found = draft.first.count
    let open = rings.rings.count - rings.closedCount
    if ![found, found - rings.closedCount, found + open].contains(count) {
      builder.issue(.ignored("界址点数 \(count), the parcel has \(found) lines of points"))
    }
  }

  private var ownNotes: [Bilingual] {
    var notes: [Bilingual] = []
    if let first = exchanged.first {
      notes.append(
        Bilingual(
          zh: "\(exchanged.count) 个地块的 X、Y 写反,按数值大小互换(首见第 \(first) 行)",
          en: "\(exchanged.count) parcels have the easting before the northing and were read by "
            + "the magnitude of the numbers (first: line \(first))"))
    }
    if severalParts > 0 {
      notes.append(
        Bilingual(
          zh: "\(severalParts) 个地块有不在第一圈之内的圈,作为另一部分",
          en: "\(severalParts) parcels have rings that lie beside ring 1, read as further parts"))
    }
    return notes
  }
}

extension ExchangeTextPlane.Form: CustomStringConvertible {
  var description: String {
    switch self {
    case .zoned(let zone): "in zone \(zone)"
    case .plain: "without a zone"
    case .degrees: "in degrees"
    }
  }
}
