/// Texts of the `Dxxx` findings.
extension FindingText {
  static let duplicateParcelID = FindingText(
    .error,
    zh: "宗地编号重复", en: "Parcel id used twice",
    why: "多个要素使用同一宗地编号，合同无法对应到唯一宗地。",
    whyEn: "Several features carry one parcel id, so a contract cannot be matched to one of them.",
    remedy: "改正编号；同一宗地的多个部分应合为一个要素。",
    remedyEn: "Correct the id; parts of one parcel belong into one feature.")
  static let parcelIDMissing = FindingText(
    .warning,
    zh: "缺少宗地编号", en: "Parcel id missing",
    why: "要素没有 parcel_id，以要素编号或序号代替。",
    whyEn: "The feature has no parcel_id; its own id or index stands in.",
    remedy: "补录宗地代码。",
    remedyEn: "Enter the parcel code.")
  static let valueUnreadable = FindingText(
    .warning,
    zh: "数值无法识读", en: "Value cannot be read",
    why: "字段的内容不是该字段应有的数值、日期或代码，按未知处理。",
    whyEn:
      "The content is not a number, date or code that the field can hold; it counts as unknown.",
    remedy: "按 contracts.md 的格式改正该字段。",
    remedyEn: "Correct the field to the form that the manual gives.")
  static let zoneUnknown = FindingText(
    .warning,
    zh: "开发区不存在", en: "Zone not known",
    why: "宗地所写的开发区代码不在开发区图层中；或宗地没有写代码，又不在任何开发区之内。",
    whyEn:
      "The zone code of the parcel is not in the zone layer; or it has none and lies in no zone.",
    remedy: "核对开发区代码和宗地位置。",
    remedyEn: "Check the zone code and where the parcel lies.")
  static let contractAreaDiffers = FindingText(
    .warning,
    zh: "合同面积不符", en: "Contract area differs",
    why: "量算面积与同类合同面积之差超过所述限差。",
    whyEn: "The measured area differs from the contract area of the same kind by more than the "
      + "stated tolerance.",
    remedy: "核对合同面积的类型（平面或椭球）和界址点；以实测为准的，签订补充协议。",
    remedyEn: "Check the kind of contract area (planar or ellipsoidal) and the boundary; amend the "
      + "contract where the survey decides.")
  static let contractWithoutParcel = FindingText(
    .warning,
    zh: "合同没有对应宗地", en: "Contract without parcel",
    why: "合同或划拨决定书的宗地编号在宗地图层中不存在。",
    whyEn: "The parcel id of the contract or decision is not in the parcel layer.",
    remedy: "核对宗地编号，或补充该宗地的图形。",
    remedyEn: "Check the parcel id, or add the parcel.")
  static let parcelWithoutContract = FindingText(
    .warning,
    zh: "宗地没有对应合同", en: "Parcel without contract",
    why: "合同表中没有该宗地的合同或划拨决定书。",
    whyEn: "The contract table holds no contract or decision for the parcel.",
    remedy: "补录合同，或填写供应状态 supply_state。",
    remedyEn: "Enter the contract, or state supply_state.")
  static let supplyStateUnknown = FindingText(
    .info,
    zh: "供应状态未知", en: "Supply state unknown",
    why: "没有合同、划拨决定书或供应状态；整个文件都没有这些字段时，全部宗地按已供应处理。",
    whyEn:
      "No contract, decision or supply state is given; where the whole file has no such field, "
      + "all parcels count as supplied.",
    remedy: "提供合同表，或填写 supply_state。",
    remedyEn: "Provide contracts, or fill in supply_state.")
  static let notStartedButBuilt = FindingText(
    .warning,
    zh: "登记未动工但已有建筑", en: "Not started but built",
    why: "登记为未动工，但宗地内已有明显的建筑。",
    whyEn: "The register says not started, yet buildings stand on the parcel.",
    remedy: "现场核查动工情况并更新登记。",
    remedyEn: "Check on site and update the register.")
  static let valueImplausible = FindingText(
    .warning,
    zh: "数值不合理", en: "Value implausible",
    why: "数值可以识读但不可能成立（如面积为负、比例大于 1），按未知处理。",
    whyEn: "The value can be read but cannot be meant (negative area, share above 1); it counts as "
      + "unknown.",
    remedy: "核对单位和数值。",
    remedyEn: "Check the unit and the value.")
  static let datesOutOfOrder = FindingText(
    .warning,
    zh: "日期先后矛盾", en: "Dates out of order",
    why: "两个日期的先后不合常理。",
    whyEn: "Two dates stand in an order that cannot be.",
    remedy: "按合同和现场记录改正日期。",
    remedyEn: "Correct the dates from the contract and the site record.")
  static let unitConverted = FindingText(
    .info,
    zh: "已换算", en: "Converted",
    why: "字段的单位或日期格式已换算为标准形式。",
    whyEn: "The unit or date form of the field was converted to the standard one.",
    remedy: "核对单位是否正确。",
    remedyEn: "Check that the unit is right.")
  static let duplicateZoneID = FindingText(
    .error,
    zh: "开发区代码重复", en: "Zone id used twice",
    why: "多个开发区要素使用同一代码。",
    whyEn: "Several zones carry one id.",
    remedy: "改正代码，或合并为一个多部分要素。",
    remedyEn: "Correct the id, or merge the parts into one feature.")
  static let storeysUnknown = FindingText(
    .info,
    zh: "层数未知", en: "Storeys unknown",
    why: "建筑没有层数，容积率为未知，不按一层计算。",
    whyEn:
      "The building has no number of storeys; the plot ratio is unknown, not taken as one storey.",
    remedy: "补录层数或建筑面积。",
    remedyEn: "Enter the storeys or the floor area.")
  static let zoneAssignedByPlace = FindingText(
    .info,
    zh: "按位置确定开发区", en: "Zone taken from its place",
    why: "宗地没有开发区代码，按所在位置归入开发区。",
    whyEn: "The parcel names no zone; the one it lies in was taken.",
    remedy: "核对并补录开发区代码。",
    remedyEn: "Check and enter the zone code.")
  static let contractConflict = FindingText(
    .warning,
    zh: "合同信息不一致", en: "Contract facts differ",
    why: "宗地属性与合同表的同一字段不一致，采用合同表。",
    whyEn: "The parcel and the contract table differ in one field; the contract table counts.",
    remedy: "以合同原件为准改正其中之一。",
    remedyEn: "Correct one of them from the contract itself.")
  static let fieldClaimedTwice = FindingText(
    .warning,
    zh: "两列对应同一字段", en: "Two columns for one field",
    why: "文件有两列对应同一字段，只采用其中一列。",
    whyEn: "Two columns of the file hold one field; only one of them is read.",
    remedy: "删除或改名不用的一列。",
    remedyEn: "Delete or rename the column that is not meant.")
  static let startContradictory = FindingText(
    .warning,
    zh: "动工状态矛盾", en: "Start contradicts itself",
    why: "动工状态为未动工，却有实际动工日期；按日期认定已动工。",
    whyEn: "The state says not started, yet there is an actual start; the date counts.",
    remedy: "核对动工依据，改正动工状态或日期。",
    remedyEn: "Check the evidence and correct state or date.")
  static let duplicateEnterprise = FindingText(
    .warning,
    zh: "企业同一年度重复", en: "Enterprise twice in one year",
    why: "企业表中同一企业同一年度有多行，采用最先的一行。",
    whyEn:
      "The table of enterprises has several rows for one enterprise and year; the first counts.",
    remedy: "删除重复的行，或改正年度。",
    remedyEn: "Delete the row that repeats, or correct its year.")
  static let creditCodeWrong = FindingText(
    .warning,
    zh: "统一社会信用代码有误", en: "Credit code wrong",
    why: "统一社会信用代码的长度、字符或校验码不符合 GB 32100；该行仍按所写代码采用。",
    whyEn: "Length, characters or check character of the unified social credit code do not fit "
      + "GB 32100; the row is still used under the code as written.",
    remedy: "按营业执照改正 note 所列位置（从 1 起数）的字符。",
    remedyEn:
      "Correct the character at the place that note names (counted from 1) from the licence.")
  static let codeWrong = FindingText(
    .warning,
    zh: "代码格式有误", en: "Code wrong",
    why: "宗地代码(19位)、不动产单元号(28位)、电子监管号(16位)、行业代码或开发区代码的长度或某一位不合编码规则；"
      + "该值仍按所写采用。自编的编号(如 DK01)不在此列。",
    whyEn: "The length or a character of a parcel code (19), a real-estate unit number (28), an "
      + "electronic supervision number (16), an industry code or a zone code does not fit its rule; the "
      + "value is still used as written. Ids of an office's own making (DK01) are not meant.",
    remedy: "按原件改正 note 所列位置(从 1 起数)的字符。",
    remedyEn:
      "Correct the character at the place that note names (counted from 1) from the original.")
}
