import LandCadastre
import LandDocuments
import LandGeometry

/// Papers and layers that the tests draw and write.
enum SamplePapers {
  /// Texts that break what is careless with them.
  static let nasty = [
    "<script>alert(1)</script>", "a \"quoted\" & 'single' </td></table>", "\"\u{301} onclick=x",
    "abc\u{202E}321", "𠮷野 🏭👩‍🏭", "=1+1", "{{title}} {{{style}}}", "zero\u{0}byte\u{1B}[0m",
    String(repeating: "W", count: 300),
  ]

  /// Every block, every kind of cell, every tone, and the nasty texts in each place for a text.
  static func everything(_ language: Document.Language = .zh) -> Document {
    let zh = language == .zh
    var paper = Document(language: language, title: zh ? "扩区用地情况报告 <草案>" : "Report <draft>")
    paper.subtitle = "A & B"
    paper.particulars = [(zh ? "开发区" : "Zone", "示范\"开发区\""), (zh ? "基准日" : "Day", "2025-06-30")]
    paper.blocks = [
      .heading(level: 1, "一、总体 <情况>", anchor: "general"),
      .paragraph("核准面积 3.1600 公顷。\n第二行。"),
      .list(nasty),
      .heading(level: 2, "(一)指标", anchor: "gates"),
      .table(cells()),
      .notice(.bad, "闲置土地处置率不足 </div>"), .notice(.good, "符合"),
      .notice(.attention, "需说明"), .notice(.unknown, "未知"), .notice(.plain, "备注"),
      .pageBreak,
      .heading(level: 1, "二、图", anchor: "maps"),
      .figure(svg: map(language).svg(), caption: "地块 <分布> 图"),
      .signatures(["填表人", "审核人", "负责人", "日期"]),
    ]
    return paper
  }

  /// A table with every kind of cell.
  static func cells() -> DocumentTable {
    var table = DocumentTable(
      caption: "供地率 <%>",
      columns: [
        .init("项目", width: 3), .init("面积", unit: "公顷", width: 1), .init("日期"), .init("=编号"),
      ])
    table.rows = [
      [
        .text("=SUM(A1:A9)"), .number(1_234_567.885, 2), .day(CalendarDate(iso: "2025-06-30")),
        .code("00123"),
      ],
      [.text("a,b \"c\"\nd", tone: .good), .number(-0.00004, 4, tone: .bad), .empty, .code("=1")],
      [
        .text("-1", tone: .attention), DocumentCell(.unknown("批准文件 <日期>"), tone: .unknown),
        .unknown,
      ],
    ]
    table.rows += nasty.map { [.text($0), .count(1000), .empty, .code($0)] }
    table.totals = [[.text("合计"), .number(999.5, 0), .empty, .empty]]
    table.note = "面积按 <平面> 计。"
    return table
  }

  /// Squares beside each other, from the lower left, rows upwards.
  static func squares(_ count: Int, side: Double, columns: Int, gap: Double = 0)
    -> PolygonColumns<Plane>
  {
    var polygons = PolygonColumns<Plane>()
    for index in 0..<count {
      let x = 39_500_000 + Double(index % columns) * (side + gap)
      let y = 3_170_000 + Double(index / columns) * (side + gap)
      polygons.appendPolygon([square(x, y, side)])
      polygons.endFeature()
    }
    return polygons
  }

  /// The ring of a square.
  static func square(_ x: Double, _ y: Double, _ side: Double) -> [Coordinate] {
    [(0, 0), (side, 0), (side, side), (0, side), (0, 0)].map { Coordinate(x: x + $0, y: y + $1) }
  }

  /// A zone with a hole, parcels of each tone and boundary points.
  static func map(_ language: Document.Language = .zh) -> MapDrawing {
    let zh = language == .zh
    var map = MapDrawing(name: "zone", title: "A <zone> & \"parcels\"", language: language)
    var zone = PolygonColumns<Plane>()
    zone.appendPolygon([
      square(39_499_950, 3_169_950, 900), square(39_500_500, 3_170_500, 200).reversed(),
    ])
    zone.endFeature()
    let parcels = squares(20, side: 100, columns: 5, gap: 10)
    for (index, tone) in Tone.allCases.enumerated() {
      var part = PolygonColumns<Plane>()
      for feature in stride(from: index, to: 20, by: 5) { part.appendFeature(feature, of: parcels) }
      map.add(
        MapLayer(
          name: zh ? ["一般", "符合", "不符合", "需说明", "未知"][index] : tone.rawValue,
          polygons: part, style: .tone(tone), labels: (0..<4).map { "\(tone.rawValue)<\($0)>" }))
    }
    map.add(MapLayer(name: zh ? "开发区范围" : "zone", polygons: zone, style: .boundary))
    let corners = square(39_499_950, 3_169_950, 900).dropLast()
    map.add(
      MapPoints(
        name: zh ? "界址点" : "boundary points", points: Array(corners),
        labels: (1...4).map { "J\($0)" }))
    return map
  }
}
