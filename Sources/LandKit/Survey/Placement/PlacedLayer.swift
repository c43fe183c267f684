import LandCadastre
import LandGeometry
import LandLayers
import LandProjection

/// Polygons in a known space: degrees or plane metres.
public enum PlacedGeometry: Sendable {
  /// Longitude and latitude.
  case geographic(PolygonColumns<Geographic>)
  /// Plane metres.
  case plane(PolygonColumns<Plane>)
}

/// A layer whose coordinates have a meaning, with what was found out on the way.
public struct PlacedLayer: Sendable {
  /// How the coordinate system became known.
  public enum SystemSource: String, Sendable {
    /// Named with `--crs`.
    case option
    /// Named by the file.
    case file
    /// Not named anywhere: RFC 7946 longitude and latitude.
    case assumed
    /// Taken from the parcels' layer.
    case parcels
  }

  /// The layer as read; its geometry has moved to `geometry`.
  public var layer: FeatureLayer
  /// The polygons.
  public var geometry: PlacedGeometry
  /// The coordinate system of `geometry`.
  public var system: CoordinateSystem
  /// How it became known.
  public var systemSource: SystemSource
  /// For each feature whether its coordinates can mean a place in that system.
  public var isPlaced: [Bool]
  /// What was found while placing.
  public var findings: [Finding]
  /// What its coordinates look like, where this is a part of a file; see ``PlacementTally``.
  public var tally = PlacementTally()

  /// The number of features.
  public var count: Int { isPlaced.count }

  /// Gives a layer its coordinate system: `--crs`, else what the file names, else longitude and
  /// latitude. Single features that cannot lie in it get a finding; when most cannot, the layer
  /// is refused with what to pass instead.
  ///
  /// - Parameters:
  ///   - subject: what the features are, for the findings.
  ///   - isPart: whether it holds a part of a file only, so that nothing can be said of most.
  ///   - id: the id of a feature, for the findings.
  public init(
    _ layer: consuming FeatureLayer, system option: CoordinateSystem?, swapAxes: Bool,
    fallback: CoordinateSystem? = nil, subject: Finding.SubjectKind, isPart: Bool = false,
    id: (Int) -> String
  ) throws(SurveyError) {
    var findings: [Finding] = []
    let system: CoordinateSystem
    if let option {
      (system, systemSource) = (option, .option)
    } else if let name = layer.declaredCRS {
      do throws(ProjectionError) { system = try CoordinateSystem(name: name) } catch {
        throw .projection(layer.file, error)
      }
      systemSource = .file
    } else if let fallback {
      (system, systemSource) = (fallback, .parcels)
    } else {
      (system, systemSource) = (.cgcs2000, .assumed)
      var finding = Finding(.crsAssumed, .file, layer.file)
      finding.file = layer.file
      finding.crs = system.name
      findings.append(finding)
    }
    if swapAxes { layer.geometry.swapAxes() }
    if subject == .parcel { findings += system.reservations(file: layer.file) }

    var isPlaced: [Bool] = []
    isPlaced.reserveCapacity(layer.featureCount)
    var odd: [Magnitude: [Int]] = [:]
    var tally = PlacementTally()
    for feature in 0..<layer.featureCount {
      guard layer.state[feature] == .polygon else {
        isPlaced.append(false)
        continue
      }
      let magnitude = Magnitude(layer.geometry.envelope(of: feature), in: system)
      isPlaced.append(magnitude == .plausible)
      if magnitude == .plausible {
        tally.withGeometry += 1
      } else {
        tally.add(magnitude, number: layer.number(of: feature), id: id(feature))
        odd[magnitude, default: []].append(feature)
      }
    }
    if !isPart, let refusal = tally.refusal(file: layer.file, system: system) { throw refusal }
    self.tally = tally
    for (magnitude, features) in odd {
      for feature in features {
        var finding = Finding(magnitude.findingCode, subject, id(feature))
        finding.file = layer.file
        finding.featureIndex = layer.number(of: feature)
        finding.crs = system.name
        finding.place.coordinate = layer.geometry.envelope(of: feature).centre
        finding.note = magnitude.note
        findings.append(finding)
      }
    }
    findings.sort { ($0.featureIndex ?? -1) < ($1.featureIndex ?? -1) }

    let columns = layer.geometry
    layer.geometry = PolygonColumns()
    geometry =
      system.isGeographic
      ? .geographic(columns.placed(in: Geographic.self)) : .plane(columns.placed(in: Plane.self))
    self.layer = layer
    self.system = system
    self.isPlaced = isPlaced
    self.findings = findings
  }
}

extension CoordinateSystem {
  /// What whoever reads the areas has to know of the plane they were taken on: its datum is
  /// another one and nothing was shifted (C607), it is not a three-degree zone (C608).
  func reservations(file: String) -> [Finding] {
    func finding(_ code: FindingCode) -> Finding {
      var finding = Finding(code, .file, file)
      finding.file = file
      finding.crs = name
      finding.note = name
      return finding
    }
    switch self {
    case .geographic(_, _): return isCGCS2000 ? [] : [finding(.datumShiftNotMade)]
    case .gaussKruger(_, let epsg):
      // 4513–4554 are the three-degree zones, with and without number.
      return (4513...4554).contains(epsg ?? 0) ? [] : [finding(.measuredInOtherPlane)]
    case .projected: return [finding(.datumShiftNotMade), finding(.measuredInOtherPlane)]
    case .unknownPlane: return [finding(.measuredInOtherPlane)]
    }
  }
}

/// Why a survey cannot be made at all.
public enum SurveyError: Error, Sendable {
  /// A coordinate system cannot be used (exit status 65, or 69 where PROJ is not there).
  case projection(String, ProjectionError)
  /// Most coordinates cannot mean what the system says.
  case coordinates(
    file: String, Magnitude, system: CoordinateSystem, features: Int, of: Int, first: String)
  /// Two layers cannot be brought together without a datum shift.
  case datumShift(file: String, from: CoordinateSystem, to: CoordinateSystem)
}

extension Magnitude {
  /// The code under which a single feature is reported.
  var findingCode: FindingCode {
    switch self {
    case .axesSwapped: .axesSwapped
    case .threeDegreeZone, .sixDegreeZone, .planeWithoutZone: .projectedWithoutCRS
    case .degrees, .outOfRange, .plausible: .outOfRange
    }
  }

  /// A machine note: what the numbers look like.
  var note: String {
    switch self {
    case .plausible: ""
    case .axesSwapped: "axes-swapped"
    case .threeDegreeZone(let zone): "3-degree-zone:\(zone)"
    case .sixDegreeZone(let zone): "6-degree-zone:\(zone)"
    case .planeWithoutZone: "plane-without-zone"
    case .degrees: "degrees"
    case .outOfRange: "out-of-range"
    }
  }

  /// What to pass on the command line, where that is known.
  public var suggestion: String? {
    switch self {
    case .axesSwapped: "--swap-xy"
    case .threeDegreeZone(let zone): "--crs EPSG:\(4488 + zone)"
    case .sixDegreeZone(let zone): "--crs EPSG:\(4478 + zone)"
    case .planeWithoutZone: "--crs gk:<central meridian>"
    case .degrees: "--crs EPSG:4490"
    case .outOfRange, .plausible: nil
    }
  }
}
