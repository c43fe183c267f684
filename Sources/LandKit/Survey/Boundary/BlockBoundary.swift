import LandGeometry
import LandProjection

/// A block whose boundary is wanted: a feature of a layer with its names.
public struct BoundarySubject: Hashable, Sendable {
  /// Index of the feature in its layer, from 0.
  public var feature: Int
  /// Its number, `DK01`.
  public var id: String
  /// Its name; empty for none.
  public var name: String
  /// What it is used for, 地块用途; empty for unknown.
  public var use: String
  /// Code of its land class, 地类编码; empty for unknown.
  public var landClass: String

  /// A block.
  public init(feature: Int, id: String, name: String = "", use: String = "", landClass: String = "")
  {
    self.feature = feature
    self.id = id
    self.name = name
    self.use = use
    self.landClass = landClass
  }
}

/// A boundary point (界址点).
public struct BoundaryPoint: Hashable, Sendable {
  /// Its number in the block, from 1: point J1 has 1.
  public var number: Int
  /// Northing in metres, the X of Chinese surveys.
  public var north: Double
  /// Easting in metres with the number of the three-degree zone in front, the Y of Chinese surveys.
  public var east: Double
  /// Longitude in degrees, CGCS2000.
  public var longitude: Double
  /// Latitude in degrees, CGCS2000.
  public var latitude: Double
  /// Length on the plane of the side to the next point of the ring, in metres.
  public var side: Double

  /// `J1`.
  public var name: String { "J\(number)" }
}

/// A ring of a boundary (圈), without a closing point.
public struct BoundaryRing: Hashable, Sendable {
  /// Its number in its part, from 1; ring 1 is the exterior, the others are holes.
  public var number: Int
  /// Its points in order: clockwise on the map for an exterior, counter-clockwise for a hole.
  public var points: [BoundaryPoint]
}

/// A part of a block: one exterior with its holes.
public struct BoundaryPart: Hashable, Sendable {
  /// Its number in the block, from 1.
  public var number: Int
  /// Its rings, the exterior first.
  public var rings: [BoundaryRing]
  /// Area on the plane in m², of coordinates that are not rounded.
  public var planarArea: Double
}

/// The boundary of a block with its areas.
public struct BlockBoundary: Sendable {
  /// The block.
  public var subject: BoundarySubject
  /// Number of its three-degree zone, 25–45.
  public var zone: Int
  /// Its parts; more than one where the block has several exteriors.
  public var parts: [BoundaryPart]
  /// Area on the plane in m².
  public var planarArea: Double
  /// 图斑椭球面积 in m²; nil where it cannot be taken.
  public var ellipsoidalArea: Double?
  /// Length of all rings on the plane in metres.
  public var perimeter: Double

  /// Central meridian of the zone, in degrees.
  public var meridian: Double { Double(3 * zone) }
  /// The plane system with zone number in the easting: EPSG 4513–4533.
  public var epsg: Int { 4488 + zone }
  /// All points in the order of their numbers.
  public var points: [BoundaryPoint] { parts.flatMap(\.rings).flatMap(\.points) }

  /// What a part is called: the block's number, with the part's behind it where there are several.
  public func id(of part: BoundaryPart) -> String {
    parts.count > 1 ? "\(subject.id)-\(part.number)" : subject.id
  }
}

/// What has to be known of a boundary beside its points.
public struct BoundaryNotice: Hashable, Sendable {
  /// What it is about.
  public enum Kind: Hashable, Sendable {
    /// The feature is no polygon or not in its place: it has no boundary here.
    case noPolygon
    /// The polygon is invalid; it is listed as drawn. GEOS's words.
    case invalid(String)
    /// The block reaches from its zone into a neighbouring one: by so many degrees.
    case straddles(degrees: Double)
    /// So many points repeated the one before them and were left out.
    case repeatedPoints(Int)
    /// A ring of fewer than three different points was left out.
    case degenerateRings(Int)
  }
  /// What it is about.
  public var kind: Kind
  /// Number of the block.
  public var block: String

  /// The notice in words.
  public var text: Bilingual {
    switch kind {
    case .noPolygon:
      Bilingual(zh: "\(block):没有可用的面,未列界址点", en: "\(block): no usable polygon, no points listed")
    case .invalid(let reason):
      Bilingual(
        zh: "\(block):图形无效(\(reason)),按原图列点",
        en: "\(block): the polygon is invalid (\(reason)); listed as drawn")
    case .straddles(let degrees):
      Bilingual(
        zh: "\(block):跨 3 度带,超出本带 \(Self.rounded(degrees))°,按中心所在带计算",
        en:
          "\(block): reaches \(Self.rounded(degrees))° beyond its 3-degree zone; the zone of its centre is used"
      )
    case .repeatedPoints(let count):
      Bilingual(
        zh: "\(block):略去 \(count) 个与前一点重合的点",
        en: "\(block): \(count) points that repeat the one before are left out")
    case .degenerateRings(let count):
      Bilingual(
        zh: "\(block):略去 \(count) 个不足三个不同点的圈",
        en: "\(block): \(count) rings of fewer than three different points are left out")
    }
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e4).rounded() / 1e4 }
}

/// Why boundaries cannot be listed at all.
public enum BoundaryError: Error, Hashable, Sendable {
  /// The layer's system has no way to CGCS2000 without a datum shift.
  case system(String)
  /// A block lies outside the three-degree zones 25–45 of China.
  case outsideZones(block: String, longitude: Double)

  /// What is wrong.
  public var message: Bilingual {
    switch self {
    case .system(let name):
      Bilingual(
        zh: "坐标系 \(name) 不能无损转换到 CGCS2000,不能列界址点",
        en: "system \(name) has no way to CGCS2000 without a shift; boundary points need one")
    case .outsideZones(let block, let longitude):
      Bilingual(
        zh: "\(block) 的经度 \(longitude)° 不在 25–45 号 3 度带内",
        en: "\(block) at longitude \(longitude)° lies outside the 3-degree zones 25–45")
    }
  }

  /// What the user can do.
  public var remedy: Bilingual {
    switch self {
    case .system:
      Bilingual(
        zh: "请提供 CGCS2000 数据,或用 --crs 指明坐标系",
        en: "provide CGCS2000 data or name the system with --crs")
    case .outsideZones:
      Bilingual(zh: "请核对坐标系和坐标轴顺序", en: "check the coordinate system and the order of the axes")
    }
  }
}
