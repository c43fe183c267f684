import LandGeometry

/// Datums of China before CGCS2000. Between them and CGCS2000 there are no public parameters.
public enum OldDatum: String, Sendable, CaseIterable {
  /// 1980西安坐标系, on the ellipsoid IAG 1975.
  case xian80
  /// 1954年北京坐标系, on Krassovsky's ellipsoid.
  case beijing54

  /// The official name.
  public var name: Bilingual {
    switch self {
    case .xian80: Bilingual(zh: "1980西安坐标系", en: "Xian 1980")
    case .beijing54: Bilingual(zh: "1954年北京坐标系", en: "Beijing 1954")
    }
  }

  /// The ellipsoid: IAG 1975 a = 6 378 140 m, 1/f = 298.257; Krassovsky 1940 a = 6 378 245 m,
  /// 1/f = 298.3 (EPSG 7049 and 7024).
  public var ellipsoid: Ellipsoid {
    switch self {
    case .xian80: Ellipsoid(semiMajorAxis: 6_378_140, inverseFlattening: 298.257)
    case .beijing54: Ellipsoid(semiMajorAxis: 6_378_245, inverseFlattening: 298.3)
    }
  }

  /// The datum of an EPSG code; nil for codes of other datums.
  ///
  /// Xian 1980: 4610, 2327–2390. Beijing 1954: 4214, 2401–2442, 21413–21463.
  public init?(epsg code: Int) {
    switch code {
    case 4610, 2327...2390: self = .xian80
    case 4214, 2401...2442, 21_413...21_463: self = .beijing54
    default: return nil
    }
  }

  /// The datum that a well-known text means, by its name or its ellipsoid.
  init?(_ system: WellKnownSystem) {
    let name = (system.datum + " " + system.name).lowercased().filter { $0 != "_" && $0 != " " }
    if name.contains("xian1980") || name.contains("xian80") || name.contains("西安80") {
      self = .xian80
      return
    }
    if name.contains("beijing1954") || name.contains("beijing54") {
      self = .beijing54
      return
    }
    guard let ellipsoid = system.ellipsoid,
      let datum = Self.allCases.first(where: {
        ($0.ellipsoid.semiMajorAxis - ellipsoid.semiMajorAxis).magnitude < 0.5
      })
    else { return nil }
    self = datum
  }

  /// The code of one of the datum's systems by its parameters; nil where the registry has none.
  ///
  /// The registry numbers the zones of each kind one after the other: three degrees with the zone
  /// in the easting (25–45), without (75°–135°), six degrees with (13–23), without.
  func code(of system: WellKnownSystem) -> Int? {
    guard system.kind == .projected else { return self == .xian80 ? 4610 : 4214 }
    guard let (meridian, easting) = system.gaussKruger else { return nil }
    let first = self == .xian80 ? (2349, 2370, 2327, 2338) : (2401, 2422, 21_413, 21_453)
    for zone in 25...45 where meridian == Double(3 * zone) {
      if easting == Double(zone) * 1e6 + 500_000 { return first.0 + zone - 25 }
      if easting == 500_000 { return first.1 + zone - 25 }
    }
    for zone in 13...23 where meridian == Double(6 * zone - 3) {
      if easting == Double(zone) * 1e6 + 500_000 { return first.2 + zone - 13 }
      if easting == 500_000 { return first.3 + zone - 13 }
    }
    return nil
  }

  /// Why coordinates on the datum are not taken.
  func refusal(_ name: String) -> ProjectionError {
    ProjectionError(
      message: Bilingual(
        zh: "\(name) 属于\(self.name.zh),没有公开的转换参数,不作静默转换",
        en:
          "\(name) is \(self.name.en): there are no public parameters, and no shift is made silently"
      ),
      remedy: Bilingual(
        zh: "请提供已转换到 CGCS2000 的数据,或用 --transform 给出参数及其来源",
        en:
          "provide the data converted to CGCS2000, or give the parameters and their source with --transform"
      ))
  }
}

extension CoordinateSystem {
  private static let keywords = [
    "PROJCS", "GEOGCS", "PROJCRS", "PROJECTEDCRS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS",
    "GEODETICCRS", "BOUNDCRS", "COMPOUNDCRS", "COMPD_CS", "LOCAL_CS", "ENGCRS", "ENGINEERINGCRS",
    "BASEGEOGCRS",
  ]

  /// Whether a text is well-known text rather than a code.
  static func isWellKnownText(_ text: String) -> Bool {
    guard let bracket = text.firstIndex(where: { $0 == "[" || $0 == "(" }) else { return false }
    let word = text[..<bracket].uppercased().filter { !$0.isWhitespace }
    return keywords.contains(word)
  }

  /// The system that a well-known text means (Esri's `.prj`, OGC 01-009, ISO 19162).
  ///
  /// A plane of CGCS2000 or WGS 84 that is transverse Mercator with scale 1 is a Gauss–Krüger plane
  /// whatever its name and meridian: so city systems are understood that no registry has.
  public init(wellKnownText text: String) throws(ProjectionError) {
    guard let found = try WellKnownSystem(text) else {
      throw Self.unusable(
        "", Bilingual(zh: "坐标系文本无法解析", en: "the text of the coordinate system cannot be read"))
    }
    if let code = found.epsg, let datum = OldDatum(epsg: code) { throw datum.refusal(found.name) }
    if let datum = OldDatum(found) { throw datum.refusal(found.name) }
    if let plane = found.plane {
      self = plane
      return
    }
    if let code = found.epsg {
      try self.init(epsg: code)
      return
    }
    switch (found.kind, found.ellipsoid) {
    case (.geographic, _) where found.isModern: self = .cgcs2000
    case (.projected, let ellipsoid?) where found.metresPerUnit == 1 && !found.isWebMercator:
      self = .projected(
        ProjectedSystem(epsg: nil, name: found.name, ellipsoid: ellipsoid, definition: text))
    case (.projected, _):
      throw Self.unusable(
        found.name,
        found.isWebMercator
          ? Bilingual(zh: "是 Web 墨卡托,会放大面积", en: "is Web Mercator, which enlarges areas")
          : Bilingual(zh: "的坐标单位不是米", en: "is not in metres"))
    case (.local, _):
      throw Self.unusable(
        found.name, Bilingual(zh: "只是图形自己的坐标轴", en: "names a drawing's own axes only"))
    default:
      throw Self.unusable(
        found.name,
        Bilingual(
          zh: "不是 CGCS2000、WGS 84 或投影坐标系", en: "is neither CGCS2000, WGS 84 nor projected"))
    }
  }

  /// The code of the registry that a name, or the text of an old system, means; nil where there is
  /// none.
  static func code(of text: String) throws(ProjectionError) -> Int? {
    if isWellKnownText(text) {
      guard let found = try WellKnownSystem(text) else { return nil }
      return found.epsg ?? OldDatum(found)?.code(of: found)
    }
    let digits = text.reversed().prefix { $0.isNumber && $0.isASCII }
    return Int(String(digits.reversed()))
  }

  private static func unusable(_ name: String, _ why: Bilingual) -> ProjectionError {
    ProjectionError(
      message: Bilingual(
        zh: "坐标系“\(name)”\(why.zh)", en: "the coordinate system \"\(name)\" \(why.en)"),
      remedy: Bilingual(
        zh: "用 --crs EPSG:代号、gk:中央经线 或 none 指明",
        en: "name it with --crs EPSG:CODE, gk:MERIDIAN or none"))
  }
}

extension WellKnownSystem {
  /// Whether the datum is CGCS2000 or WGS 84, by its name and its ellipsoid.
  var isModern: Bool {
    let name = (datum + " " + self.name).lowercased().filter { $0 != "_" && $0 != " " }
    let known = ["china2000", "cgcs2000", "chinageodetic2000", "chinageodeticcoordinatesystem2000"]
    let is2000 = known.contains(where: name.contains) && ellipsoid == .cgcs2000
    let isWGS = name.contains("wgs84") || name.contains("wgs1984") || name.contains("worldgeodetic")
    return is2000 || isWGS && ellipsoid == .wgs84
  }

  /// Whether areas on it are enlarged: Web Mercator under any name.
  var isWebMercator: Bool {
    method == "1024" || name.lowercased().filter(\.isLetter).contains("webmercator")
  }

  /// The Gauss–Krüger plane that the text means; nil where it means another projection or datum.
  var plane: CoordinateSystem? {
    guard isModern, metresPerUnit == 1, let (meridian, easting) = gaussKruger else { return nil }
    if let code = Self.planeCode(meridian, easting) { return .cgcs2000Plane(epsg: code) }
    return .gaussKruger(
      GaussKruger(centralMeridian: meridian, falseEasting: easting), epsg: nil)
  }

  /// The code of the CGCS2000 plane with a meridian and a false easting; three degrees before six.
  private static func planeCode(_ meridian: Double, _ easting: Double) -> Int? {
    for code in Array(4513...4554) + Array(4491...4512) {
      if case .gaussKruger(let plane, _)? = CoordinateSystem.cgcs2000Plane(epsg: code),
        plane.centralMeridian == meridian, plane.falseEasting == easting
      {
        return code
      }
    }
    return nil
  }
}
