extension BookHeading {
  /// The columns of `parcels.csv` beside those of the idle-land assessment.
  static let parcels: [BookHeading] = [
    BookHeading("parcel_id", "宗地代码", "parcel", .code),
    BookHeading("zone_id", "开发区代码", "zone", .code),
    BookHeading("is_valid", "图形有效", "geometry valid", .truth),
    BookHeading("reason", "图形无效原因", "why invalid", .text),
    BookHeading(
      "geodesic_area_m2", "大地线面积", "geodesic area", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading(
      "planar_area_m2", "平面面积", "planar area", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading("gk_epsg", "投影坐标系代码", "EPSG of the plane", .code),
    BookHeading("n_buildings", "建筑物数", "buildings", .count, isFigure: true),
    BookHeading(
      "footprint_m2", "建筑基底面积", "footprint", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading(
      "gross_floor_m2", "建筑面积", "floor area", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading("density", "建筑密度", "building density", .share, isFigure: true),
    BookHeading("plot_ratio", "容积率", "plot ratio", .number(4), isFigure: true),
    BookHeading(
      "contract_area_m2", "合同面积", "contract area", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading("area_diff_m2", "面积差", "area difference", .number(2), unit: .squareMetres),
    BookHeading("area_diff_share", "面积差率", "area difference, share", .share),
    BookHeading(
      "outside_m2", "超出开发区面积", "outside the zone", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading("outside_share", "超出比例", "outside, share", .share),
    BookHeading(
      "ellipsoidal_area_m2", "图斑椭球面积", "ellipsoidal area", .number(2), unit: .squareMetres,
      isFigure: true),
    BookHeading("central_meridian", "中央经线", "central meridian", .number(0)),
    BookHeading("file", "来源文件", "file", .text),
    BookHeading("feature_index", "要素序号", "feature", .count),
    BookHeading("measure_quality", "量算质量", "quality of measures", .word),
    BookHeading(
      "area_before_repair_m2", "修复前面积", "area before repair", .number(2), unit: .squareMetres),
    BookHeading("land_use", "土地用途", "land use", .text),
    BookHeading("supply_state", "供应状态", "supply", .word),
    BookHeading(
      "counted_floor_m2", "计容建筑面积", "counted floor area", .number(2), unit: .squareMetres,
      isFigure: true),
    BookHeading("far_source", "容积率依据", "plot ratio from", .word),
    BookHeading("building_coefficient", "建筑系数", "building coefficient", .share),
    BookHeading("green_share", "绿地率", "green share", .share),
    BookHeading("office_share", "行政办公及生活服务设施用地比重", "office and service share", .share),
    BookHeading(
      "intensity_wan_per_ha", "固定资产投资强度", "investment intensity", .number(2), unit: .wanPerHectare),
    BookHeading("contract_count", "合同数", "contracts", .count),
    BookHeading("contract_no", "合同编号", "contract", .code),
    BookHeading("area_kind", "面积类型", "kind of area", .word),
    BookHeading("area_tolerance_m2", "面积限差", "area tolerance", .number(2), unit: .squareMetres),
    BookHeading("area_verdict", "面积核对结论", "verdict on area", .word),
    BookHeading("contract_breach", "违约事项", "breaches of contract", .list),
    BookHeading("underused", "低效", "underused", .truth),
    BookHeading("underused_rule", "低效依据", "underused under", .list),
    BookHeading("finding_codes", "问题代码", "findings", .list),
    BookHeading("missing", "缺少的信息", "missing", .list),
    BookHeading("rulebook", "规则库", "rulebook", .code),
    BookHeading("as_of", "截止日", "as of", .day),
    BookHeading("holder", "土地使用权人", "holder", .text),
  ]
}
