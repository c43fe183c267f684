import LandGeometry

/// A layer as an exchange file, and what the file cannot hold of it.
///
/// Holes are further rings of their record. A feature of several polygons is a record each, `DK01-1`,
/// `DK01-2`, each with its own plane area. Points are numbered from J1 through the rings of a record.
public struct ExchangeTextExport: Sendable {
  /// Which columns of a layer hold the texts of a record.
  public struct Columns: Hashable, Sendable {
    /// 地块编号; where nil, the number of the feature in the file, from 1.
    public var id: Int?
    /// 地块名称.
    public var name: Int?
    /// 图幅号.
    public var sheet: Int?
    /// 地块用途.
    public var use: Int?
    /// 地类编码.
    public var landClass: Int?

    /// The columns with the names that the format itself has, as ``ExchangeTextReader`` gives them.
    public init(named names: [String]) {
      id = names.firstIndex(of: "地块编号")
      name = names.firstIndex(of: "地块名称")
      sheet = names.firstIndex(of: "图幅号")
      use = names.firstIndex(of: "地块用途")
      landClass = names.firstIndex(of: "地类编码")
    }

    fileprivate var all: [Int] { [id, name, sheet, use, landClass].compactMap { $0 } }
  }

  /// The file.
  public let text: ExchangeText
  /// What is lost, for people; empty where nothing is.
  public let losses: [Bilingual]

  /// Puts a layer into the form of the file.
  ///
  /// - Parameters:
  ///   - layer: polygons with `x` east and `y` north, in metres.
  ///   - epsg: their plane, 4491 to 4554: a zone of CGCS2000 with its number in front of the
  ///     eastings or without; the file always has it.
  ///   - columns: which columns hold the texts; by their names where nil.
  ///   - producer: 数据产生单位; empty for unknown.
  ///   - day: 数据产生日期, `2024-05-20`.
  ///   - precision: decimals of coordinates; the fewest that lose nothing where nil, at most four.
  public init(
    of layer: FeatureLayer, epsg: Int, columns: Columns? = nil, producer: String, day: String,
    precision: ExchangeText.Precision? = nil
  ) throws(ExchangeTextError) {
    guard let (zone, isZoned) = Self.zone(of: epsg) else { throw .plane(epsg) }
    let columns = columns ?? Columns(named: layer.attributes.names)
    let geometry = layer.geometry.placed(in: Plane.self)
    let shift = isZoned ? 0 : Double(zone) * 1e6
    var text = ExchangeText(producer: producer, day: day, zone: zone, records: [])
    var losses = Losses()
    for feature in 0..<layer.featureCount {
      guard layer.state[feature] == .polygon else {
        losses.withoutPolygon += 1
        continue
      }
      func value(_ column: Int?) -> String {
        column.flatMap { layer.attributes.value(row: feature, column: $0).text } ?? ""
      }
      var id = value(columns.id)
      if id.isEmpty {
        id = "\(layer.number(of: feature) + 1)"
        losses.withoutID += 1
      }
      let polygons = geometry.polygons(of: feature)
      if polygons.count > 1 { losses.severalParts += 1 }
      for (index, polygon) in polygons.enumerated() {
        var record = ExchangeText.Record(
          id: polygons.count > 1 ? "\(id)-\(index + 1)" : id, name: value(columns.name),
          use: value(columns.use), landClass: value(columns.landClass),
          area: geometry.planarArea(ofPolygon: polygon),
          rings: Self.rings(of: polygon, geometry, shift))
        record.sheet = value(columns.sheet)
        let texts = [record.id, record.name, record.use, record.landClass, record.sheet]
        if texts.contains(where: { ExchangeTextWriter.safe($0) != $0 }) { losses.changedTexts += 1 }
        text.records.append(record)
      }
    }
    guard !text.records.isEmpty else { throw .nothing }
    text.precision = precision ?? Self.precision(for: text.records)
    losses.rounding = Self.rounding(text.records, text.precision)
    let written = Set(columns.all)
    losses.columns = layer.attributes.names.enumerated().compactMap { column, name in
      // The writer counts and measures by itself.
      written.contains(column) || Self.madeAnew.contains(name) ? nil : name
    }
    self.text = text
    self.losses = losses.notes
  }

  /// Columns that every file has, made from the polygons.
  private static let madeAnew = ["界址点数", "地块面积(公顷)", "记录图形属性"]

  /// The zone of a plane of CGCS2000, and whether its number is in front of the eastings.
  private static func zone(of epsg: Int) -> (zone: Int, isZoned: Bool)? {
    for zone in 13...45 {
      for isZoned in [true, false]
      where ExchangeTextPlane.code(.cgcs2000, zone: zone, isZoned: isZoned) == epsg {
        return (zone, isZoned)
      }
    }
    return nil
  }

  private static func rings(
    of polygon: Int, _ geometry: borrowing PolygonColumns<Plane>, _ shift: Double
  ) -> [[ExchangeText.Point]] {
    var number = 0
    var rings: [[ExchangeText.Point]] = []
    for ring in geometry.rings(of: polygon) {
      var points: [ExchangeText.Point] = []
      for vertex in geometry.vertices(of: ring).dropLast() {
        number += 1
        points.append(
          ExchangeText.Point(
            number: number, north: geometry.y[vertex], east: geometry.x[vertex] + shift))
      }
      rings.append(points)
    }
    return rings
  }

  /// The fewest decimals with which every coordinate comes back as it is, at most four.
  private static func precision(for records: [ExchangeText.Record]) -> ExchangeText.Precision {
    for precision in [ExchangeText.Precision.centimetre, .millimetre]
    where rounding(records, precision) == 0 {
      return precision
    }
    return .tenthMillimetre
  }

  /// What sums in binary leave behind the last decimal of a coordinate; a limit of ours.
  private static let noise = 5e-8

  /// By how many metres rounding moves a coordinate at most; 0 where it is only noise.
  private static func rounding(
    _ records: [ExchangeText.Record], _ precision: ExchangeText.Precision
  ) -> Double {
    var largest = 0.0
    var scale = 1.0
    for _ in 0..<precision.rawValue { scale *= 10 }
    for point in records.lazy.flatMap(\.rings).joined() {
      for value in [point.north, point.east] {
        let moved = (value * scale).rounded() / scale
        largest = max(largest, (moved - value).magnitude)
      }
    }
    return largest > noise ? largest : 0
  }
}

/// What an exchange file cannot hold.
private struct Losses {
  var withoutPolygon = 0
  var withoutID = 0
  var severalParts = 0
  var changedTexts = 0
  var rounding = 0.0
  var columns: [String] = []

  var notes: [Bilingual] {
    var notes: [Bilingual] = []
    if withoutPolygon > 0 {
      notes.append(
        Bilingual(
          zh: "\(withoutPolygon) 个要素没有可用的多边形,未写出",
          en: "\(withoutPolygon) features have no polygon to write and are left out"))
    }
    if withoutID > 0 {
      notes.append(
        Bilingual(
          zh: "\(withoutID) 个要素没有编号,以序号作为地块编号",
          en: "\(withoutID) features have no id; their numbers in the file stand in"))
    }
    if severalParts > 0 {
      notes.append(
        Bilingual(
          zh: "\(severalParts) 个要素由几部分组成,每部分写成一个地块(编号加 -1、-2)",
          en: "\(severalParts) features have several parts; each is a parcel, its id with -1, -2"))
    }
    if changedTexts > 0 {
      notes.append(
        Bilingual(
          zh: "\(changedTexts) 个地块的文字含逗号、@ 或换行,改为全角或空格",
          en: "\(changedTexts) parcels have a comma, @ or line end in a text, changed to a wide "
            + "one or a space"))
    }
    if rounding > 0 {
      let size = FixedDecimal.text(rounding, 6)
      notes.append(
        Bilingual(zh: "坐标按精度取整,最大 \(size) 米", en: "coordinates are rounded, by \(size) m at most"))
    }
    if !columns.isEmpty {
      let list = columns.joined(separator: "、")
      notes.append(Bilingual(zh: "未写出的列:\(list)", en: "columns that are not written: \(list)"))
    }
    return notes
  }
}
