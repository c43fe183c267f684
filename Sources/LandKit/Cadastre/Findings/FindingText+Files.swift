/// Texts of the `Cxxx` and `Fxxx` findings.
extension FindingText {
  static let crsAssumed = FindingText(
    .info,
    zh: "坐标系为推定", en: "Coordinate system assumed",
    why: "文件没有写明坐标系，按经纬度处理。",
    whyEn: "The file names no coordinate system; longitude and latitude are taken.",
    remedy: "用 --crs 指明坐标系。",
    remedyEn: "Name it with --crs.")
  static let outOfRange = FindingText(
    .error,
    zh: "坐标超出范围", en: "Coordinate out of range",
    why: "坐标超出所用坐标系的有效范围。",
    whyEn: "A coordinate lies outside the range of the coordinate system.",
    remedy: "核对坐标系和坐标。",
    remedyEn: "Check the coordinate system and the coordinates.")
  static let axesSwapped = FindingText(
    .error,
    zh: "坐标轴颠倒", en: "Axes swapped",
    why: "坐标次序疑似颠倒（北、东写成了东、北，或纬度在前）。",
    whyEn: "The order of the coordinates seems to be reversed.",
    remedy: "核对后使用 --swap-xy。",
    remedyEn: "Check, then use --swap-xy.")
  static let projectedWithoutCRS = FindingText(
    .error,
    zh: "平面坐标缺少坐标系", en: "Plane coordinates without a system",
    why: "坐标是平面坐标（米），但没有写明坐标系。",
    whyEn: "The coordinates are metres of a plane, but no system is named.",
    remedy: "用 --crs EPSG:N 或 --crs gk:中央经线 指明坐标系。",
    remedyEn: "Name it with --crs EPSG:N or --crs gk:LON0.")
  static let farFromMeridian = FindingText(
    .warning,
    zh: "远离中央经线", en: "Far from the central meridian",
    why: "图形远离投影的中央经线，平面面积的变形较大。",
    whyEn: "The shape lies far from the central meridian, so its planar area is distorted.",
    remedy: "采用椭球面积，或换用相应的投影带。",
    remedyEn: "Use the ellipsoidal area, or the zone that fits.")
  static let datumShiftNotMade = FindingText(
    .warning,
    zh: "未作基准转换", en: "No datum shift made",
    why: "坐标系的基准与 CGCS2000 不同，坐标未经转换。",
    whyEn: "The datum differs from CGCS2000 and the coordinates were not shifted.",
    remedy: "先用当地参数转换到 CGCS2000。",
    remedyEn: "Shift them to CGCS2000 with local parameters first.")
  static let measuredInOtherPlane = FindingText(
    .info,
    zh: "在文件投影面上量算", en: "Measured in the plane of the file",
    why: "平面面积在文件自身的投影面上量算，不是宗地所在的三度带。",
    whyEn: "The planar area was taken in the plane of the file, not in the 3-degree zone of the "
      + "parcel.",
    remedy: "比较面积时注明投影。",
    remedyEn: "Name the projection when areas are compared.")
  static let featureUnreadable = FindingText(
    .error,
    zh: "要素无法读取", en: "Feature cannot be read",
    why: "要素的结构不符合格式，未参与量算。",
    whyEn: "The structure of the feature is not that of the format; it was not measured.",
    remedy: "在给出的位置改正文件。",
    remedyEn: "Correct the file at the place given.")
  static let duplicateMember = FindingText(
    .error,
    zh: "成员名重复", en: "Duplicate member",
    why: "同一对象中有两个同名成员，两个值都不采用。",
    whyEn: "One object has two members of one name; neither value is used.",
    remedy: "删除其中一个。",
    remedyEn: "Delete one of them.")
  static let rowUnreadable = FindingText(
    .error,
    zh: "行无法读取", en: "Row cannot be read",
    why: "表中该行不能拆分为与表头一致的列。",
    whyEn: "The row cannot be split into the columns of the header.",
    remedy: "检查引号和分隔符。",
    remedyEn: "Check quotes and separators.")
  static let encodingAssumed = FindingText(
    .info,
    zh: "编码为推定", en: "Encoding assumed",
    why: "文件不是有效的 UTF-8，按推定的编码读取。",
    whyEn: "The file is not valid UTF-8 and was read in the encoding assumed.",
    remedy: "另存为 UTF-8。",
    remedyEn: "Save it as UTF-8.")
  static let featurePartIgnored = FindingText(
    .warning,
    zh: "要素的一部分未采用", en: "Part of a feature left out",
    why: "要素中有一个成员不符合格式要求，未采用；其余部分照常审查。",
    whyEn:
      "A member of the feature is not as the format asks and was left out; the rest is audited.",
    remedy: "按格式要求修正该成员。",
    remedyEn: "Mend the member as the format asks.")
}
