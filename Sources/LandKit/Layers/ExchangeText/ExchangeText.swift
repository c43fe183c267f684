/// A file of parcels by their boundary points, as land departments exchange them (报盘 TXT, 界址点
/// TXT): a section of attributes, then one record a parcel.
public struct ExchangeText: Hashable, Sendable {
  /// How many decimals coordinates have; the header's 精度 says so.
  public enum Precision: Int, Hashable, Sendable {
    case centimetre = 2
    case millimetre = 3
    case tenthMillimetre = 4

    /// The value of 精度.
    var text: String {
      switch self {
      case .centimetre: "0.01"
      case .millimetre: "0.001"
      case .tenthMillimetre: "0.0001"
      }
    }
  }

  /// 数据产生单位; empty for unknown.
  public var producer: String
  /// 数据产生日期, `2024-05-20`.
  public var day: String
  /// 带号: number of the zone, also in front of every easting; 13 to 23 are zones of six degrees,
  /// 25 to 45 of three.
  public var zone: Int
  /// 精度.
  public var precision: Precision
  /// The parcels.
  public var records: [Record]

  /// A file of parcels on the plane of one zone of CGCS2000.
  public init(
    producer: String, day: String, zone: Int, precision: Precision = .millimetre,
    records: [Record]
  ) {
    self.producer = producer
    self.day = day
    self.zone = zone
    self.precision = precision
    self.records = records
  }

  /// A parcel: one outer ring with its holes. Ground with several outer rings is several records.
  public struct Record: Hashable, Sendable {
    /// 地块编号.
    public var id: String
    /// 地块名称.
    public var name: String
    /// 图幅号; empty for none.
    public var sheet = ""
    /// 地块用途; empty for unknown.
    public var use: String
    /// 地类编码; empty for unknown.
    public var landClass: String
    /// 地块面积 in m², written in hectares with four decimals.
    public var area: Double
    /// 圈 1, then the holes; each without its closing point.
    public var rings: [[Point]]

    /// A parcel.
    public init(
      id: String, name: String, use: String = "", landClass: String = "", area: Double,
      rings: [[Point]]
    ) {
      self.id = id
      self.name = name
      self.use = use
      self.landClass = landClass
      self.area = area
      self.rings = rings
    }
  }

  /// A boundary point.
  public struct Point: Hashable, Sendable {
    /// Its number: 1 is written `J1`.
    public var number: Int
    /// X, the northing in metres.
    public var north: Double
    /// Y, the easting in metres with the zone's number in front.
    public var east: Double

    /// A point.
    public init(number: Int, north: Double, east: Double) {
      self.number = number
      self.north = north
      self.east = east
    }
  }
}
