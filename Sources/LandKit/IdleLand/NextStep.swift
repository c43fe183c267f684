import LandGeometry

/// Who acts.
public enum ResponsibleBody: String, CaseIterable, Hashable, Sendable {
  /// The city or county natural-resources office (Art. 4).
  case office
  /// The government of the same level.
  case government
  /// The government with the power to approve the withdrawal.
  case competentGovernment = "competent_government"
  /// The user of the land, of whom the office demands it.
  case user

  /// The name that people read.
  public var text: Bilingual {
    switch self {
    case .office: Bilingual(zh: "市、县自然资源主管部门", en: "city or county natural-resources office")
    case .government: Bilingual(zh: "本级人民政府", en: "government of the same level")
    case .competentGovernment:
      Bilingual(zh: "有批准权的人民政府", en: "government with the power to approve")
    case .user: Bilingual(zh: "国有建设用地使用权人", en: "user of the land")
    }
  }
}

/// What has to happen next in a case of idle land; the words of the column `next_step`.
public enum NextStep: String, CaseIterable, Hashable, Sendable {
  case none = ""
  case completeRecords = "complete_records"
  case clarifyStart = "clarify_start"
  case remind
  case investigate
  case establishCause = "establish_cause"
  case agreeDisposal = "agree_disposal"
  case levyFee = "levy_fee"
  case monitorStart = "monitor_start"
  case withdraw
  case updateSystem = "update_system"

  /// Who has to act.
  public var actor: ResponsibleBody? { self == .none ? nil : .office }

  /// Whose approval the step needs.
  public var approver: ResponsibleBody? {
    switch self {
    case .agreeDisposal, .levyFee: .government
    case .withdraw: .competentGovernment
    default: nil
    }
  }

  /// The clause that asks for the step.
  public var clause: String {
    switch self {
    case .none, .completeRecords, .clarifyStart, .remind, .monitorStart: ""
    case .investigate: "Art. 5"
    case .establishCause: "Art. 8"
    case .agreeDisposal: "Art. 12"
    case .levyFee: "Art. 14(1)"
    case .withdraw: "Art. 14(2)"
    case .updateSystem: "Art. 25"
    }
  }

  /// What people read.
  public var text: Bilingual {
    switch self {
    case .none: Bilingual(zh: "无", en: "nothing")
    case .completeRecords: Bilingual(zh: "补齐缺少的信息", en: "complete the missing records")
    case .clarifyStart: Bilingual(zh: "现场核查是否动工", en: "check on site whether it has started")
    case .remind:
      Bilingual(zh: "提醒土地使用权人按期动工或复工", en: "remind the user to start or resume in time")
    case .investigate:
      Bilingual(zh: "调查核实，送达《闲置土地调查通知书》", en: "investigate; serve the notice of investigation")
    case .establishCause: Bilingual(zh: "查明闲置原因", en: "establish the cause")
    case .agreeDisposal:
      Bilingual(
        zh: "协商处置方式，拟订处置方案并报批", en: "agree on the disposal; draft the plan for approval")
    case .levyFee:
      Bilingual(
        zh: "告知听证权利后报批，下达《征缴土地闲置费决定书》",
        en: "give notice of the hearing; obtain approval; serve the decision on the fee")
    case .monitorStart:
      Bilingual(zh: "督促动工，跟踪至收回期限", en: "press for a start; watch the time for withdrawal")
    case .withdraw:
      Bilingual(
        zh: "告知听证权利后报批，下达《收回国有建设用地使用权决定书》",
        en: "give notice of the hearing; obtain approval; serve the decision on withdrawal")
    case .updateSystem:
      Bilingual(
        zh: "更新土地市场动态监测与监管系统", en: "update the land-market supervision system")
    }
  }
}
