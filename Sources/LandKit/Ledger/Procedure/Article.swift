import LandGeometry

/// The articles of Decree 53 that the procedure cites; the raw value is what machine files carry.
public enum Article: String, CaseIterable, Hashable, Sendable {
  case notStarted = "Art. 2(1)"
  case suspended = "Art. 2(2)"
  case investigation = "Art. 5"
  case means = "Art. 7"
  case causes = "Art. 8"
  case finding = "Art. 9"
  case contents = "Art. 10"
  case publication = "Art. 11"
  case agreement = "Art. 12"
  case extending = "Art. 12(1)"
  case adjustment = "Art. 12(2)"
  case temporaryUse = "Art. 12(3)"
  case buyback = "Art. 12(4)"
  case swap = "Art. 12(5)"
  case plan = "Art. 13"
  case decisions = "Art. 14"
  case fee = "Art. 14(1)"
  case withdrawal = "Art. 14(2)"
  case hearing = "Art. 15"
  case decisionContents = "Art. 16"
  case performance = "Art. 17"
  case reports = "Art. 23"
  case system = "Art. 25"
  case start = "Art. 30"

  /// What people read.
  public var label: Bilingual {
    let zh =
      switch self {
      case .notStarted: "第二条第一款"
      case .suspended: "第二条第二款"
      case .investigation: "第五条"
      case .means: "第七条"
      case .causes: "第八条"
      case .finding: "第九条"
      case .contents: "第十条"
      case .publication: "第十一条"
      case .agreement: "第十二条"
      case .extending: "第十二条第一款第(一)项"
      case .adjustment: "第十二条第一款第(二)项"
      case .temporaryUse: "第十二条第一款第(三)项"
      case .buyback: "第十二条第一款第(四)项"
      case .swap: "第十二条第一款第(五)项"
      case .plan: "第十三条"
      case .decisions: "第十四条"
      case .fee: "第十四条第(一)项"
      case .withdrawal: "第十四条第(二)项"
      case .hearing: "第十五条"
      case .decisionContents: "第十六条"
      case .performance: "第十七条"
      case .reports: "第二十三条"
      case .system: "第二十五条"
      case .start: "第三十条"
      }
    return Bilingual(zh: zh, en: rawValue)
  }
}
