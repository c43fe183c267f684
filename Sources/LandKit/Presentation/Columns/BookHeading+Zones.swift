extension BookHeading {
  /// The columns of `zones.csv`.
  static let zones: [BookHeading] = [
    BookHeading("zone_name", "开发区名称", "name of the zone", .text),
    BookHeading("parcels", "宗地数", "parcels", .count),
    BookHeading(
      "approved_m2", "范围内面积", "area within the boundary", .number(2), unit: .squareMetres,
      isFigure: true),
    BookHeading(
      "supplied_m2", "已供应面积", "supplied", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading(
      "remaining_m2", "未覆盖面积", "not supplied", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading(
      "approved_official_m2", "核准面积", "approved area", .number(2), unit: .squareMetres,
      isFigure: true),
    BookHeading(
      "not_suppliable_m2", "不可供应面积", "not suppliable", .number(2), unit: .squareMetres,
      isFigure: true),
    BookHeading(
      "unsupplied_parcels_m2", "未供应宗地面积", "parcels not supplied", .number(2), unit: .squareMetres,
      isFigure: true),
    BookHeading("remaining_share_r1", "剩余比例(R1)", "remaining share (R1)", .share, isFigure: true),
    BookHeading("remaining_share_r2", "剩余比例(R2)", "remaining share (R2)", .share, isFigure: true),
    BookHeading("remaining_share_r3", "剩余比例(R3)", "remaining share (R3)", .share, isFigure: true),
    BookHeading(
      "idle_suspected_m2", "涉嫌闲置面积", "suspected idle", .number(2), unit: .squareMetres,
      isFigure: true),
    BookHeading(
      "idle_identified_m2", "已认定闲置面积", "found idle", .number(2), unit: .squareMetres, isFigure: true
    ),
    BookHeading(
      "idle_disposed_m2", "已处置面积", "disposed of", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading("disposal_rate_area", "处置率(按面积)", "disposal rate by area", .share, isFigure: true),
    BookHeading(
      "disposal_rate_count", "处置率(按宗数)", "disposal rate by count", .share, isFigure: true),
    BookHeading("built_m2", "已建成面积", "built", .number(2), unit: .squareMetres, isFigure: true),
    BookHeading(
      "approved_unsupplied_m2", "批而未供面积", "approved but not supplied", .number(2),
      unit: .squareMetres, isFigure: true),
  ]
}
