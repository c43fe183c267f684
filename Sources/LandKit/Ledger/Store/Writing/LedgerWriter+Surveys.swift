import Foundation
import GRDB
import LandCadastre
import LandGeoPackage
import LandGeometry

extension LedgerWriter {
  /// Adds a survey and returns its number; its event `survey` has to follow.
  ///
  /// - Parameter parcels: its parcels, in the order of their index.
  /// - Parameter geometry: one feature a parcel, in CGCS2000 longitude and latitude.
  /// - Parameter lineage: where the parcels come from.
  /// - Parameter earlier: the survey that the lineage goes back to; the last one where nil.
  @discardableResult
  public mutating func add(
    _ survey: SurveyRecord, parcels: [SurveyedParcel], geometry: PolygonColumns<Geographic>,
    lineage: [LineageLink], since earlier: Int? = nil
  ) throws(LedgerError) -> Int {
    let number = try nextNumber("surveys")
    try begin(survey: number)
    guard parcels.count == geometry.featureCount, parcels.count == survey.parcelCount else {
      throw .content(
        Bilingual(
          zh: "宗地数、几何数与登记数不一致", en: "parcels, geometry and the stated count differ in number"))
    }
    try insert(
      "surveys", Columns.survey,
      [
        Kept.integer(number), Kept.integer(survey.year), Kept.day(survey.day),
        try Kept.text(survey.fileName), try Kept.text(survey.sha256),
        Kept.integer(survey.parcelCount), Kept.real(survey.totalArea),
        try Kept.list(survey.columns),
      ])
    try fill("survey_parcels", layer: LedgerSchemaV1.surveyParcels) {
      (writer) throws(LedgerError) in try writer.put(parcels, of: number, geometry)
    }
    try grow("survey_parcels", geometry, day: survey.day, isNew: number == 1)
    let before = earlier ?? (number > 1 ? number - 1 : nil)
    try fill("lineage") { (writer) throws(LedgerError) in
      for (position, link) in lineage.enumerated() {
        try writer.insert(
          "lineage", Columns.lineage,
          [
            Kept.integer(number), Kept.integer(position), Kept.integer(before),
            try Kept.text(link.earlier), try Kept.text(link.later),
            link.kind.rawValue.databaseValue, Kept.real(link.shareOfEarlier),
            Kept.real(link.shareOfLater),
          ])
      }
      return []
    }
    return number
  }

  private mutating func put(
    _ parcels: [SurveyedParcel], of number: Int, _ geometry: PolygonColumns<Geographic>
  ) throws(LedgerError) -> [(key: Int, box: Envelope)] {
    let insertion = try insertion("survey_parcels", Columns.parcel)
    var boxes: [(key: Int, box: Envelope)] = []
    for (row, parcel) in parcels.enumerated() {
      let values = [
        Kept.integer(number), Kept.integer(parcel.index), try Kept.text(parcel.id),
        try Kept.text(parcel.zoneID), try Kept.text(parcel.landUse), Kept.real(parcel.area),
        try Kept.text(parcel.idleState),
      ]
      let blob = Self.blob(row, of: geometry)
      try LedgerError.translating(path) { try insertion.run(geometry: blob, values) }
      if blob != nil {
        boxes.append((Int(db.lastInsertedRowID), geometry.envelope(of: row)))
      }
    }
    return boxes
  }

  /// The geometry of a row as it is kept, EPSG:4490.
  static func blob(_ row: Int, of geometry: PolygonColumns<Geographic>) -> [UInt8]? {
    GeometryBlob.feature(row, of: geometry, isMulti: true, reference: 4490)
  }

  /// A point as it is kept, EPSG:4490.
  static func blob(_ place: Coordinate) -> DatabaseValue {
    Data(GeometryBlob.point(place, reference: 4490)).databaseValue
  }

  /// Sets the registered box and day of a layer, grown by the box it has unless it is new.
  func grow(
    _ layer: String, _ geometry: PolygonColumns<Geographic>, day: CalendarDate, isNew: Bool
  ) throws(LedgerError) {
    var box = Envelope.empty
    for i in 0..<geometry.vertexCount { box.include(x: geometry.x[i], y: geometry.y[i]) }
    if !isNew {
      try reader.each(
        "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", [layer]
      ) { row in
        if let minX = row.real(0), let minY = row.real(1), let maxX = row.real(2),
          let maxY = row.real(3)
        {
          box.include(x: minX, y: minY)
          box.include(x: maxX, y: maxY)
        }
      }
    }
    let table = GeoPackageTable(name: layer, title: layer, shape: .multiPolygon, columns: [])
    try LedgerError.translating(path) {
      try GeoPackageSchema.setExtent(box, of: table, day: day, in: db)
    }
  }
}
