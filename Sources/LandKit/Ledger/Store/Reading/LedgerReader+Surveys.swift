import GRDB
import LandCadastre
import LandGeometry

extension LedgerReader {
  /// The surveys in order.
  public func surveys() throws(LedgerError) -> [KeptSurvey] {
    try rows("surveys", "SELECT \(Columns.list(Columns.survey)) FROM surveys ORDER BY number") {
      row in
      guard let number = row.integer(0), let year = row.integer(1), let day = row.day(2),
        let file = row.text(3), let sha256 = row.text(4), let count = row.integer(5),
        let area = row.real(6), let columns = Kept.list(of: row.text(7))
      else { return nil }
      return KeptSurvey(
        number: number,
        record: SurveyRecord(
          year: year, day: day, fileName: file, sha256: sha256, parcelCount: count,
          totalArea: area, columns: columns))
    }
  }

  /// The parcels of a survey in order, with one feature each in longitude and latitude; a parcel
  /// without geometry has a feature without polygons. Exteriors run counter-clockwise, holes
  /// clockwise, however they were drawn.
  public func parcels(
    of survey: Int
  ) throws(LedgerError) -> (parcels: [SurveyedParcel], geometry: PolygonColumns<Geographic>) {
    var parcels: [SurveyedParcel] = []
    var geometry = PolygonColumns<Geographic>()
    try each(
      """
      SELECT \(Columns.list(Columns.parcel)) FROM survey_parcels WHERE survey = ? ORDER BY position
      """, [survey]
    ) { row in
      guard row.appendFeature(0, to: &geometry), let index = row.integer(2), let id = row.text(3),
        let state = row.text(7)
      else { throw unreadable("survey_parcels") }
      var parcel = SurveyedParcel(index: index, id: id, idleState: state)
      parcel.zoneID = row.text(4)
      parcel.landUse = row.text(5)
      parcel.area = row.real(6)
      parcels.append(parcel)
    }
    return (parcels, geometry)
  }

  /// Where the parcels of a survey come from.
  public func lineage(of survey: Int) throws(LedgerError) -> [LineageLink] {
    try rows(
      "lineage",
      "SELECT \(Columns.list(Columns.lineage)) FROM lineage WHERE survey = ? ORDER BY position",
      [survey]
    ) { row in
      guard let kind = row.text(5).flatMap(LineageLink.Kind.init(rawValue:)),
        let ofEarlier = row.real(6), let ofLater = row.real(7)
      else { return nil }
      return LineageLink(
        earlier: row.text(3), later: row.text(4), kind: kind, shareOfEarlier: ofEarlier,
        shareOfLater: ofLater)
    }
  }
}
