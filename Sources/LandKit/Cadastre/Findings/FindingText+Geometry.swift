/// Texts of the `Gxxx` findings.
extension FindingText {
  static let ringNotClosed = FindingText(
    .error,
    zh: "环未闭合", en: "Ring not closed",
    why: "环的首末点坐标不一致；量算时按闭合处理。",
    whyEn: "The first and last vertex of the ring differ; it was closed for measuring.",
    remedy: "在原始数据中补上与首点相同的末点。",
    remedyEn: "Repeat the first vertex at the end of the ring in the source.")
  static let tooFewPoints = FindingText(
    .error,
    zh: "环的点数不足", en: "Too few points in a ring",
    why: "闭合后不足四个点的环围不成面。",
    whyEn: "A ring of fewer than four points, closing point included, encloses no area.",
    remedy: "核对界址点是否漏录，补全或删除该环。",
    remedyEn: "Check for boundary points left out; complete the ring or delete it.")
  static let repeatedPoint = FindingText(
    .info,
    zh: "重复点", en: "Repeated point",
    why: "相邻两点坐标相同，不影响面积。",
    whyEn: "Two neighbouring vertices are the same; areas are not affected.",
    remedy: "删除重复的点。",
    remedyEn: "Delete the repeated vertex.")
  static let selfIntersection = FindingText(
    .error,
    zh: "边界自相交", en: "Self-intersection",
    why: "边界的两条边相交，所围面积没有唯一解释。",
    whyEn: "Two edges of the boundary cross, so the enclosed area has no single meaning.",
    remedy: "按界址点成果改正交叉处，或用 --repair 修复并核对修复前后的面积。",
    remedyEn:
      "Correct the crossing from the survey, or use --repair and check the area before and after.")
  static let ringSelfIntersection = FindingText(
    .error,
    zh: "环自接触", en: "Ring touches itself",
    why: "同一个环在一点上与自身接触。",
    whyEn: "One ring touches itself at a point.",
    remedy: "把环拆为外环与内环，或用 --repair 修复。",
    remedyEn: "Split the ring into shell and hole, or use --repair.")
  static let spike = FindingText(
    .warning,
    zh: "尖刺", en: "Spike",
    why: "边界沿同一条线折返，形成没有面积的尖刺。",
    whyEn: "The boundary runs out and back along one line and encloses nothing there.",
    remedy: "删除尖刺的顶点。",
    remedyEn: "Delete the vertex of the spike.")
  static let invalidCoordinate = FindingText(
    .error,
    zh: "坐标无效", en: "Invalid coordinate",
    why: "坐标不是有限的数值。",
    whyEn: "A coordinate is not a finite number.",
    remedy: "改正或补录该坐标。",
    remedyEn: "Correct or re-enter the coordinate.")
  static let holeOutsideShell = FindingText(
    .error,
    zh: "内环在外环之外", en: "Hole outside its shell",
    why: "内环不在所属外环之内。",
    whyEn: "A hole does not lie within the shell it belongs to.",
    remedy: "核对内外环的归属，或用 --repair 修复。",
    remedyEn: "Check which shell the hole belongs to, or use --repair.")
  static let nestedHoles = FindingText(
    .error,
    zh: "内环嵌套", en: "Nested holes",
    why: "一个内环位于另一个内环之内。",
    whyEn: "A hole lies within another hole.",
    remedy: "将里面的环作为独立部分录入，或删除。",
    remedyEn: "Enter the inner ring as a part of its own, or delete it.")
  static let nestedShells = FindingText(
    .error,
    zh: "外环嵌套", en: "Nested shells",
    why: "多部分图形的一个部分位于另一个部分之内。",
    whyEn: "One part of a multipart shape lies within another.",
    remedy: "删除重复部分，或改为内环。",
    remedyEn: "Delete the duplicate part, or make it a hole.")
  static let interiorDisconnected = FindingText(
    .error,
    zh: "内部不连通", en: "Interior not connected",
    why: "内环与外环的接触把面的内部分成几块。",
    whyEn: "Holes touch the shell so that the interior falls into pieces.",
    remedy: "拆为多个部分，或用 --repair 修复。",
    remedyEn: "Split it into parts, or use --repair.")
  static let duplicateRings = FindingText(
    .error,
    zh: "环重复", en: "Duplicate rings",
    why: "两个环的坐标完全相同。",
    whyEn: "Two rings have the same coordinates.",
    remedy: "删除其中一个环。",
    remedyEn: "Delete one of the rings.")
  static let noGeometry = FindingText(
    .error,
    zh: "没有图形", en: "No geometry",
    why: "要素没有图形，无法量算。",
    whyEn: "The feature has no geometry, so nothing can be measured.",
    remedy: "补录界址点坐标。",
    remedyEn: "Enter the boundary coordinates.")
  static let notAPolygon = FindingText(
    .error,
    zh: "不是面", en: "Not a polygon",
    why: "要素的图形是点、线或含有点、线的集合。",
    whyEn: "The feature is a point, a line, or a collection that holds one.",
    remedy: "改为面要素，或移到其他图层。",
    remedyEn: "Turn it into a polygon, or move it to another layer.")
  static let heightsDropped = FindingText(
    .info,
    zh: "高程未使用", en: "Heights left out",
    why: "坐标带有高程或量测值，面积按二维计算。",
    whyEn: "The coordinates carry heights or measures; areas are taken in two dimensions.",
    remedy: "无须处理。",
    remedyEn: "Nothing needs to be done.")
  static let repaired = FindingText(
    .warning,
    zh: "已修复", en: "Repaired",
    why: "图形按 --repair 修复后量算，原图形保留。",
    whyEn: "The shape was measured on its repaired copy (--repair); the original is kept.",
    remedy: "核对修复前后的面积差，并在原始数据中改正。",
    remedyEn: "Check the change of area and correct the source.")
  static let repairRefused = FindingText(
    .error,
    zh: "修复被拒绝", en: "Repair refused",
    why: "修复会使面积变化超过 --max-area-change，未采用。",
    whyEn: "The repair would change the area by more than --max-area-change and was not used.",
    remedy: "按界址点成果人工改正。",
    remedyEn: "Correct the boundary by hand from the survey.")
  static let overlap = FindingText(
    .warning,
    zh: "宗地重叠", en: "Parcels overlap",
    why: "两宗地的范围相互重叠。",
    whyEn: "Two parcels share an area.",
    remedy: "核对两宗地的界址点和权属来源。",
    remedyEn: "Check the boundary points and the title of both parcels.")
  static let identical = FindingText(
    .error,
    zh: "宗地图形相同", en: "Parcels are identical",
    why: "两宗地的范围完全相同。",
    whyEn: "Two parcels cover the same area.",
    remedy: "删除重复录入的宗地，或改正图形。",
    remedyEn: "Delete the duplicate, or correct the shape.")
  static let contained = FindingText(
    .error,
    zh: "宗地被包含", en: "Parcel within another",
    why: "一宗地完全位于另一宗地之内。",
    whyEn: "One parcel lies wholly within another.",
    remedy: "核对是否为分割、分期或重复录入。",
    remedyEn: "Check for a subdivision, a phase or a duplicate.")
  static let outsideZone = FindingText(
    .warning,
    zh: "超出开发区范围", en: "Outside its zone",
    why: "宗地有一部分在所属开发区的批准范围之外。",
    whyEn: "Part of the parcel lies outside the approved scope of its zone.",
    remedy: "核对宗地的开发区归属和四至范围。",
    remedyEn: "Check the zone of the parcel and the approved boundary.")
  static let buildingStraddles = FindingText(
    .info,
    zh: "建筑跨宗地", en: "Building straddles a border",
    why: "建筑跨越宗地界线，按落在各宗地内的面积分别计入。",
    whyEn: "The building crosses a parcel border and is counted by the area within each parcel.",
    remedy: "核对建筑与界线的位置。",
    remedyEn: "Check the position of building and border.")
  static let buildingNotMeasured = FindingText(
    .warning,
    zh: "建筑未计入", en: "Building not measured",
    why: "建筑图形无法叠加，相关宗地的建筑指标为未知。",
    whyEn: "The building could not be overlaid; building measures of the parcels concerned are "
      + "unknown.",
    remedy: "改正建筑图形，或用 --repair 修复。",
    remedyEn: "Correct the building, or use --repair.")
  static let zoneNotMeasured = FindingText(
    .warning,
    zh: "开发区未计算", en: "Zone not measured",
    why: "开发区图形或其中已供应宗地的图形无法叠加，已供应和剩余等面积指标为未知。",
    whyEn: "The zone, or supplied parcels in it, could not be overlaid; its areas are unknown.",
    remedy: "改正开发区和所列宗地的图形，或用 --repair 修复。",
    remedyEn: "Correct the boundary of the zone and of its parcels, or use --repair.")
  static let parcelInTwoZones = FindingText(
    .warning,
    zh: "宗地跨开发区", en: "Parcel in two zones",
    why: "宗地的地面同时落在两个以上开发区内,超出绘图误差(1 平方米,本程序的设定)。note 列出各开发区内的面积。",
    whyEn: "Ground of the parcel lies in two zones or more, beyond drawing noise, one square "
      + "metre (ours). The note gives the area in each.",
    remedy: "核对宗地归属和两个开发区的界线;跨界的宗地按界线分割,或先改正重叠的范围。",
    remedyEn: "Check the zone of the parcel and both boundaries; divide the parcel along them, or "
      + "correct scopes that overlap.")
  static let overlayFailed = FindingText(
    .error,
    zh: "叠加失败", en: "Overlay failed",
    why: "两个图形的叠加在重试后仍然失败，相关指标为未知。",
    whyEn: "The overlay of two shapes failed even on retry; the measures concerned are unknown.",
    remedy: "在给出的坐标附近改正图形。",
    remedyEn: "Correct the shapes near the coordinate given.")
}
