import LandCadastre

/// Name, type or unit, and what people call it.
extension FactCatalog {
  /// Whether a project is finished, or the agreed day of its completion is past.
  static let completionDue = "completion_due"

  typealias Row = (String, String, String)

  static let common: [Row] = [
    ("as_of", "date", "截止日"),
    ("as_of_year", "1", "截止日所在年"),
    ("year_begin", "date", "上年末"),
    ("zone_level", "text", "开发区级别"),
    ("territory", "text", "行政区划"),
  ]

  static let parcel: [Row] = [
    ("planar_area_m2", "㎡", "平面面积"),
    ("ellipsoidal_area_m2", "㎡", "椭球面积"),
    ("footprint_m2", "㎡", "建筑基底面积"),
    ("floor_area_m2", "㎡", "计容建筑面积"),
    ("plot_ratio", "1", "容积率"),
    ("building_density", "1", "建筑密度"),
    ("building_coefficient", "1", "建筑系数"),
    ("green_area_m2", "㎡", "绿地面积"),
    ("green_share", "1", "绿地率"),
    ("office_area_m2", "㎡", "行政办公及生活服务设施用地面积"),
    ("office_floor_m2", "㎡", "行政办公及生活服务设施建筑面积"),
    ("office_share", "1", "行政办公及生活服务设施用地所占比重"),
    ("building_count", "个", "建筑物数"),
    ("storey_height_m", "m", "层高"),
    ("land_use", "text", "土地用途"),
    ("industrial", "yes/no", "工业或仓储用地"),
    ("industry_code", "text", "行业代码"),
    ("industry_edition", "1", "行业分类版本"),
    ("supply_state", "text", "供应状态"),
    ("zone_class", "text", "三区类别"),
    ("started", "yes/no", "是否动工"),
    ("finished", "yes/no", "是否竣工"),
    (completionDue, "yes/no", "已竣工或已到约定竣工日期"),
    ("intensity_wan_per_ha", "万元/公顷", "固定资产投资强度"),
  ]

  static let project: [Row] = [
    ("start_in_force", "date", "有效动工日期"),
    ("suspended", "yes/no", "是否中止开发建设"),
    ("suspended_date", "date", "中止日期"),
    ("cause_class", "text", "闲置原因类别"),
    ("parcels", "个", "宗地数"),
  ]

  static let enterprise: [Row] = [
    ("enterprise_id", "text", "统一社会信用代码"),
    ("name", "text", "企业名称"),
    ("zone_id", "text", "开发区代码"),
    ("year", "1", "年度"),
    ("industry_code", "text", "行业代码"),
    ("industry_edition", "1", "行业分类版本"),
    ("leading_industry", "text", "所属主导产业"),
    ("operating", "yes/no", "是否经营"),
    ("stopped_since", "date", "停产日期"),
    ("last_annual_report_year", "1", "最近年报年度"),
    ("contact_lost", "yes/no", "是否失联"),
    ("high_tech", "yes/no", "是否高新技术企业"),
    ("land_area_m2", "㎡", "用地面积"),
    ("revenue_wan", "万元", "主营业务收入"),
    ("output_wan", "万元", "工业总产值"),
    ("tax_wan", "万元", "税收"),
    ("fixed_investment_wan", "万元", "固定资产投资"),
    ("employees", "人", "从业人员"),
    ("zombie_listed_date", "date", "僵尸企业登记日期"),
    ("zombie_cleared_date", "date", "僵尸企业清理日期"),
  ]

  static let zone: [Row] = [
    ("supplied_m2", "㎡", "已供应面积"),
    ("unsupplied_m2", "㎡", "未供应宗地面积"),
    ("remaining_m2", "㎡", "剩余面积"),
    ("supplied_industrial_m2", "㎡", "已供应工矿仓储用地面积"),
    ("idle_suspected_m2", "㎡", "涉嫌闲置面积"),
    ("idle_identified_m2", "㎡", "已认定闲置面积(累计)"),
    ("idle_disposed_m2", "㎡", "已处置闲置面积"),
    ("idle_identified_count", "宗", "已认定闲置宗数(累计)"),
    ("idle_disposed_count", "宗", "已处置闲置宗数"),
    ("reserve_m2", "㎡", "收储土地面积"),
    ("construction_land_m2", "㎡", "建设用地面积"),
  ]

  static let zoneFile: [Row] = [
    ("name", "text", "开发区名称"),
    ("approved_area_m2", "㎡", "核准面积"),
    ("parks", "个", "园区数"),
    ("central_city", "yes/no", "位于中心城区"),
    ("relocation_cause", "text", "调区原因"),
    ("clusters", "个", "产业集群数"),
    ("idle_register_complete", "yes/no", "闲置土地台账完整"),
  ]

  static let classes: [Row] =
    [("total_ha", "公顷", "评价范围总面积")]
    + LandClass.allCases.map { ("class_\($0.rawValue)_ha", "公顷", "\($0.rawValue) 类面积") }

  /// What the official areas by class add up to; measured from the layers where they are not given.
  static let supply: [Row] = [
    (ClassSum.ready, "公顷", "已达到供地条件的土地面积"),
    (ClassSum.readyRemaining, "公顷", "已达到供地条件而未供应的土地面积"),
    (ClassSum.suppliable, "公顷", "可建设土地面积"),
    (ClassSum.suppliableRemaining, "公顷", "尚未供应的可建设土地面积"),
  ]

  /// What is measured from the layers of an application.
  static let application: [Row] = [
    ("layout_complete", "yes/no", "调整后用地布局无缝、不重叠、图斑均有地类"),
    ("boundary_unchanged", "yes/no", "前后四至范围相同"),
  ]

  static let statistics: [Row] = [
    ("main_revenue_wan", "万元", "主营业务收入"),
    ("tax_wan", "万元", "税收"),
    ("fixed_investment_wan", "万元", "固定资产投资"),
    ("high_tech_firms", "家", "高新技术企业数"),
    ("rd_wan", "万元", "研发经费"),
    ("exports_usd", "美元", "出口总额"),
    ("funds_in_place_wan", "万元", "招商实际到位资金"),
    ("built_up_ha", "公顷", "建成区面积"),
    ("land_base_mu", "亩", "用地基数"),
    ("industrial_tax_wan", "万元", "工业企业税收"),
    ("residents", "人", "常住人口"),
    ("floor_area_wan_m2", "万㎡", "总建筑面积"),
    ("industrial_floor_wan_m2", "万㎡", "工矿仓储建筑面积"),
    ("footprint_wan_m2", "万㎡", "建筑基底面积"),
    ("industrial_footprint_wan_m2", "万㎡", "工矿仓储建筑基底面积"),
    ("industrial_yards_wan_m2", "万㎡", "工矿仓储构筑物及堆场面积"),
  ]

  static let aggregates: [Row] = [
    ("projects_fixed_investment_wan", "万元", "项目固定资产投资合计"),
    ("projects_area_m2", "㎡", "项目用地面积合计"),
    ("projects_without_investment", "个", "投资未知的项目数"),
    ("enterprises_output_wan", "万元", "企业产值合计"),
    ("leading_output_wan", "万元", "主导产业产值"),
    ("leading_industries", "个", "主导产业数"),
    ("enterprises_revenue_wan", "万元", "企业主营业务收入合计"),
    ("enterprises_tax_wan", "万元", "企业税收合计"),
    ("enterprises_land_m2", "㎡", "企业用地面积合计"),
  ]
}
