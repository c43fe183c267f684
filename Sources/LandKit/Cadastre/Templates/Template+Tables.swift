/// Templates of tables, made from the vocabulary of fields, so that a field cannot be forgotten.
extension Template {
  /// A header with the Chinese names and one made-up row.
  static func table(_ role: Field.Role, _ example: [Field: String]) -> String {
    let fields = Field.fields(of: role)
    let header = fields.map { $0.header(in: role) }
    let row = fields.map { example[$0] ?? "" }
    return "\u{FEFF}" + [header, row].map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// A grant of industrial land that was suspended for a while; all content invented.
  static let contractExample: [Field: String] = [
    .contractNo: "示例2023-001", .supervisionNo: "3699012023B00001",
    .parcelID: "369901001002GB00001", .zoneID: "S369901", .documentKind: "出让合同",
    .supplyMode: "挂牌出让", .ownership: "国有", .holder: "示例制造有限公司",
    .projectName: "示例精密部件项目", .location: "示例大道1号", .landUse: "工业用地",
    .industryCode: "34", .industryEdition: "2017", .landGrade: "十等", .contractArea: "20000",
    .areaKind: "平面", .price: "480", .pricePaid: "480",
    .paymentSchedule: "2023-03-31:240;2023-09-30:240", .termYears: "50",
    .signedDate: "2023-03-01", .supplyDate: "2023-03-01", .agreedDeliveryDate: "2023-04-01",
    .actualDeliveryDate: "2023-04-01", .agreedStartDate: "2023-10-01", .startState: "已动工",
    .actualStartDate: "2023-09-20", .startEvidence: "基桩施工记录", .permitDate: "2023-09-10",
    .agreedFinishDate: "2025-10-01", .suspendedDate: "2024-03-01", .resumedDate: "2024-06-01",
    .dueArea: "20000", .developedArea: "15000", .dueFootprint: "9000",
    .totalInvestment: "12000", .invested: "7000", .investmentDate: "2025-05-31",
    .fixedInvestment: "12600", .plotRatioMin: "1.0", .plotRatioMax: "2.0",
    .densityMin: "0.4", .coefficientMin: "0.4", .greenMax: "0.15", .officeShareMax: "0.07",
    .intensityMin: "4500", .priorityIndustry: "否", .farmPrimary: "否", .priceFloor: "144",
    .landCost: "400", .specialProcess: "否", .separateParcel: "是", .phased: "否",
    .contractClauses: "投资强度降低;土地闲置处置", .intensityControl: "3000", .collective: "否",
    .remark: "示例行,请删除",
  ]

  /// An enterprise that operates; all content invented but the code, which is the one that
  /// GB 32100 gives as its example.
  static let enterpriseExample: [Field: String] = [
    .enterpriseID: "91350100M000100Y43", .name: "示例制造有限公司", .zoneID: "S369901",
    .parcelID: "369901001002GB00001", .year: "2024", .industryCode: "34",
    .industryEdition: "2017", .leadingIndustry: "装备制造", .operating: "是",
    .lastAnnualReportYear: "2023", .contactLost: "否", .highTech: "是", .landArea: "20000",
    .revenue: "18000", .output: "19000", .tax: "900", .fixedInvestment: "12600",
    .employees: "120", .remark: "示例行,请删除",
  ]
}
