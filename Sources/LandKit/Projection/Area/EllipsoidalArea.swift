import LandGeometry

/// 图斑椭球面积: the area on the ellipsoid by the national trapezoid formula.
///
/// Each edge is cut into pieces of at most `pieceLength` along the line that is straight in the
/// space the coordinates are in; each piece is a strip from a reference meridian, its ΔL the mean
/// of its two longitudes (国土调查办发〔2008〕32号). Exteriors count positive, holes negative,
/// whatever way they run.
public struct EllipsoidalArea: Sendable {
  /// The ellipsoid.
  public let ellipsoid: Ellipsoid
  /// The longest piece of an edge, in metres; infinity leaves edges whole.
  public let pieceLength: Double

  private let strip: TrapezoidStrip

  /// An area measure. The default of 70 m is what a survey office's tool uses; a parcel's figure
  /// then lies within 0.1 m² of the limit for edges of a kilometre.
  public init(ellipsoid: Ellipsoid = .cgcs2000, pieceLength: Double = 70) {
    self.ellipsoid = ellipsoid
    self.pieceLength = pieceLength
    strip = TrapezoidStrip(ellipsoid)
  }

  /// The area in square metres of a feature whose edges are straight in longitude and latitude.
  public func area(
    of feature: Int, in layer: borrowing PolygonColumns<Geographic>
  ) -> Double {
    var total = 0.0
    let x = layer.x.span
    let y = layer.y.span
    for polygon in layer.polygons(of: feature) {
      let rings = layer.rings(of: polygon)
      for ring in rings {
        let vertices = layer.vertices(of: ring)
        guard vertices.count >= 4 else { continue }
        var sum = Accumulator(
          self, start: Coordinate(x: x[vertices.lowerBound], y: y[vertices.lowerBound]))
        for i in vertices.dropFirst() {
          sum.line(to: Coordinate(x: x[i], y: y[i]), pieceLength: pieceLength)
        }
        total += ring == rings.lowerBound ? sum.area.magnitude : -sum.area.magnitude
      }
    }
    return total
  }

  /// The area in square metres of a feature whose edges are straight on a projection plane;
  /// `unproject` turns plane metres into longitude and latitude in degrees.
  public func area<Failure: Error>(
    of feature: Int, in layer: borrowing PolygonColumns<Plane>,
    unproject: (Coordinate) throws(Failure) -> Coordinate
  ) throws(Failure) -> Double {
    var total = 0.0
    for polygon in layer.polygons(of: feature) {
      let rings = layer.rings(of: polygon)
      for ring in rings {
        let vertices = layer.vertices(of: ring)
        guard vertices.count >= 4 else { continue }
        var from = Coordinate(x: layer.x[vertices.lowerBound], y: layer.y[vertices.lowerBound])
        var sum = Accumulator(self, start: try unproject(from))
        for i in vertices.dropFirst() {
          let to = Coordinate(x: layer.x[i], y: layer.y[i])
          let dx = to.x - from.x
          let dy = to.y - from.y
          let pieces = Self.pieces(length: (dx * dx + dy * dy).squareRoot(), limit: pieceLength)
          for k in 1...pieces {
            let t = Double(k) / Double(pieces)
            let point = k == pieces ? to : Coordinate(x: from.x + t * dx, y: from.y + t * dy)
            sum.line(to: try unproject(point), pieceLength: .infinity)
          }
          from = to
        }
        total += ring == rings.lowerBound ? sum.area.magnitude : -sum.area.magnitude
      }
    }
    return total
  }

  @inline(__always)
  private static func pieces(length: Double, limit: Double) -> Int {
    // NaN and infinity never reach an integer.
    length > limit && length < 1e9 ? Int((length / limit).rounded(.up)) : 1
  }

  /// Sums strips along a ring, anew about a nearer latitude where the ring runs far.
  private struct Accumulator {
    private let strip: TrapezoidStrip
    private let start: Coordinate
    private let metresPerRadian: (north: Double, east: Double)
    private var origin: Double
    private var local: TrapezoidStrip.LocalQ
    private var l = 0.0
    private var latitude: Double
    private(set) var area = 0.0

    init(_ measure: EllipsoidalArea, start: Coordinate) {
      strip = measure.strip
      self.start = start
      latitude = start.y * Trigonometry.radiansPerDegree
      origin = latitude
      let (s, c) = Trigonometry.sinCos(latitude)
      local = strip.localQ(sinB0: s, cosB0: c)
      let radii = measure.ellipsoid.radii(sinLatitude: s)
      metresPerRadian = (radii.meridian, radii.normal * c)
    }

    mutating func line(to point: Coordinate, pieceLength: Double) {
      let toL = (point.x - start.x) * Trigonometry.radiansPerDegree
      let toB = point.y * Trigonometry.radiansPerDegree
      let dl = toL - l
      let db = toB - latitude
      var pieces = 1
      if pieceLength < .infinity {
        let north = db * metresPerRadian.north
        let east = dl * metresPerRadian.east
        pieces = EllipsoidalArea.pieces(
          length: (north * north + east * east).squareRoot(), limit: pieceLength)
      }
      var fromL = l
      var fromB = latitude
      for k in 1...pieces {
        let t = Double(k) / Double(pieces)
        let nextL = k == pieces ? toL : l + t * dl
        let nextB = k == pieces ? toB : latitude + t * db
        area += (fromL + nextL) / 2 * difference(fromB, nextB)
        fromL = nextL
        fromB = nextB
      }
      l = toL
      latitude = toB
    }

    /// Q(B2) − Q(B1).
    private mutating func difference(_ b1: Double, _ b2: Double) -> Double {
      if (b1 - origin).magnitude > 0.01 || (b2 - origin).magnitude > 0.01 {
        origin = b1
        let (s, c) = Trigonometry.sinCos(b1)
        local = strip.localQ(sinB0: s, cosB0: c)
        // An edge longer than the polynomial reaches: go by steps.
        let steps = Int(((b2 - b1).magnitude / 0.01).rounded(.up))
        if steps > 1, steps < 1000 {
          var sum = 0.0
          for k in 0..<steps {
            let from = b1 + (b2 - b1) * Double(k) / Double(steps)
            let to = k + 1 == steps ? b2 : b1 + (b2 - b1) * Double(k + 1) / Double(steps)
            let (s, c) = Trigonometry.sinCos(from)
            sum += strip.localQ(sinB0: s, cosB0: c).value(to - from)
          }
          return sum
        }
      }
      return local.value(b2 - origin) - local.value(b1 - origin)
    }
  }
}

extension Ellipsoid {
  /// Radii of curvature in metres: along the meridian (M) and across it (N).
  func radii(sinLatitude: Double) -> (meridian: Double, normal: Double) {
    let e2 = eccentricitySquared
    let w2 = 1 - e2 * sinLatitude * sinLatitude
    let normal = semiMajorAxis / w2.squareRoot()
    return (normal * (1 - e2) / w2, normal)
  }
}
