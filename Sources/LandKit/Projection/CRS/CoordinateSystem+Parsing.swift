import LandGeometry

extension CoordinateSystem {
  /// Reads the value of `--crs`: `EPSG:N`, `gk:LON0[,H0]` or `none`.
  public init(option text: String) throws(ProjectionError) {
    let lowered = text.lowercased()
    if lowered == "none" {
      self = .unknownPlane
      return
    }
    if lowered.hasPrefix("gk:") {
      let parts = lowered.dropFirst(3).split(separator: ",", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), let meridian = Double(parts[0]),
        (-180...180).contains(meridian), let height = parts.count == 2 ? Double(parts[1]) : 0,
        (-500...9000).contains(height)
      else {
        throw ProjectionError(
          message: Bilingual(
            zh: "无法理解坐标系“\(text)”", en: "cannot understand the system \"\(text)\""),
          remedy: Bilingual(
            zh: "写作 gk:中央经线[,投影面高程],例如 gk:114.25,30",
            en: "write gk:MERIDIAN[,HEIGHT], for example gk:114.25,30"))
      }
      self = .gaussKruger(
        GaussKruger(centralMeridian: meridian, ellipsoid: .cgcs2000.raised(by: height)), epsg: nil)
      return
    }
    try self.init(name: text)
  }

  /// Reads the name of a system as files write it: `EPSG:4490`, `urn:ogc:def:crs:EPSG::4490`,
  /// `http://www.opengis.net/def/crs/EPSG/0/4490`, `urn:ogc:def:crs:OGC:1.3:CRS84`, a bare code, or
  /// well-known text.
  public init(name text: String) throws(ProjectionError) {
    if Self.isWellKnownText(text) {
      try self.init(wellKnownText: text)
      return
    }
    let upper = text.uppercased()
    if upper.hasSuffix("CRS84") || upper.hasSuffix("CRS84H") {
      self = .geographic(epsg: 4326, .cgcs2000)
      return
    }
    let digits = upper.reversed().prefix { $0.isNumber && $0.isASCII }
    guard let code = Int(String(digits.reversed())),
      upper.count == digits.count || upper.contains("EPSG")
    else {
      throw ProjectionError(
        message: Bilingual(zh: "无法识别坐标系“\(text)”", en: "unknown coordinate system \"\(text)\""),
        remedy: Bilingual(
          zh: "用 --crs EPSG:代号 指明,例如 CGCS2000 经纬度 --crs EPSG:4490",
          en: "name it with --crs EPSG:CODE, for example --crs EPSG:4490 for CGCS2000 lon/lat"))
    }
    try self.init(epsg: code)
  }

  /// The system of an EPSG code. CGCS2000 and WGS 84 need no database; others are asked of PROJ.
  public init(epsg code: Int) throws(ProjectionError) {
    if let datum = OldDatum(epsg: code) { throw datum.refusal("EPSG:\(code)") }
    switch code {
    case 4490, 4480: self = .geographic(epsg: code, .cgcs2000)
    // WGS 84 is taken as CGCS2000: the two differ by less than a metre, and no shift is known.
    case 4326, 4979: self = .geographic(epsg: 4326, .cgcs2000)
    case 3857, 900_913, 3785, 102_100, 102_113:
      throw ProjectionError(
        message: Bilingual(
          zh: "EPSG:\(code)(Web 墨卡托)会放大面积,不能用于量算",
          en: "EPSG:\(code) (Web Mercator) enlarges areas and cannot be measured on"),
        remedy: Bilingual(
          zh: "请从原始数据导出 CGCS2000 经纬度或高斯—克吕格坐标",
          en: "export CGCS2000 lon/lat or Gauss–Krüger coordinates from the original data"))
    default:
      if let plane = CoordinateSystem.cgcs2000Plane(epsg: code) {
        self = plane
      } else {
        self = try ProjDatabase.system(epsg: code)
      }
    }
  }
}
