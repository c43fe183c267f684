import LandCadastre
import LandDocuments
import LandGeometry
import LandRulebook

/// What a reviewer asks for at the end: rulebooks, files, formulas, readings.
struct ReportNotes {
  let report: AuditReport
  private var language: Document.Language { report.language }
  private typealias Column = DocumentTable.Column

  /// All of it.
  func blocks() -> [Block] {
    [
      .heading(level: 2, language("规则库", "Rulebooks"), anchor: "rulebooks"), .table(rulebooks()),
      .heading(level: 2, language("输入文件", "Input files"), anchor: "inputs"), .table(inputs()),
      .heading(level: 2, language("指标与公式", "Figures and formulas"), anchor: "formulas"),
      .table(formulas()),
      .heading(level: 2, language("说明", "Readings"), anchor: "readings"), .list(readings()),
    ]
  }

  private func rulebooks() -> DocumentTable {
    var table = DocumentTable(
      caption: language("判定所依据的规则库", "Rulebooks judged by"),
      columns: [
        Column(language("名称", "Name"), width: 2.5), Column(language("标题", "Title"), width: 3),
        Column(language("文号", "Number"), width: 2.5),
        Column(language("文本依据", "How sure the text is"), width: 2), Column("SHA-256", width: 3),
      ])
    for book in report.book.manifest.rulebooks {
      let title = report.law.title(of: book.id)
      let sure = book.verification.flatMap { Verification(rawValue: $0) }
      table.rows.append([
        .code(book.id), .text(title == book.id ? nil : title), .text(book.number),
        .text(
          sure.map { language($0.reportLabel) } ?? book.verification,
          tone: sure == .unverified ? .attention : .plain),
        .code(book.sha256),
      ])
    }
    return table
  }

  private func inputs() -> DocumentTable {
    let manifest = report.book.manifest
    var table = DocumentTable(
      caption: language("读取的文件", "Files that were read"),
      columns: [
        Column(language("用途", "Role"), width: 2), Column(language("文件", "File"), width: 2.5),
        Column(language("格式", "Format"), width: 1.6),
        Column(language("要素", "Features"), width: 1.4),
        Column(language("字节", "Bytes"), width: 2), Column("SHA-256", width: 3),
      ])
    for input in manifest.inputs {
      table.rows.append([
        .text(Self.roles[input.role].map { language($0) } ?? input.role), .code(input.name),
        .text(input.format), input.features.map { .count($0) } ?? .empty, .count(input.bytes),
        .code(input.sha256),
      ])
    }
    table.note = language(
      "landctl \(manifest.version)，GEOS \(manifest.geos)，PROJ \(manifest.proj)；坐标系 \(manifest.crs)。",
      "landctl \(manifest.version), GEOS \(manifest.geos), PROJ \(manifest.proj); coordinate system "
        + "\(manifest.crs).")
    return table
  }

  private func formulas() -> DocumentTable {
    var table = DocumentTable(
      caption: language("指标的公式与依据", "How figures are reckoned"),
      columns: [
        Column(language("指标", "Figure"), width: 1.8), Column(language("公式", "Formula"), width: 4),
        Column(language("依据", "Laid down in"), width: 3),
        Column(language("说明", "Note"), width: 4),
        Column(language("程序文件", "Made in"), width: 2.2),
      ])
    for figure in FigureCatalogue.all {
      table.rows.append([
        .text(figure.column.map { language($0.title) } ?? figure.key),
        .text(language(figure.formula)), .text(language(figure.clause)),
        .text(language(figure.note)), .code(figure.source),
      ])
    }
    return table
  }

  private func readings() -> [String] {
    [
      language(
        "“涉嫌闲置”是本程序按数据作出的提示；是否闲置由自然资源主管部门调查认定，有认定书文号和日期的才列为“已认定闲置”。",
        "“Suspected” is what the data show; whether land is idle is for the office to find. Only "
          + "land with number and date of the finding is listed as found idle."),
      language(
        "“未知”表示缺少所列信息，不等于零，也不等于符合。",
        "“Unknown” means that inputs are missing: neither zero nor met."),
      language(
        "不足、低于、超过不含本数；以上、以下、不低于、不超过含本数（《民法典》第一千二百五十九条）。",
        "不足, 低于, 超过 do not include the figure; 以上, 以下, 不低于, 不超过 do (Civil Code Art. 1259)."),
      language(
        "违反合同约定不等于低效；低效只在规则库写明标准时判定。",
        "A breach of contract is not underuse; underuse is judged only where a rulebook states a "
          + "standard."),
      language(
        "面积按未取整的数值判定，显示时一次取整：平方米两位小数，公顷四位小数，亩（10000/15 平方米）两位小数。",
        "Verdicts go by unrounded areas; shown are m² with 2, hectares with 4 and mu (10000/15 m²) "
          + "with 2 decimals, rounded once."),
    ]
  }

  private static let roles = [
    "parcels": Bilingual(zh: "宗地", en: "parcels"),
    "buildings": Bilingual(zh: "建筑物", en: "buildings"),
    "zones": Bilingual(zh: "开发区范围", en: "zones"),
    "contracts": Bilingual(zh: "合同", en: "contracts"),
    "enterprises": Bilingual(zh: "企业", en: "enterprises"),
    "zone": Bilingual(zh: "开发区文件", en: "zone file"),
  ]
}

extension Verification {
  /// What people call it.
  var reportLabel: Bilingual {
    switch self {
    case .verified: Bilingual(zh: "原文已核对", en: "text read in full")
    case .secondary: Bilingual(zh: "据转载或引用", en: "from a copy or quotation")
    case .unverified: Bilingual(zh: "待核实", en: "unverified")
    case .ours: Bilingual(zh: "本程序设定", en: "a setting of this program")
    }
  }
}
