import LandGeometry

/// What the coordinates of a file mean.
public enum CoordinateSystem: Hashable, Sendable {
  /// Longitude and latitude in degrees on an ellipsoid; the EPSG code where there is one.
  case geographic(epsg: Int, Ellipsoid)
  /// A Gauss–Krüger plane, computed here; the EPSG code where the plane has one, else a city
  /// system with its own meridian and projection height.
  case gaussKruger(GaussKruger, epsg: Int?)
  /// Any other projected system that PROJ knows, used as it is for plane measures.
  case projected(ProjectedSystem)
  /// Plane metres of no known system: plane measures only.
  case unknownPlane

  /// CGCS2000 longitude and latitude.
  public static let cgcs2000 = CoordinateSystem.geographic(epsg: 4490, .cgcs2000)

  /// The Gauss–Krüger planes of CGCS2000 in the EPSG registry, or nil for another code.
  ///
  /// 4491–4501 six degrees with the zone number in the easting, 4502–4512 without; 4513–4533 three
  /// degrees with, 4534–4554 without.
  public static func cgcs2000Plane(epsg: Int) -> CoordinateSystem? {
    let meridian: Double
    let zone: Int?
    switch epsg {
    case 4491...4501: (meridian, zone) = (Double(6 * (epsg - 4478) - 3), epsg - 4478)
    case 4502...4512: (meridian, zone) = (Double(6 * (epsg - 4489) - 3), nil)
    case 4513...4533: (meridian, zone) = (Double(3 * (epsg - 4488)), epsg - 4488)
    case 4534...4554: (meridian, zone) = (Double(3 * (epsg - 4509)), nil)
    default: return nil
    }
    let falseEasting = 500_000 + Double(zone ?? 0) * 1_000_000
    return .gaussKruger(
      GaussKruger(centralMeridian: meridian, falseEasting: falseEasting), epsg: epsg)
  }

  /// The EPSG code of the three-degree CGCS2000 plane about a meridian, without zone number;
  /// nil outside 75°–135°.
  public static func threeDegreeCode(centralMeridian: Double) -> Int? {
    guard centralMeridian >= 75, centralMeridian <= 135 else { return nil }
    return 4534 + (Int(centralMeridian) - 75) / 3
  }

  /// How the system is named in every output: `EPSG:4490`, `gk:114.25,30`, `none`.
  public var name: String {
    switch self {
    case .geographic(let epsg, _): "EPSG:\(epsg)"
    case .gaussKruger(let plane, let epsg):
      if let epsg {
        "EPSG:\(epsg)"
      } else {
        plane.optionName
      }
    case .projected(let system): system.epsg.map { "EPSG:\($0)" } ?? system.name
    case .unknownPlane: "none"
    }
  }

  /// Whether coordinates are degrees.
  public var isGeographic: Bool {
    if case .geographic = self { true } else { false }
  }

  /// The ellipsoid that ellipsoidal and geodesic areas are taken on; nil for an unknown plane.
  public var ellipsoid: Ellipsoid? {
    switch self {
    case .geographic(_, let ellipsoid): ellipsoid
    // A city plane at a projection height still belongs to the ellipsoid at height zero.
    case .gaussKruger: .cgcs2000
    case .projected(let system): system.ellipsoid
    case .unknownPlane: nil
    }
  }

  /// Whether longitude and latitude of this system may be written as CGCS2000 without a shift.
  public var isCGCS2000: Bool {
    switch self {
    case .geographic(let epsg, _): [4490, 4480, 4326].contains(epsg)
    case .gaussKruger: true
    case .projected, .unknownPlane: false
    }
  }
}

extension GaussKruger {
  /// How the plane is named on the command line: `gk:114.25,30`.
  fileprivate var optionName: String {
    func short(_ value: Double) -> String {
      let rounded = (value * 1e6).rounded() / 1e6
      return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
    let height = ellipsoid.semiMajorAxis - Ellipsoid.cgcs2000.semiMajorAxis
    return "gk:\(short(centralMeridian))" + (height == 0 ? "" : ",\(short(height))")
  }
}

/// A projected system in metres that PROJ computes.
public struct ProjectedSystem: Hashable, Sendable {
  /// EPSG code; nil for one that only a file's text defines.
  public let epsg: Int?
  /// Its name in the registry or the text.
  public let name: String
  /// Its ellipsoid.
  public let ellipsoid: Ellipsoid
  /// What PROJ makes it from: `EPSG:5186`, or well-known text.
  let definition: String
}

/// Why a coordinate system cannot be used.
public struct ProjectionError: Error, Hashable, Sendable {
  /// What kind of failure; decides the exit status.
  public enum Kind: Hashable, Sendable {
    /// Cannot be understood or must not be used.
    case refused
    /// PROJ or its database is not there (exit status 69).
    case component
  }
  /// What kind of failure.
  public var kind: Kind
  /// What is wrong.
  public var message: Bilingual
  /// What the user can do.
  public var remedy: Bilingual

  /// An error with its remedy.
  public init(kind: Kind = .refused, message: Bilingual, remedy: Bilingual) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
  }
}
