import LandDocuments
import LandGeometry
import LandWorkbook

/// The last sheet: what was read, how it was measured, what it was judged by, and how to read the
/// other sheets.
struct OriginSheet {
  private let book: AuditBook
  private let language: Document.Language

  init(_ book: AuditBook, _ language: Document.Language) {
    self.book = book
    self.language = language
  }

  func table() -> StreamedTable {
    let manifest = book.manifest
    var rows: [[DocumentCell]] = [
      row("截止日", "as of", "\(manifest.asOf)"),
      row("程序", "program", "landctl \(manifest.version)"),
      row("图形运算", "geometry", "GEOS \(manifest.geos)"),
      row("坐标转换", "projection", "PROJ \(manifest.proj)"),
      row("宗地坐标系", "coordinate system of parcels", manifest.crs),
    ]
    for rulebook in manifest.rulebooks {
      let names = [rulebook.id, rulebook.number, rulebook.verification].compactMap { $0 }
      rows.append(row("规则库", "rulebook", names.joined(separator: " · "), rulebook.sha256))
    }
    for input in manifest.inputs {
      let parts = [
        input.role, input.name, input.format,
        input.features.map { language("\($0) 个要素", "\($0) features") },
        language("\(input.bytes) 字节", "\(input.bytes) bytes"),
      ]
      rows.append(
        row(
          "输入文件", "input", parts.compactMap { $0 }.joined(separator: " · "), input.sha256))
    }
    for (name, value) in manifest.measures.sorted(by: { $0.key < $1.key }) {
      let title = Self.measures[name] ?? Bilingual(zh: name, en: name)
      rows.append(
        row("量算:" + title.zh, "measures: " + title.en, language(Self.ways[value] ?? value, value)))
    }
    rows += readings()
    return StreamedTable(
      caption: language("说明", "Notes"),
      headings: [language("项目", "item"), language("内容", "content"), "SHA-256"], rows: rows)
  }

  private func readings() -> [[DocumentCell]] {
    var rows = [
      row(
        "空白单元格", "empty cells",
        language(
          "未知或不适用;“缺少的信息”一列写明缺什么",
          "not known or not applicable; the column \"missing\" says what lacks")),
      row(
        "数值", "figures",
        language(
          "由审查数据文件四舍五入:面积 2 位、比值 4 位小数;判定用未舍入的数值",
          "rounded from the audit's files: areas to 2, quotients to 4 decimals; judged unrounded")),
    ]
    let tones: [(Tone, Bilingual)] = [
      (.good, Bilingual(zh: "符合要求", en: "a demand is met")),
      (.bad, Bilingual(zh: "不符合要求(加粗)", en: "a demand is missed (bold)")),
      (
        .attention, Bilingual(zh: "需要注意或说明(加粗斜体)", en: "needs attention or reasons (bold italics)")
      ),
      (.unknown, Bilingual(zh: "未知(斜体)", en: "not known (italics)")),
    ]
    for (tone, text) in tones {
      rows.append([
        .text(language("字样", "mark")), .text(language(text), tone: tone), .empty,
      ])
    }
    return rows
  }

  /// What the manifest says in English, for Chinese readers.
  private static let ways: [String: String] = [
    "CGCS2000 3-degree Gauss-Krueger zone of each parcel's own central meridian":
      "CGCS2000 高斯—克吕格 3 度带,各宗地按自己的中央经线",
    "国土调查办发〔2008〕32号 trapezoid formula": "国土调查办发〔2008〕32号 梯形公式",
    "straight in longitude and latitude": "按经纬度取直",
    "straight on the plane": "按平面取直",
    "2 sigma from the point error": "由界址点中误差推算,取 2 倍",
  ]

  private static let measures: [String: Bilingual] = [
    "planar": Bilingual(zh: "平面面积", en: "planar area"),
    "ellipsoidal": Bilingual(zh: "椭球面积", en: "ellipsoidal area"),
    "ellipsoidal_edges": Bilingual(zh: "椭球面积的边", en: "edges of ellipsoidal areas"),
    "ellipsoidal_piece_m": Bilingual(zh: "椭球面积的分段(m)", en: "pieces of edges (m)"),
    "validity": Bilingual(zh: "图形有效性", en: "validity"),
    "point_error_m": Bilingual(zh: "界址点中误差(m)", en: "mean error of a point (m)"),
    "point_error_limit_m": Bilingual(zh: "界址点限差(m)", en: "largest error of a point (m)"),
    "area_tolerance": Bilingual(zh: "面积限差", en: "area tolerance"),
    "min_building_area_m2": Bilingual(zh: "计入的最小建筑(m²)", en: "smallest building (m²)"),
    "double_storey_height_m": Bilingual(zh: "按两层计算的层高(m)", en: "storey counted twice from (m)"),
  ]

  private func row(
    _ zh: String, _ en: String, _ text: String, _ digest: String = ""
  ) -> [DocumentCell] {
    [.text(language(zh, en)), .text(text), .code(digest)]
  }
}
