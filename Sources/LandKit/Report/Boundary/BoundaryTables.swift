import LandCadastre
import LandDocuments
import LandGeometry
import LandSurvey

/// The papers of a boundary survey: the table of points (界址点成果表) and that of areas.
public struct BoundaryTables: Sendable {
  private let language: Document.Language

  /// Tables in a language.
  public init(language: Document.Language) { self.language = language }

  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The points of all blocks: plane coordinates and sides to the millimetre, degrees with nine
  /// decimals.
  public func points(of survey: BoundarySurvey) -> DocumentTable {
    typealias Column = DocumentTable.Column
    var table = DocumentTable(
      caption: text("界址点成果表", "Boundary points"),
      columns: [
        Column(text("地块编号", "Block")), Column(text("点号", "Point")),
        Column(text("圈号", "Ring")), Column(text("X(北)", "X (north)"), unit: text("米", "m")),
        Column(text("Y(东)", "Y (east)"), unit: text("米", "m")),
        Column(text("经度", "Longitude"), unit: text("度", "°")),
        Column(text("纬度", "Latitude"), unit: text("度", "°")),
        Column(text("边长", "Side"), unit: text("米", "m")), Column(text("至点", "To point")),
      ])
    for block in survey.blocks {
      for part in block.parts {
        for ring in part.rings {
          for (index, point) in ring.points.enumerated() {
            let next = ring.points[(index + 1) % ring.points.count]
            table.rows.append([
              .code(block.id(of: part)), .code(point.name), .count(ring.number),
              .coordinate(point.north, 3), .coordinate(point.east, 3),
              .coordinate(point.longitude, 9), .coordinate(point.latitude, 9),
              .number(point.side, 3), .code(next.name),
            ])
          }
        }
      }
    }
    table.note = note(survey)
    return table
  }

  /// The areas of all blocks.
  public func areas(of survey: BoundarySurvey) -> DocumentTable {
    typealias Column = DocumentTable.Column
    var table = DocumentTable(
      caption: text("地块面积表", "Areas of blocks"),
      columns: [
        Column(text("地块编号", "Block")),
        Column(text("带号(中央经线)", "Zone (central meridian)")),
        Column(text("界址点数", "Points")), Column(text("圈数", "Rings")),
        Column(text("平面面积", "Plane area"), unit: "m²"),
        Column(text("椭球面积", "Ellipsoidal area"), unit: "m²"),
        Column(text("平面面积", "Plane area"), unit: text("公顷", "ha")),
        Column(text("平面面积", "Plane area"), unit: text("亩", "mu")),
        Column(text("周长", "Perimeter"), unit: text("米", "m")),
      ])
    for block in survey.blocks {
      table.rows.append(
        [
          .code(block.subject.id), .text("\(block.zone) (\(Int(block.meridian))°)"),
          .count(block.points.count),
          .count(block.parts.reduce(0) { $0 + $1.rings.count }),
        ] + sums(block.planarArea, block.ellipsoidalArea, block.perimeter))
    }
    if survey.blocks.count > 1 {
      let ellipsoidal = survey.blocks.map(\.ellipsoidalArea)
      let isKnown = ellipsoidal.allSatisfy { $0 != nil }
      table.totals = [
        [
          .text(text("合计", "Total")), .empty,
          .count(survey.blocks.reduce(0) { $0 + $1.points.count }),
          .count(survey.blocks.flatMap(\.parts).reduce(0) { $0 + $1.rings.count }),
        ]
          + sums(
            survey.blocks.reduce(0) { $0 + $1.planarArea },
            isKnown ? ellipsoidal.reduce(0) { $0 + ($1 ?? 0) } : nil,
            survey.blocks.reduce(0) { $0 + $1.perimeter })
      ]
    }
    table.note = note(survey)
    return table
  }

  /// Plane and ellipsoidal area, hectares, mu (1 ha = 15 亩), perimeter.
  private func sums(_ planar: Double, _ ellipsoidal: Double?, _ perimeter: Double)
    -> [DocumentCell]
  {
    [
      .number(planar, 2), .number(ellipsoidal, 2), .hectares(planar),
      .number(AreaUnits.mu(planar), 2), .number(perimeter, 3),
    ]
  }

  private func note(_ survey: BoundarySurvey) -> String {
    let rule = text(
      "CGCS2000,3 度带高斯—克吕格,Y 含带号。外圈顺时针、内圈逆时针编号,自西北角起(离圈外接矩形西北角最近的点,同距取北,再取西)。",
      "CGCS2000, 3-degree Gauss–Krüger, Y with the zone number. Exteriors run clockwise, holes counter-clockwise, from the north-western point (nearest to that corner of the ring's box; the more northern, then the more western of equals)."
    )
    let notices = survey.notices.map { text($0.text.zh, $0.text.en) }
    return ([rule] + notices).joined(separator: "\n")
  }
}
