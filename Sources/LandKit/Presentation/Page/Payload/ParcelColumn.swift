import LandCadastre
import LandDocuments
import LandGeometry
import LandIdleLand
import LandRulebook

/// A column of the page's table of parcels: which column of `parcels.csv` it shows, and how.
struct ParcelColumn: Sendable {
  /// How the values are said.
  enum Kind: Sendable {
    /// A code or a number of a document.
    case code
    /// Words of the machine files in words of people; texts of people as they are.
    case word(@Sendable (String, Document.Language) -> String)
    /// Codes joined with `;`, each said by itself.
    case list(@Sendable (String, Document.Language) -> String)
    /// A number, after a factor, with decimals.
    case number(Int, factor: Double = 1)
    /// A day.
    case day
  }

  let key: String
  let title: Bilingual
  var unit = Bilingual(zh: "", en: "")
  let kind: Kind
  /// Whether the table shows it at first.
  var isShown = false
  /// Whether a search looks in it.
  var isSearched = false

  private init(
    _ key: String, _ zh: String, _ en: String, _ kind: Kind, unit: Bilingual? = nil,
    shown: Bool = false, searched: Bool = false
  ) {
    self.key = key
    title = Bilingual(zh: zh, en: en)
    self.kind = kind
    isShown = shown
    isSearched = searched
    if let unit { self.unit = unit }
  }

  /// The states in which the value belongs to a parcel; nil for all. In others nothing belongs
  /// there, and nothing is unknown.
  var states: [ReportState]? {
    switch key {
    case "idle_clause", "idle_since", "idle_months", "idle_area_m2", "cause_class", "fee_due_wan",
      "withdrawal_ripe", "disposal_track":
      [.identified, .suspected, .unknown, .disposed]
    case "identified_no", "identified_date": [.identified, .disposed]
    case "disposal_way", "disposed_date", "disposed_area_m2": [.disposed]
    case "due_date", "days_to_due": [.dueSoon, .unknown, .notIdle]
    case "next_step", "next_actor", "next_deadline": [.identified, .suspected, .dueSoon, .unknown]
    default: nil
    }
  }

  /// Whether a page of very many parcels can do without it: others say nearly the same.
  var isSecondary: Bool {
    [
      "start_source", "next_actor", "days_to_due", "ellipsoidal_area_m2", "area_tolerance_m2",
      "far_source", "developed_basis", "verdict", "area_verdict", "started",
    ].contains(key)
  }

  private static let m2 = Bilingual(zh: "m²", en: "m²")
  private static let months = Bilingual(zh: "个月", en: "months")
  private static let days = Bilingual(zh: "天", en: "days")
  private static let wan = Bilingual(zh: "万元", en: "10 000 yuan")
  private static let plain: Kind = .word { text, _ in text }

  /// A kind whose words have labels; a word without one stands as it is.
  private static func words(_ labels: [String: Bilingual]) -> Kind {
    .word { word, language in labels[word].map { language($0) } ?? word }
  }
  private static let truth = words([
    "true": Bilingual(zh: "是", en: "yes"), "false": Bilingual(zh: "否", en: "no"),
  ])
  private static let verdicts = words(
    Dictionary(
      uniqueKeysWithValues: [
        Verdict.met, .notMet, .needsReasons, .unknown(missing: []), .notApplicable,
      ].map { ($0.word, $0.label) }))

  /// All columns, in the order in which a dialog of a parcel shows them.
  static let all: [ParcelColumn] = identity + idle + disposal + area + building + closing

  private static let identity = [
    ParcelColumn("parcel_id", "宗地代码", "Parcel code", .code, shown: true, searched: true),
    ParcelColumn("holder", "土地使用权人", "Holder", plain, shown: true, searched: true),
    ParcelColumn("zone_id", "开发区", "Zone", plain, shown: true),
    ParcelColumn("land_use", "土地用途", "Land use", plain, shown: true),
    ParcelColumn(
      "supply_state", "供应状态", "Supply",
      words([
        "supplied": Bilingual(zh: "已供应", en: "supplied"),
        "unsupplied": Bilingual(zh: "未供应", en: "not supplied"),
        "reserve": Bilingual(zh: "储备", en: "in reserve"),
        "withdrawn": Bilingual(zh: "已收回", en: "taken back"),
      ])),
    ParcelColumn("contract_no", "合同编号", "Contract", .code),
  ]

  private static let idle = [
    ParcelColumn(
      "idle_state", "闲置状态", "Idle state",
      words(Dictionary(uniqueKeysWithValues: ReportState.allCases.map { ($0.key, $0.label) })),
      shown: true),
    ParcelColumn(
      "idle_clause", "适用条款", "Clause",
      words(
        Dictionary(
          uniqueKeysWithValues: [IdleAssessment.Clause.notStarted, .suspended].map {
            (
              $0.rawValue,
              Bilingual(zh: "53号令" + $0.label.zh, en: "Decree 53 " + $0.label.en)
            )
          }))),
    ParcelColumn("verdict", "判定", "Verdict", verdicts),
    ParcelColumn("start_in_force", "有效的动工日期", "Start in force", .day),
    ParcelColumn(
      "start_source", "动工日期依据", "Start from",
      words([
        "amended": Bilingual(zh: "补充协议", en: "supplementary contract"),
        "agreed": Bilingual(zh: "合同约定", en: "contract"),
        "delivery+1y": Bilingual(zh: "实际交地满一年", en: "delivery and one year"),
      ])),
    ParcelColumn("started", "是否动工", "Started", truth),
    ParcelColumn("due_date", "期限届满日", "Time runs out", .day),
    ParcelColumn("days_to_due", "距期限届满", "Days left", .number(0), unit: days),
    ParcelColumn("idle_since", "闲置起算日", "Idle since", .day, shown: true),
    ParcelColumn("idle_months", "闲置月数", "Idle", .number(0), unit: months, shown: true),
    ParcelColumn("idle_area_m2", "闲置面积", "Idle area", .number(2), unit: m2),
    ParcelColumn(
      "cause_class", "闲置原因", "Cause",
      words(
        Dictionary(
          uniqueKeysWithValues: [
            IdleAssessment.CauseClass.government, .own, .mixed, .forceMajeure,
          ].map { ($0.rawValue, $0.label) }))),
    ParcelColumn("developed_share", "已动工面积占比", "Developed share", .number(4)),
    ParcelColumn(
      "developed_basis", "已动工面积口径", "Developed share of",
      words([
        "land": Bilingual(zh: "土地面积", en: "land"),
        "footprint": Bilingual(zh: "建筑基底面积", en: "footprint"),
      ])),
    ParcelColumn("invested_share", "已投资占比", "Invested share", .number(4)),
    ParcelColumn("suspended_days", "中止开发天数", "Suspended", .number(0), unit: days),
  ]

  private static let disposal = [
    ParcelColumn("fee_due_wan", "应缴土地闲置费", "Fee due", .number(4), unit: wan),
    ParcelColumn("withdrawal_ripe", "达到无偿收回期限", "Open to withdrawal", truth),
    ParcelColumn(
      "disposal_track", "处置途径", "Disposal under",
      words([
        "art12": Bilingual(zh: "第十二条 协商处置", en: "Art. 12, by agreement"),
        "art14": Bilingual(zh: "第十四条 依法处置", en: "Art. 14, by decision"),
      ])),
    ParcelColumn(
      "next_step", "下一步", "Next step",
      words(Dictionary(uniqueKeysWithValues: NextStep.allCases.map { ($0.rawValue, $0.text) })),
      shown: true),
    ParcelColumn(
      "next_actor", "责任单位", "Who acts",
      words(
        Dictionary(uniqueKeysWithValues: ResponsibleBody.allCases.map { ($0.rawValue, $0.text) }))),
    ParcelColumn("next_deadline", "办理期限", "Deadline", .day, shown: true),
    ParcelColumn("identified_no", "认定书文号", "Finding of idle land", .code),
    ParcelColumn("identified_date", "认定书日期", "Found idle on", .day),
    ParcelColumn(
      "disposal_way", "处置方式", "Disposal",
      words(Dictionary(uniqueKeysWithValues: DisposalWay.allCases.map { ($0.rawValue, $0.label) }))),
    ParcelColumn("disposed_date", "处置完成日", "Disposed on", .day),
    ParcelColumn("disposed_area_m2", "处置面积", "Disposed area", .number(2), unit: m2),
  ]

  private static let area = [
    ParcelColumn("planar_area_m2", "平面面积", "Planar area", .number(2), unit: m2, shown: true),
    ParcelColumn("ellipsoidal_area_m2", "椭球面积", "Ellipsoidal area", .number(2), unit: m2),
    ParcelColumn("contract_area_m2", "合同面积", "Contract area", .number(2), unit: m2),
    ParcelColumn("area_diff_m2", "与合同面积之差", "Off the contract", .number(2), unit: m2),
    ParcelColumn("area_tolerance_m2", "面积限差", "Tolerance", .number(2), unit: m2),
    ParcelColumn("area_verdict", "合同面积判定", "Contract area is", verdicts),
    ParcelColumn("outside_m2", "超出开发区面积", "Outside its zone", .number(2), unit: m2),
  ]

  private static let building = [
    ParcelColumn("footprint_m2", "建筑基底面积", "Footprint", .number(2), unit: m2),
    ParcelColumn("counted_floor_m2", "计容建筑面积", "Counted floor area", .number(2), unit: m2),
    ParcelColumn(
      "far_source", "建筑面积来源", "Floor area from",
      words([
        "counted": Bilingual(zh: "计容建筑面积", en: "counted floor area"),
        "registered": Bilingual(zh: "登记建筑面积", en: "registered floor area"),
        "estimated": Bilingual(zh: "基底面积乘层数", en: "footprint times storeys"),
      ])),
    ParcelColumn("density", "建筑密度", "Building density", .number(4), shown: true),
    ParcelColumn("plot_ratio", "容积率", "Plot ratio", .number(4), shown: true),
    ParcelColumn("building_coefficient", "建筑系数", "Building coefficient", .number(4)),
    ParcelColumn("green_share", "绿地率", "Green share", .number(4)),
    ParcelColumn("office_share", "行政办公用地比重", "Office share", .number(4)),
    ParcelColumn(
      "intensity_wan_per_ha", "投资强度", "Investment intensity", .number(2),
      unit: Bilingual(zh: "万元/公顷", en: "10 000 yuan/ha")),
  ]

  private static let closing = [
    ParcelColumn(
      "contract_breach", "违反合同约定", "Breach of contract",
      .list { code, language in
        FindingCode(rawValue: code).map { code + " " + language($0.title) } ?? code
      }),
    ParcelColumn("underused", "低效用地", "Underused", truth),
    ParcelColumn("is_valid", "图形有效", "Valid geometry", truth),
    ParcelColumn("reason", "图形问题", "What is wrong", plain),
    ParcelColumn(
      "measure_quality", "量算质量", "Measures are",
      words([
        "ok": Bilingual(zh: "正常", en: "sound"),
        "doubtful": Bilingual(zh: "存疑", en: "doubtful"),
        "repaired": Bilingual(zh: "按修复后图形", en: "on a repaired copy"),
      ])),
    ParcelColumn("finding_codes", "发现", "Findings", .list { code, _ in code }, shown: true),
    ParcelColumn(
      "missing", "缺少的信息", "Missing",
      .list { name, language in
        language == .zh ? Field(rawValue: name)?.officialName ?? name : name
      }),
  ]
}
