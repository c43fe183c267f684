/// Texts of the `Rxxx` findings.
extension FindingText {
  static let suspectedIdle = FindingText(
    .warning,
    zh: "涉嫌闲置", en: "Suspected idle",
    why: "动工日期后期满仍未动工，涉嫌构成闲置土地；是否闲置由自然资源主管部门调查认定。",
    whyEn:
      "Not started when the time allowed after the start date had run out; whether the land is "
      + "idle is for the office to investigate and find.",
    remedy: "依第五条开展调查，送达《闲置土地调查通知书》。",
    remedyEn: "Investigate under Art. 5 and serve the notice of investigation.")
  static let mayBeIdle = FindingText(
    .warning,
    zh: "可能构成闲置", en: "May be found idle",
    why: "已动工，但开发面积或投资不足第二条第二款的比例，且中止开发建设期满，也可以认定为闲置土地；认定须说明理由。",
    whyEn: "Started, but developed or invested less than Art. 2(2) asks and suspended for the time "
      + "it names: the land may also be found idle, with reasons.",
    remedy: "依第五条开展调查；按第十二条方式处置。",
    remedyEn: "Investigate under Art. 5; disposal is by the ways of Art. 12.")
  static let identifiedIdle = FindingText(
    .warning,
    zh: "已认定闲置", en: "Found idle",
    why: "已下达《闲置土地认定书》，尚未处置完毕。",
    whyEn: "The finding of idle land has been served and the case is not yet ended.",
    remedy: "按原因依第十二条或第十四条处置。",
    remedyEn: "Dispose of it under Art. 12 or Art. 14, as the cause requires.")
  static let idleDueSoon = FindingText(
    .info,
    zh: "即将期满", en: "Clock runs out soon",
    why: "第二条的期限将在所列日期届满。",
    whyEn: "The time allowed by Art. 2 runs out on the day given.",
    remedy: "提醒土地使用权人按期动工或复工。",
    remedyEn: "Remind the user to start or resume in time.")
  static let idleUnknown = FindingText(
    .warning,
    zh: "闲置情况未知", en: "Idleness unknown",
    why: "缺少判断所需的信息，不能判断是否闲置。",
    whyEn: "Inputs are missing, so it cannot be said whether the land is idle.",
    remedy: "补齐所列字段。",
    remedyEn: "Provide the fields named.")
  static let notIdle = FindingText(
    .info,
    zh: "不构成闲置", en: "Not idle",
    why: "所给信息不符合第二条任何一款。",
    whyEn: "The facts given meet neither paragraph of Art. 2.",
    remedy: "无须处理。",
    remedyEn: "Nothing needs to be done.")
  static let disposedIdle = FindingText(
    .info,
    zh: "已处置", en: "Case ended",
    why: "闲置土地已按所列方式处置完毕。",
    whyEn: "The case has been ended in the way given.",
    remedy: "核对监管系统已更新。",
    remedyEn: "Check that the supervision system is up to date.")
  static let extensionTooLong = FindingText(
    .warning,
    zh: "延期超过规定期限", en: "Put off too long",
    why: "补充协议约定的动工日期超出第十二条允许的延长期限。",
    whyEn: "The amended start lies beyond what Art. 12 allows.",
    remedy: "核对补充协议及其批准依据。",
    remedyEn: "Check the supplementary contract and its approval.")
  static let deliveredLate = FindingText(
    .info,
    zh: "逾期交地", en: "Delivered late",
    why: "实际交地晚于约定交地日期，可能属于第八条第一项的政府原因。",
    whyEn: "The land was delivered after the agreed day, which may be a cause under Art. 8(1).",
    remedy: "查明交地延误的天数并记入闲置原因时段。",
    remedyEn: "Establish the delay and record it as a cause span.")
  static let breachLateStart = FindingText(
    .warning,
    zh: "逾期动工", en: "Late start",
    why: "未按合同约定的日期动工。",
    whyEn: "Development did not start by the agreed day.",
    remedy: "按合同约定追究违约责任。",
    remedyEn: "Apply the contract terms on late start.")
  static let breachLateFinish = FindingText(
    .warning,
    zh: "逾期竣工", en: "Late completion",
    why: "未按合同约定的日期竣工。",
    whyEn: "Completion did not take place by the agreed day.",
    remedy: "按合同约定追究违约责任。",
    remedyEn: "Apply the contract terms on late completion.")
  static let breachPlotRatio = FindingText(
    .warning,
    zh: "容积率不符合同", en: "Plot ratio off the contract",
    why: "容积率低于合同下限或高于合同上限。",
    whyEn: "The plot ratio is below the least or above the greatest value of the contract.",
    remedy: "核对建筑面积的口径后按合同处理。",
    remedyEn: "Check how floor area was counted, then apply the contract.")
  static let breachDensity = FindingText(
    .warning,
    zh: "建筑密度不符合同", en: "Density off the contract",
    why: "建筑密度低于合同下限或高于合同上限。",
    whyEn: "The building density is below the least or above the greatest value of the contract.",
    remedy: "核对建筑基底面积后按合同处理。",
    remedyEn: "Check the footprint, then apply the contract.")
  static let breachCoefficient = FindingText(
    .warning,
    zh: "建筑系数不符合同", en: "Coefficient off the contract",
    why: "建筑系数低于合同下限。",
    whyEn: "The building coefficient is below the least value of the contract.",
    remedy: "核对构筑物和堆场是否已测全后按合同处理。",
    remedyEn: "Check that structures and yards are complete, then apply the contract.")
  static let breachGreen = FindingText(
    .warning,
    zh: "绿地率不符合同", en: "Green share off the contract",
    why: "绿地率高于合同上限。",
    whyEn: "The green share is above the greatest value of the contract.",
    remedy: "核对绿地面积后按合同处理。",
    remedyEn: "Check the green area, then apply the contract.")
  static let breachOffice = FindingText(
    .warning,
    zh: "行政办公及生活服务设施用地比重不符合同", en: "Office share off the contract",
    why: "行政办公及生活服务设施用地所占比重高于合同上限。",
    whyEn: "Office and living-service land exceeds the share that the contract allows.",
    remedy: "核对用地划分后按合同处理。",
    remedyEn: "Check the division of the land, then apply the contract.")
  static let breachIntensity = FindingText(
    .warning,
    zh: "投资强度不符合同", en: "Intensity off the contract",
    why: "固定资产投资强度低于合同下限。",
    whyEn: "The fixed-asset investment per hectare is below the least value of the contract.",
    remedy: "核对固定资产投资额（含地价款）后按合同处理。",
    remedyEn: "Check the fixed-asset investment (land price included), then apply the contract.")
}
