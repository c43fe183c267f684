/// Texts of the findings on rules of rulebooks, and on what they ask of zones and enterprises.
extension FindingText {
  static let ruleNotMet = FindingText(
    .warning,
    zh: "不符合规则", en: "Rule not met",
    why: "按所选规则库的条款，计算值未达到限值；条款、计算值、限值和差距见该行。",
    whyEn: "By the clause of the rulebook chosen, the value misses the limit; the row has both.",
    remedy: "用 landctl rules explain 查看条款和补救办法，核对所列输入。",
    remedyEn: "See landctl rules explain for the clause and what closes the gap; check the inputs.")
  static let ruleNeedsReasons = FindingText(
    .info,
    zh: "须说明理由", en: "Needs reasons",
    why: "条款用“一般”“原则上”等词，或者输入只是下限；未达到限值时可以说明理由。",
    whyEn:
      "The clause is soft (as a rule, in principle), or an input is known as a least value only; a miss "
      + "may be justified.",
    remedy: "补充说明理由及其依据，或者补齐输入。",
    remedyEn: "Give the reasons and their evidence, or complete the input.")
  static let ruleUnknown = FindingText(
    .info,
    zh: "规则无法判定", en: "Rule cannot be decided",
    why: "缺少 missing 列所列的输入，既不算达到，也不算未达到。",
    whyEn: "The inputs named in the column missing are not known; it neither passes nor fails.",
    remedy: "补齐所列输入；landctl template 给出各输入文件的模板。",
    remedyEn: "Add the inputs named; landctl template gives a template of each input file.")
  static let ruleMet = FindingText(
    .info,
    zh: "符合规则", en: "Rule met",
    why: "按所选规则库的条款，计算值达到限值。",
    whyEn: "By the clause of the rulebook chosen, the value keeps the limit.",
    remedy: "无需处理。",
    remedyEn: "Nothing to do.")
  static let ruleNotApplicable = FindingText(
    .info,
    zh: "规则不适用", en: "Rule does not apply",
    why: "该条款不适用于此对象，或者目标年度尚未届满。",
    whyEn: "The clause does not concern the subject, or the year of the target is not over.",
    remedy: "无需处理。",
    remedyEn: "Nothing to do.")
  static let ruleFigure = FindingText(
    .info,
    zh: "规则库指标值", en: "Figure of a rulebook",
    why: "规则库定义的指标或者名词：报告数值，或者报告对象是否属于所定义的情形（met 为属于），不是达标与否。",
    whyEn:
      "An indicator or a term that the rulebook defines: its value, or whether the subject is what "
      + "is defined (met: it is), which is neither a success nor a failure.",
    remedy: "无需处理。",
    remedyEn: "Nothing to do.")
  static let ruleReadingsDiffer = FindingText(
    .warning,
    zh: "不同读法结论不同", en: "Readings differ",
    why: "该条款有多种读法，按数据结论不同；判定所用的读法见 reading 列。",
    whyEn: "The clause can be read in several ways and the verdicts differ; the column reading "
      + "names the one that decided.",
    remedy: "向主管部门确认读法，并在 zone.yaml 中写明。",
    remedyEn: "Have the authority confirm the reading and state it in zone.yaml.")
  static let zoneFileDiffers = FindingText(
    .warning,
    zh: "zone.yaml 与开发区图层不一致", en: "zone.yaml differs from the zone layer",
    why: "同一开发区的名称、级别或核准面积两处不同；以 zone.yaml 为准。",
    whyEn: "Name, level or approved area of a zone differ; zone.yaml counts.",
    remedy: "核对批准文件后改正其中一处。",
    remedyEn: "Check the approval and correct one of the two.")
  static let zoneClassesUnbalanced = FindingText(
    .warning,
    zh: "分类面积不闭合", en: "Areas by class do not add up",
    why: "zone.yaml 中总面积或者一类的面积与其各部分之和不同（A+B+C、D+E+F 应等于总面积）。",
    whyEn:
      "In zone.yaml the total or the area of a class differs from the sum of its parts (A+B+C and "
      + "D+E+F make up the total).",
    remedy: "核对 zone.yaml 的 official.classes_ha。",
    remedyEn: "Check official.classes_ha in zone.yaml.")
  static let approvedAreaDiffers = FindingText(
    .warning,
    zh: "批准面积与范围不符", en: "Approved area differs from the scope",
    why: "批准文件的面积与范围图形量得的面积相差超过 0.01 公顷(批准面积的末位)。相差 15、100、10 000 倍的多为单位填错。",
    whyEn:
      "The area that an approval states and the area of its scope differ by more than 0.01 ha, "
      + "the last decimal of approved areas. A factor of 15, 100 or 10 000 is as a rule a wrong unit.",
    remedy: "核对 area_ha 的单位(公顷)和数值,以及 scope 的坐标;两者以批准文件及其附图为准。",
    remedyEn: "Check the unit (hectares) and the figure of area_ha and the coordinates of scope "
      + "against the approval and its map.")
  static let enterpriseUnplaced = FindingText(
    .warning,
    zh: "企业不属于任何已知开发区或宗地", en: "Enterprise without a known zone or parcel",
    why: "企业表中的开发区代码和宗地代码都不在本次审查的数据中，该企业不计入任何开发区。",
    whyEn: "Neither the zone nor a parcel of the enterprise is among the data audited; it counts "
      + "for no zone.",
    remedy: "核对企业表的开发区代码和宗地代码。",
    remedyEn: "Check zone_id and parcel_id in the table of enterprises.")
}
