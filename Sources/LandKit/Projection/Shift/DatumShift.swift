import LandGeometry

/// A way from an old system of coordinates to CGCS2000 by parameters that somebody answers for:
/// there are no public ones, and none are ever assumed.
public struct DatumShift: Hashable, Sendable {
  /// The formula that the parameters belong to.
  public enum Method: Hashable, Sendable {
    /// Seven parameters between the ellipsoids (Bursa–Wolf).
    case sevenParameters(SevenParameters)
    /// Four parameters between two planes.
    case fourParameters(FourParameters)
  }

  /// Seven parameters from the old datum to CGCS2000.
  public struct SevenParameters: Hashable, Sendable {
    /// How rotations are counted; the two differ in their signs.
    public enum Convention: String, CaseIterable, Hashable, Sendable {
      /// The vector turns (EPSG method 9606).
      case positionVector = "position_vector"
      /// The axes turn (EPSG method 9607).
      case coordinateFrame = "coordinate_frame"
    }
    /// Shifts in metres.
    public var tx: Double, ty: Double, tz: Double
    /// Rotations in seconds of arc.
    public var rx: Double, ry: Double, rz: Double
    /// Change of scale in parts per million.
    public var scale: Double
    /// How rotations are counted.
    public var convention: Convention

    /// Seven parameters.
    public init(
      tx: Double, ty: Double, tz: Double, rx: Double, ry: Double, rz: Double, scale: Double,
      convention: Convention
    ) {
      (self.tx, self.ty, self.tz) = (tx, ty, tz)
      (self.rx, self.ry, self.rz) = (rx, ry, rz)
      self.scale = scale
      self.convention = convention
    }
  }

  /// Four parameters from plane to plane, with X the northing and Y the easting as Chinese
  /// surveying has them: X′ = dx + (1 + m)(X cos α − Y sin α), Y′ = dy + (1 + m)(X sin α + Y cos α).
  public struct FourParameters: Hashable, Sendable {
    /// Shifts in metres, of the northing and of the easting.
    public var dx: Double, dy: Double
    /// α in seconds of arc.
    public var rotation: Double
    /// m in parts per million.
    public var scale: Double

    /// Four parameters.
    public init(dx: Double, dy: Double, rotation: Double, scale: Double) {
      (self.dx, self.dy) = (dx, dy)
      self.rotation = rotation
      self.scale = scale
    }
  }

  /// The old system's code in the EPSG registry.
  public let from: Int
  /// The old datum.
  public let datum: OldDatum
  /// The system of CGCS2000 that the coordinates come to.
  public let to: CoordinateSystem
  /// The formula with its parameters.
  public let method: Method
  /// The plane of the old system; nil for longitude and latitude.
  let oldPlane: GaussKruger?

  /// A way between two systems.
  ///
  /// - Parameters:
  ///   - from: EPSG code of a system on an old datum.
  ///   - to: EPSG code of a system of CGCS2000; for seven parameters the same plane on CGCS2000
  ///     where nil.
  /// - Throws: ``ProjectionError`` where one of the systems is none of these.
  public init(from: Int, to: Int?, method: Method) throws(ProjectionError) {
    guard let datum = OldDatum(epsg: from), let known = try WellKnownSystem("EPSG:\(from)") else {
      throw Self.refused(
        "EPSG:\(from) 不是1980西安或1954年北京坐标系",
        "EPSG:\(from) is no system of Xian 1980 or Beijing 1954")
    }
    let old = known.gaussKruger.map {
      GaussKruger(
        centralMeridian: $0.meridian, falseEasting: $0.falseEasting, ellipsoid: datum.ellipsoid)
    }
    guard known.kind == .geographic || old != nil else {
      throw Self.refused("EPSG:\(from) 不是高斯—克吕格投影", "EPSG:\(from) is no Gauss–Krüger plane")
    }
    let target: CoordinateSystem
    if let to {
      target = try CoordinateSystem(epsg: to)
    } else if let old {
      let same = Array(4513...4554) + Array(4491...4512)
      guard
        let plane = same.lazy.compactMap({ CoordinateSystem.cgcs2000Plane(epsg: $0) })
          .first(where: { $0.hasPlane(old.centralMeridian, old.falseEasting) })
      else {
        throw Self.refused(
          "CGCS2000 没有与 EPSG:\(from) 相应的投影带", "CGCS2000 has no plane like EPSG:\(from)")
      }
      target = plane
    } else {
      target = .cgcs2000
    }
    guard target.isCGCS2000, target.name != "EPSG:4326" else {
      throw Self.refused("目标不是 CGCS2000", "the target is no system of CGCS2000")
    }
    if case .fourParameters = method, old == nil || target.isGeographic || to == nil {
      throw Self.refused(
        "四参数只用于两个平面之间,须写明 to", "four parameters lead from plane to plane; name the second with to")
    }
    self.from = from
    self.datum = datum
    self.to = target
    self.method = method
    oldPlane = old
  }

  private static func refused(_ zh: String, _ en: String) -> ProjectionError {
    ProjectionError(
      message: Bilingual(zh: zh, en: en),
      remedy: Bilingual(zh: "请核对转换参数文件", en: "check the file of the transformation"))
  }

  /// Whether a layer that names its system so is in the old one; nil where it is in neither the old
  /// one nor CGCS2000.
  public func applies(to declared: String) throws(ProjectionError) -> Bool? {
    if try CoordinateSystem.code(of: declared) == from { return true }
    // A system of the same datum with other axes must not pass for the one that is meant.
    do throws(ProjectionError) {
      return try CoordinateSystem(name: declared).isCGCS2000 ? false : nil
    } catch { return nil }
  }

  /// The formula on one point of the plane or, in degrees, of the ellipsoid.
  func plane(_ point: Coordinate, _ parameters: FourParameters) -> Coordinate {
    let angle = parameters.rotation / 3600 * .pi / 180
    let factor = 1 + parameters.scale * 1e-6
    let (sine, cosine) = Trigonometry.sinCos(angle)
    return Coordinate(
      x: parameters.dy + factor * (point.y * sine + point.x * cosine),
      y: parameters.dx + factor * (point.y * cosine - point.x * sine))
  }
}

extension CoordinateSystem {
  fileprivate func hasPlane(_ meridian: Double, _ easting: Double) -> Bool {
    guard case .gaussKruger(let plane, _) = self else { return false }
    return plane.centralMeridian == meridian && plane.falseEasting == easting
  }
}
