import LandCadastre
import LandDocuments
import LandGeometry
import LandLayers

/// What the map of a page shows: which parcels, on which grid, simplified or not.
struct ReportShapes: Sendable {
  let grid: ShapeGrid
  /// The parcels on the page, in the order of the audit.
  let shown: [Int]
  /// The place on the page of each parcel of the audit; −1 for one that is left out.
  let placeOnPage: [Int32]
  let parcels: GridShapes
  let zones: GridShapes?
  let buildings: GridShapes?
  /// Metres by which boundaries were simplified; nil where they were not.
  let tolerance: Double?
  /// Whether there is anything to show on a map.
  let isDrawn: Bool
  /// Whether the page has every column.
  let hasAllColumns: Bool

  init(_ report: AuditReport) {
    let count = report.book.parcels.count
    let shown = count <= report.limits.parcels ? Array(0..<count) : Self.needy(report)
    self.shown = shown
    var places = [Int32](repeating: -1, count: count)
    for (place, parcel) in shown.enumerated() { places[parcel] = Int32(place) }
    placeOnPage = places
    let isLarge = count > report.limits.exactParcels
    var box = Envelope.empty
    let layers = [report.book.shapes, report.zones?.polygons, report.buildings?.polygons]
    for layer in layers {
      guard let layer else { continue }
      for i in 0..<layer.vertexCount
      where (-180...180).contains(layer.x[i]) && (-90...90).contains(layer.y[i]) {
        box.include(x: layer.x[i], y: layer.y[i])
      }
    }
    let grid = ShapeGrid(box, isFine: !isLarge)
    self.grid = grid
    let tolerance = isLarge ? report.limits.tolerance : nil
    self.tolerance = tolerance
    func shapes(_ columns: PolygonColumns<Geographic>, _ features: some Sequence<Int>)
      -> GridShapes
    {
      let exact = GridShapes(columns, features: features, on: grid)
      guard let tolerance else { return exact }
      return ArcSimplifier.simplified(exact, on: grid, tolerance: tolerance)
    }
    if let columns = report.book.shapes {
      parcels = shapes(columns, shown)
    } else {
      // A feature without rings for each parcel: the tables hold them all.
      var none = GridShapes()
      for _ in shown { none.endFeature() }
      parcels = none
    }
    zones = report.zones.map { shapes($0.polygons, 0..<$0.polygons.featureCount) }
    let fits = count <= report.limits.parcels
    buildings =
      fits ? report.buildings.map { shapes($0.polygons, 0..<$0.polygons.featureCount) } : nil
    isDrawn = !box.isEmpty
    hasAllColumns = shown.count <= report.limits.allColumns
  }

  /// The parcels that need action, at most as many as a page holds: idle ones, those with errors,
  /// those that overlap others for sure.
  private static func needy(_ report: AuditReport) -> [Int] {
    var isNeedy = report.basics.states.map { $0 == .identified || $0 == .suspected }
    let (kind, index) = (
      report.book.findings["subject_kind"], report.book.findings["feature_index"]
    )
    for group in report.groups.all where group.severity == .error {
      for row in group.rows where kind.text(Int(row)) == "parcel" {
        if let parcel = index.integer(Int(row)), isNeedy.indices.contains(parcel) {
          isNeedy[parcel] = true
        }
      }
    }
    let overlaps = report.book.overlaps
    for row in 0..<overlaps.count where overlaps["class"].text(row) == "real" {
      for name in ["parcel_a", "parcel_b"] {
        if let parcel = overlaps[name].text(row).flatMap({ report.basics.index[$0] }) {
          isNeedy[parcel] = true
        }
      }
    }
    return Array(isNeedy.indices.filter { isNeedy[$0] }.prefix(report.limits.parcels))
  }

  /// What the map does not show as it is; nil where it shows everything.
  func note(_ language: Document.Language) -> String? {
    var notes: [String] = []
    if !isDrawn {
      notes.append(
        language(
          "坐标系未知或不能换算到 CGCS2000 经纬度，因此没有地图；表格和结论不受影响。",
          "The coordinate system is unknown or has no way to CGCS2000 longitude and latitude, so "
            + "there is no map; tables and results are complete."))
    }
    if shown.count < placeOnPage.count {
      let (some, all) = (
        GroupedNumber.text(Double(shown.count), 0), GroupedNumber.text(Double(placeOnPage.count), 0)
      )
      notes.append(
        language(
          "共 \(all) 宗，超出页面容量：页面只列需要处理的 \(some) 宗（闲置、有错误、实际重叠），其余见 parcels.csv。",
          "Of \(all) parcels the page holds the \(some) that need action (idle, with errors, "
            + "overlapping); the rest is in parcels.csv."))
    }
    if let tolerance, isDrawn {
      let metres = FixedDecimal.text(tolerance, 1)
      notes.append(
        language(
          "为便于打开，地图上的界线已按 \(metres) 米容差简化，相邻宗地的公共界线一同简化、仍然重合；面积等数值均按原始界线量算。",
          "Boundaries on the map are simplified by at most \(metres) m so that the page opens "
            + "quickly; neighbours share the simplified line. All figures are of the original "
            + "boundaries."))
    }
    if !hasAllColumns {
      let left = language.list(
        ParcelColumn.all.filter(\.isSecondary).map { language($0.title) })
      notes.append(
        language(
          "页面省去以下各列，见 parcels.csv：\(left)。",
          "The page leaves out these columns, which are in parcels.csv: \(left)."))
    }
    return notes.isEmpty ? nil : notes.joined(separator: language("", " "))
  }
}
