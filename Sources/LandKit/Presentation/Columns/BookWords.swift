import LandCadastre
import LandGeometry
import LandIdleLand
import LandSurvey

/// What people say for the words of an audit's tables, by column and word.
enum BookWords {
  /// The label of a word; the word itself where a later version has one that is not here.
  static func label(_ word: String, of column: String) -> Bilingual {
    labels[column]?[word] ?? Bilingual(zh: word, en: word)
  }

  /// The labels of all columns whose values are words.
  static let labels: [String: [String: Bilingual]] = [
    "idle_state": words(IdleAssessment.State.allCases) { ($0.rawValue, $0.label) },
    "idle_clause": words([IdleAssessment.Clause.notStarted, .suspended]) {
      ($0.rawValue, $0.label)
    },
    "cause_class": words(
      [IdleAssessment.CauseClass.government, .own, .mixed, .forceMajeure]
    ) { ($0.rawValue, $0.label) },
    "next_step": words(NextStep.allCases) { ($0.rawValue, $0.text) },
    "next_actor": words(ResponsibleBody.allCases) { ($0.rawValue, $0.text) },
    "disposal_way": words(DisposalWay.allCases) { ($0.rawValue, $0.label) },
    "verdict": verdicts,
    "area_verdict": verdicts,
    "start_source": [
      "amended": Bilingual(zh: "补充协议", en: "supplementary contract"),
      "agreed": Bilingual(zh: "合同约定", en: "contract"),
      "delivery+1y": Bilingual(zh: "交地后一年", en: "delivery and a year"),
    ],
    "developed_basis": [
      "land": Bilingual(zh: "动工面积", en: "developed land"),
      "footprint": Bilingual(zh: "建筑基底", en: "footprint"),
    ],
    "disposal_track": [
      "art12": Bilingual(zh: "协商处置(第十二条)", en: "by agreement (Art. 12)"),
      "art14": Bilingual(zh: "缴费、收回(第十四条)", en: "fee, withdrawal (Art. 14)"),
    ],
    "supply_state": [
      "supplied": Bilingual(zh: "已供应", en: "supplied"),
      "unsupplied": Bilingual(zh: "未供应", en: "not supplied"),
      "reserve": Bilingual(zh: "储备", en: "in reserve"),
      "withdrawn": Bilingual(zh: "已收回", en: "taken back"),
    ],
    "measure_quality": [
      MeasureQuality.ok.rawValue: Bilingual(zh: "可靠", en: "good"),
      MeasureQuality.doubtful.rawValue: Bilingual(zh: "存疑(图形无效)", en: "doubtful (invalid)"),
      MeasureQuality.repaired.rawValue: Bilingual(zh: "按修复图形", en: "on a repaired copy"),
    ],
    "far_source": [
      "counted": Bilingual(zh: "登记计容建筑面积", en: "counted floor area registered"),
      "registered": Bilingual(zh: "登记建筑面积", en: "floor area registered"),
      "estimated": Bilingual(zh: "基底×层数估算", en: "footprint × storeys"),
    ],
    "area_kind": [
      "planar": Bilingual(zh: "平面面积", en: "planar"),
      "ellipsoidal": Bilingual(zh: "椭球面积", en: "ellipsoidal"),
    ],
    "severity": [
      "error": Bilingual(zh: "错误", en: "error"),
      "warning": Bilingual(zh: "警告", en: "warning"),
      "info": Bilingual(zh: "提示", en: "note"),
    ],
    "subject_kind": [
      "parcel": Bilingual(zh: "宗地", en: "parcel"),
      "building": Bilingual(zh: "建筑物", en: "building"),
      "zone": Bilingual(zh: "开发区", en: "zone"),
      "contract": Bilingual(zh: "合同", en: "contract"),
      "enterprise": Bilingual(zh: "企业", en: "enterprise"),
      "project": Bilingual(zh: "项目", en: "project"),
      "city": Bilingual(zh: "市、县", en: "city"),
      "province": Bilingual(zh: "省", en: "province"),
      "application": Bilingual(zh: "申请", en: "application"),
      "file": Bilingual(zh: "文件", en: "file"),
    ],
    "class": [
      "noise": Bilingual(zh: "点位误差内", en: "within point error"),
      "check": Bilingual(zh: "需核对", en: "to check"),
      "real": Bilingual(zh: "实质重叠", en: "real"),
    ],
    "kind": [
      "partial": Bilingual(zh: "部分重叠", en: "partial"),
      "contained": Bilingual(zh: "包含", en: "contained"),
      "identical": Bilingual(zh: "相同", en: "identical"),
    ],
    "bound": [
      "included": Bilingual(zh: "含本数", en: "included"),
      "excluded": Bilingual(zh: "不含本数", en: "excluded"),
    ],
  ]

  private static let verdicts = [
    "met": Bilingual(zh: "符合", en: "met"),
    "notMet": Bilingual(zh: "不符合", en: "not met"),
    "needsReasons": Bilingual(zh: "需说明理由", en: "needs reasons"),
    "unknown": Bilingual(zh: "未知", en: "unknown"),
    "notApplicable": Bilingual(zh: "不适用", en: "not applicable"),
  ]

  private static func words<Word>(
    _ all: [Word], _ entry: (Word) -> (String, Bilingual)
  ) -> [String: Bilingual] {
    Dictionary(all.map(entry), uniquingKeysWith: { first, _ in first })
  }
}
