import LandGeometry

/// What the magnitude of coordinates says of them. The ranges are ours, drawn around the land of
/// China, and do not meet: northings of 1 to 7 million metres, eastings of 100 to 1000 km or of
/// 13 to 46 million with the zone's number in front, degrees.
struct ExchangeTextPlane: Hashable {
  /// What the easting looks like.
  enum Form: Hashable {
    /// Metres with this zone in front.
    case zoned(Int)
    /// Metres without a zone.
    case plain
    /// Longitude and latitude.
    case degrees
  }

  /// How one pair of numbers stands in the file.
  enum Order: Hashable {
    /// Northing or latitude first, as the format asks.
    case northFirst
    /// Easting or longitude first.
    case eastFirst
  }

  /// The order and the form of a pair; nil where neither way is plausible.
  static func reading(_ first: Double, _ second: Double) -> (order: Order, form: Form)? {
    if let form = form(north: first, east: second) { return (.northFirst, form) }
    if let form = form(north: second, east: first) { return (.eastFirst, form) }
    return nil
  }

  private static func form(north: Double, east: Double) -> Form? {
    if (3...54).contains(north), (73...136).contains(east) { return .degrees }
    guard (1e6..<7e6).contains(north) else { return nil }
    if (1e5..<1e6).contains(east) { return .plain }
    guard (13e6..<46e6).contains(east) else { return nil }
    let zone = Int(east / 1e6)
    return width(ofZone: zone) == nil ? nil : .zoned(zone)
  }

  /// The width in degrees of the zones with this number: 13 to 23 are of six degrees, 25 to 45 of
  /// three, and no other touches China.
  static func width(ofZone zone: Int) -> Int? {
    switch zone {
    case 13...23: 6
    case 25...45: 3
    default: nil
    }
  }

  /// The EPSG code of a datum's Gauss–Krüger plane, with the zone in front of its eastings or
  /// without; nil for other datums and zones. The register numbers them in rows by zone.
  static func code(_ datum: ExchangeTextHeader.Datum, zone: Int, isZoned: Bool) -> Int? {
    guard let width = width(ofZone: zone) else { return nil }
    switch (datum, width, isZoned) {
    case (.cgcs2000, 6, true): return 4478 + zone
    case (.cgcs2000, 6, false): return 4489 + zone
    case (.cgcs2000, _, true): return 4488 + zone
    case (.cgcs2000, _, false): return 4509 + zone
    case (.xian80, 6, true): return 2314 + zone
    case (.xian80, 6, false): return 2325 + zone
    case (.xian80, _, true): return 2324 + zone
    case (.xian80, _, false): return 2345 + zone
    case (.beijing54, 6, true): return 21400 + zone
    case (.beijing54, 6, false): return 21440 + zone
    case (.beijing54, _, true): return 2376 + zone
    case (.beijing54, _, false): return 2397 + zone
    case (.other, _, _): return nil
    }
  }

  /// The EPSG code of a datum's longitude and latitude.
  static func geographicCode(_ datum: ExchangeTextHeader.Datum) -> Int? {
    switch datum {
    case .cgcs2000: 4490
    case .xian80: 4610
    case .beijing54: 4214
    case .other(let name): name.uppercased().contains("WGS") && name.contains("84") ? 4326 : nil
    }
  }
}

extension ExchangeTextHeader {
  /// The coordinate system of coordinates of a form, and what had to be assumed for it.
  ///
  /// The zone in front of the eastings counts more than the header's. Without a datum CGCS2000 is
  /// assumed where the eastings carry a zone; an old datum without a zone is named by its longitude
  /// and latitude, so that it is refused by its name and not taken for another one.
  func system(of form: ExchangeTextPlane.Form?) -> (code: Int?, notes: [Bilingual]) {
    var notes: [Bilingual] = []
    switch form {
    case .degrees:
      notes.append(Bilingual(zh: "坐标为经纬度(度)", en: "coordinates are longitude and latitude"))
      let code = datum.flatMap(ExchangeTextPlane.geographicCode)
      if code == nil, let datum { notes += unknown(datum) }
      return (code, notes)
    case .zoned(let zone):
      notes += differences(from: zone)
      guard let datum else {
        let code = ExchangeTextPlane.code(.cgcs2000, zone: zone, isZoned: true)
        notes.append(
          Bilingual(
            zh: "文件头没有坐标系;按横坐标前的带号 \(zone) 取 2000国家大地坐标系 EPSG:\(code ?? 0)",
            en: "the header names no system; by zone \(zone) in front of the eastings CGCS2000, "
              + "EPSG:\(code ?? 0), is assumed"))
        return (code, notes)
      }
      return (ExchangeTextPlane.code(datum, zone: zone, isZoned: true), notes + unknown(datum))
    case .plain, nil:
      if let datum, let zone {
        notes += differences(from: zone)
        return (ExchangeTextPlane.code(datum, zone: zone, isZoned: false), notes + unknown(datum))
      }
      if case .plain = form {
        notes.append(
          Bilingual(
            zh: "横坐标没有带号,文件头也不足以确定坐标系;请用 --crs 指明",
            en: "no zone in front of the eastings and none from the header; name it with --crs"))
      }
      guard let datum, datum != .cgcs2000 else { return (nil, notes) }
      return (ExchangeTextPlane.geographicCode(datum), notes + unknown(datum))
    }
  }

  private func differences(from zone: Int) -> [Bilingual] {
    var notes: [Bilingual] = []
    let width = ExchangeTextPlane.width(ofZone: zone)
    if let said = self.zone, said != zone {
      notes.append(
        Bilingual(
          zh: "文件头带号为 \(said),横坐标前的带号为 \(zone),以后者为准",
          en: "the header says zone \(said), the eastings \(zone), which counts"))
    } else if self.zone == nil, let text = text("带号") {
      notes.append(Bilingual(zh: "带号“\(text)”无效", en: "'\(text)' is no zone"))
    }
    if let said = zoneWidth, let width, said != width {
      notes.append(
        Bilingual(
          zh: "文件头为 \(said) 度分带,\(zone) 带是 \(width) 度带,以带号为准",
          en: "the header says zones of \(said) degrees, \(zone) is one of \(width), which counts"))
    }
    return notes
  }

  private func unknown(_ datum: Datum) -> [Bilingual] {
    guard case .other(let name) = datum else { return [] }
    return [
      Bilingual(
        zh: "坐标系“\(name)”没有对应的代码;请用 --crs 指明",
        en: "there is no code for the system '\(name)'; name one with --crs")
    ]
  }
}
