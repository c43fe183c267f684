/// The names by which files call the fields, besides the English ones: `contracts.csv` in
/// Chinese, the columns of landchina.com result announcements and its JSON keys.
enum FieldNames {
  /// Names of a field in files of a role.
  static func names(of field: Field, in role: Field.Role) -> [String] {
    (common[field] ?? []) + (own[role]?[field] ?? [])
  }

  /// Names of a field that only files of a role have.
  static func own(_ field: Field, in role: Field.Role) -> [String] { own[role]?[field] ?? [] }

  /// Names that mean the same in every kind of file.
  private static let common: [Field: [String]] = [
    .contractNo: [
      "合同编号", "合同号", "出让合同编号", "出让合同号", "划拨决定书编号", "划拨决定书号",
      "合同编号/划拨决定书编号", "contract_number", "bh",
    ],
    .supervisionNo: ["电子监管号", "监管号", "dzBaBh"],
    .parcelID: [
      "宗地代码", "宗地编号", "宗地号", "宗地编码", "宗地码", "地块编号", "不动产单元号", "不动产单元代码",
      "zddm", "bdcdyh",
    ],
    .zoneID: ["开发区代码", "开发区编号", "园区代码", "kfqdm"],
    .parcelShare: ["宗地份额", "份额"],
    .documentKind: ["文书类型", "合同类型"],
    .supplyMode: ["供地方式", "供应方式", "出让方式"],
    .ownership: ["权属性质", "土地所有权性质", "所有权性质"],
    .holder: [
      "土地使用权人", "使用权人", "受让人", "受让方", "权利人", "土地使用者", "用地单位",
      "tdSyqr",
    ],
    .projectName: ["项目名称", "xmMc"],
    .location: ["项目位置", "坐落", "土地坐落", "宗地坐落", "土地位置"],
    .landUse: ["土地用途", "用途", "规划用途", "地块用途"],
    .industryCode: ["行业分类", "行业代码", "行业分类代码", "hyFl"],
    .industryEdition: ["行业分类版本"],
    .landGrade: ["土地级别", "土地等别"],
    .contractArea: [
      "出让面积", "供地面积", "合同面积", "合同约定面积", "划拨面积", "供应面积", "出让宗地面积",
      "出让土地面积",
    ],
    .areaKind: ["面积类型"],
    .price: [
      "成交价格", "成交价款", "成交价", "出让价款", "出让金", "土地出让金", "划拨价款", "合同价款",
      "土地价款", "land_price", "land_price_wan",
    ],
    .pricePaid: ["已缴价款", "已缴出让金", "已缴土地价款"],
    .paymentSchedule: ["分期支付约定", "分期缴款约定", "价款分期支付约定", "crjZfydList"],
    .termYears: ["土地使用年限", "使用年限", "出让年限", "使用年期", "出让年期"],
    .signedDate: ["合同签订日期", "签订日期", "合同签订时间", "签订时间", "签约日期", "qdRq"],
    .supplyDate: ["供地日期", "供应日期", "供地时间"],
    .agreedDeliveryDate: [
      "约定交地时间", "约定交地日期", "合同约定交地时间", "约定交付时间", "约定交付日期", "jdSj",
    ],
    .actualDeliveryDate: [
      "实际交地时间", "实际交地日期", "交地确认书日期", "实际交付时间", "实际交付日期",
    ],
    .agreedStartDate: [
      "约定开工时间", "约定开工日期", "约定动工日期", "约定动工时间", "合同约定开工时间",
      "合同约定动工日期", "约定动工开发日期", "dgSj",
    ],
    .amendedStartDate: [
      "补充协议约定动工日期", "补充协议约定开工日期", "补充协议约定动工时间",
      "补充协议约定开工时间", "变更后约定动工日期",
    ],
    .amendmentNo: ["补充协议编号", "补充协议号"],
    .amendmentDate: ["补充协议签订日期", "补充协议签订时间", "补充协议日期"],
    .startState: ["动工状态", "开工状态", "动工情况", "开工情况"],
    .actualStartDate: [
      "实际开工时间", "实际开工日期", "实际动工日期", "实际动工时间", "动工日期", "开工日期",
    ],
    .startEvidence: ["动工依据", "开工依据", "动工认定依据"],
    .permitDate: ["施工许可证日期", "施工许可日期", "施工许可证时间", "施工许可证核发日期"],
    .agreedFinishDate: [
      "约定竣工时间", "约定竣工日期", "合同约定竣工时间", "合同约定竣工日期", "jgSj",
    ],
    .actualFinishDate: ["实际竣工时间", "实际竣工日期", "竣工日期", "竣工时间"],
    .suspendedDate: ["中止日期", "停工日期", "中止开发日期", "中止开发建设日期", "停工时间"],
    .resumedDate: ["复工日期", "复工时间"],
    .dueArea: ["应动工面积", "应动工开发面积", "应动工开发建设总面积"],
    .developedArea: ["已动工面积", "已动工开发面积", "开发建设面积", "已开发面积"],
    .dueFootprint: ["约定建筑基底面积", "规划建筑基底面积", "应建建筑基底面积"],
    .totalInvestment: ["总投资", "总投资额", "计划总投资", "total_investment"],
    .invested: ["已投资", "已投资额", "完成投资", "累计完成投资", "invested"],
    .investmentDate: ["投资统计日期", "投资统计时间"],
    .fixedInvestment: ["固定资产投资", "固定资产总投资", "固定资产投资总额"],
    .plotRatioMin: ["约定容积率下限", "容积率下限", "最小容积率", "far_min", "minRjl"],
    .plotRatioMax: ["约定容积率上限", "容积率上限", "最大容积率", "far_max", "maxRjl"],
    .densityMin: ["建筑密度下限", "约定建筑密度下限"],
    .densityMax: ["建筑密度上限", "约定建筑密度上限"],
    .coefficientMin: ["建筑系数下限", "约定建筑系数下限"],
    .greenMax: ["绿地率上限", "约定绿地率上限"],
    .officeShareMax: [
      "行政办公及生活服务设施用地比重上限", "行政办公及生活服务设施用地所占比重上限",
      "办公及生活服务设施用地比重上限",
    ],
    .intensityMin: ["投资强度下限", "约定投资强度下限", "固定资产投资强度下限"],
    .priorityIndustry: ["优先发展产业", "是否优先发展产业", "优先发展产业项目"],
    .farmPrimary: ["农林牧渔初加工", "农林牧渔业产品初加工", "是否农林牧渔初加工"],
    .priceFloor: ["出让最低价标准", "工业用地出让最低价标准", "最低价标准"],
    .landCost: ["土地取得及前期开发成本", "土地取得成本及前期开发成本", "土地成本"],
    .specialProcess: ["特殊工艺", "是否特殊工艺", "有特殊工艺要求"],
    .separateParcel: ["单独供地", "是否单独供地"],
    .phased: ["分期供地", "是否分期供地", "分期建设"],
    .phaseSupplyDate: ["本期供地日期", "本期供地时间"],
    .phaseFinishDate: ["本期竣工日期", "本期竣工时间"],
    .contractClauses: ["合同约定条款", "合同条款", "约定条款"],
    .intensityControl: ["投资强度控制指标", "固定资产投资强度控制指标"],
    .collective: ["集体建设用地", "是否集体建设用地", "集体经营性建设用地"],
    .causeSpans: ["闲置原因时段", "闲置原因及时段"],
    .identifiedNo: ["认定书文号", "认定书编号", "闲置土地认定书文号"],
    .identifiedDate: ["认定书日期", "认定日期", "闲置土地认定书日期"],
    .idleArea: ["闲置面积", "闲置土地面积"],
    .disposalWay: ["处置方式"],
    .disposedDate: ["处置完成日", "处置完成日期", "处置完成时间", "处置日期"],
    .disposedArea: ["处置面积", "已处置面积"],
    .systemRecordDate: ["系统备案日", "系统备案日期"],
    .feePaid: ["已缴闲置费", "已缴土地闲置费", "闲置费已缴"],
    .remark: ["备注", "说明", "remarks"],
    .supplyState: ["供应状态", "供地状态", "土地供应状态"],
    .industry: ["行业", "所属行业", "产业类型"],
    .greenArea: ["绿地面积", "绿化面积"],
    .greenShare: ["绿地率"],
    .officeArea: ["行政办公及生活服务设施用地面积", "办公及生活服务设施用地面积"],
    .officeShare: ["行政办公及生活服务设施用地所占比重", "行政办公及生活服务设施用地比重"],
    .officeFloor: [
      "行政办公及生活服务设施建筑面积", "办公及生活服务设施建筑面积",
    ],
    .zoneClass: ["三区类别", "三区划分", "三区"],
    .buildingID: ["建筑编号", "建筑物编号", "建筑代码", "幢号", "自然幢号", "id"],
    .kind: ["类别", "类型", "建筑类别", "建构筑物类型", "building_kind"],
    .use: ["建筑用途", "房屋用途", "使用功能", "building_use"],
    .storeys: [
      "层数", "总层数", "建筑层数", "地上层数", "楼层数", "floors", "stories", "num_floors",
      "building:levels",
    ],
    .storeyHeight: ["层高", "storey_height", "floor_height"],
    .height: ["高度", "建筑高度", "楼高", "height"],
    .grossFloor: ["建筑面积", "总建筑面积"],
    .countedFloor: ["计容建筑面积", "计容面积", "计容总建筑面积"],
    .basement: ["地下室", "是否地下", "地下", "underground"],
    .builtYear: ["建成年份", "竣工年份", "建成年代"],
    .approvedArea: [
      "核准面积", "批准面积", "批复面积", "核准用地面积", "批准用地面积", "approved",
    ],
    .level: ["级别", "开发区级别", "园区级别"],
    .enterpriseID: ["统一社会信用代码", "社会信用代码", "信用代码", "uscc"],
    .year: ["年度", "统计年度", "数据年度", "年份"],
    .leadingIndustry: ["所属主导产业", "主导产业"],
    .operating: ["是否经营", "经营状态", "经营状况", "生产经营状态"],
    .stoppedSince: ["停产日期", "停产时间", "停业日期", "停产停业日期"],
    .lastAnnualReportYear: ["最近年报年度", "最近一次年报年度", "最后年报年度"],
    .contactLost: ["是否失联", "失联"],
    .highTech: ["是否高新技术企业", "高新技术企业"],
    .landArea: ["用地面积", "企业用地面积", "占地面积"],
    .revenue: ["主营业务收入", "主营收入"],
    .output: ["工业总产值", "总产值", "产值"],
    .tax: ["税收", "实缴税金", "实缴税收", "税收总额", "入库税收", "上缴税金"],
    .employees: ["从业人员", "从业人员数", "从业人数", "从业人员期末人数"],
    .zombieListedDate: [
      "僵尸企业认定日期", "僵尸企业登记日期", "僵尸企业认定时间", "僵尸企业登记时间",
    ],
    .zombieClearedDate: [
      "处置完成日期", "清理完成日期", "僵尸企业处置完成日期", "僵尸企业清理完成日期",
    ],
  ]

  /// Names that mean a field in files of one role only. `面积` is the contract's area in a table
  /// of contracts; in a layer it is as a rule the drawn area, and held against the drawn area it
  /// would always agree, so there it is not taken.
  private static let own: [Field.Role: [Field: [String]]] = [
    .contracts: [.contractArea: ["面积", "宗地面积", "土地面积"]],
    .parcels: [
      .holder: ["name", "企业名称", "单位名称", "qlrmc"], .parcelID: ["地块代码"],
      .location: ["zl"], .landUse: ["yt", "tdyt"], .landGrade: ["dj"],
    ],
    .zones: [
      .name: ["开发区名称", "园区名称", "名称"], .zoneID: ["代码", "编号", "code"],
      .approvedArea: ["面积"],
    ],
    .buildings: [.use: ["用途", "功能"]],
    .enterprises: [
      .name: ["企业名称", "单位名称", "名称"],
      .industryCode: ["行业代码", "国民经济行业代码", "行业"],
      .fixedInvestment: ["固定资产投资(累计)", "累计固定资产投资", "固定资产累计投资"],
    ],
  ]
}
