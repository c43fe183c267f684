import LandCadastre
import LandGeometry
import LandLayers
import LandProjection
import LandTopology

/// Overlays parcels with their neighbours, buildings and zones; one belongs to one worker.
struct ParcelWorker: ~Copyable {
  let survey: Survey
  let parcels: MeasuredLayer
  private var measure = OverlapMeasure()
  var unionMeasure = UnionMeasure()
  private var stack: [UInt32] = []
  private var found: [Int] = []
  let context: GEOSContext?

  init(_ survey: Survey) {
    self.survey = survey
    parcels = survey.parcels
    context = try? GEOSContext()
  }

  /// The measures of one parcel; `hints` is what the parcel says of itself.
  mutating func measures(of parcel: Int, hints: ParcelHints) -> ParcelMeasures {
    var result = ParcelMeasures()
    if survey.buildings != nil {
      buildings(on: parcel, isIndustrial: hints.isIndustrial, into: &result)
    }
    if survey.zones != nil {
      zone(of: parcel, zoneID: hints.zoneID, into: &result)
      let parts = zoneParts(of: parcel)
      if parts.count > 1 { result.zoneParts = parts }
    }
    return result
  }

  /// The items of an index whose boxes meet a box, in the order of the file. Whoever lets go of
  /// them before asking again saves an allocation.
  mutating func candidates(_ index: PackedIndex, _ box: Envelope) -> [Int] {
    found.removeAll(keepingCapacity: true)
    index.query(box, stack: &stack) { found.append($0) }
    found.sort()
    return found
  }

  // MARK: Neighbours

  /// Adds the overlaps of a parcel with those that come later in the file, ordered by the other.
  mutating func overlaps(of parcel: Int, into result: inout OverlapFindings) {
    guard parcels.isWorkable(parcel) else { return }
    for other in candidates(survey.parcelIndex, parcels.sourceBox[parcel])
    where other > parcel && parcels.isWorkable(other) {
      do throws(TopologyError) {
        let shared = try overlap(
          parcel, of: parcels, other, of: parcels)
        if shared.area > 0 {
          result.overlaps.append(
            PairOverlap(
              first: parcel, second: other, area: shared.area,
              boundaryLength: shared.boundaryLength))
        }
      } catch {
        result.findings.append(failure(error, .parcel, parcel, other: survey.parcelID(other)))
      }
    }
  }

  /// The overlap of two features, both taken to the plane of the first.
  mutating func overlap(
    _ a: Int, of layerA: MeasuredLayer, _ b: Int, of layerB: MeasuredLayer
  ) throws(TopologyError) -> OverlapMeasure.Result {
    if let moved = layerB.moved(b, toMeridian: layerA.meridian[a]) {
      return try overlap(
        a, of: layerA.plane, box: layerA.planeBox[a], 0, of: moved, box: moved.envelope(of: 0))
    }
    return try overlap(
      a, of: layerA.plane, box: layerA.planeBox[a], b, of: layerB.plane, box: layerB.planeBox[b])
  }

  private mutating func overlap(
    _ a: Int, of planeA: borrowing PolygonColumns<Plane>, box boxA: Envelope,
    _ b: Int, of planeB: borrowing PolygonColumns<Plane>, box boxB: Envelope
  ) throws(TopologyError) -> OverlapMeasure.Result {
    if survey.options.exact {
      return try exactOverlap(a, of: planeA, b, of: planeB, boxes: boxA.intersects(boxB))
    }
    return measure.overlap(a, of: planeA, box: boxA, b, of: planeB, box: boxB)
  }

  /// The same by GEOS, for `--exact`.
  private borrowing func exactOverlap(
    _ a: Int, of planeA: borrowing PolygonColumns<Plane>, _ b: Int,
    of planeB: borrowing PolygonColumns<Plane>, boxes: Bool
  ) throws(TopologyError) -> OverlapMeasure.Result {
    guard boxes else { return OverlapMeasure.Result(area: 0) }
    switch context {
    case .some(let context):
      let first = try context.geometry(of: a, in: copy planeA)
      let second = try context.geometry(of: b, in: copy planeB)
      let shared = try context.overlay(.intersection, first, second)
      let area = try shared.geometry.area()
      // Where borders run together GEOS gives lines beside the polygons; they bound no area.
      let length =
        area > 0 ? try shared.geometry.arealParts(in: Plane.self).columns.perimeter(of: 0) : 0
      let prepared = try GEOSPreparedGeometry(second)
      return OverlapMeasure.Result(
        area: area, boundaryLength: length, firstInsideSecond: try prepared.covers(first))
    case .none: throw .noContext
    }
  }

  // MARK: Zones

  private mutating func zone(of parcel: Int, zoneID: String?, into result: inout ParcelMeasures) {
    guard let zones = survey.zones else { return }
    let area = parcels.planarArea[parcel]
    if let zoneID {
      guard let zone = survey.zoneByID[zoneID] else {
        result.membership = .unknownZone
        // The benchmark's definition: the whole area lies outside a zone that is not there.
        if parcels.isWorkable(parcel) { result.outside = area }
        return
      }
      result.membership = .zone(zone)
      guard parcels.isWorkable(parcel), zones.isWorkable(zone) else { return }
      do throws(TopologyError) {
        result.outside = try outside(parcel, zone: zone, of: zones, area: area)
      } catch {
        result.findings.append(failure(error, .parcel, parcel, other: survey.zoneID(zone)))
      }
      return
    }
    guard parcels.isWorkable(parcel) else { return }
    var best: (zone: Int, outside: Double)?
    for zone in 0..<zones.count
    where zones.isWorkable(zone) && zones.sourceBox[zone].intersects(parcels.sourceBox[parcel]) {
      do throws(TopologyError) {
        let outside = try outside(parcel, zone: zone, of: zones, area: area)
        // A border in common is no membership: more than drawing noise must lie inside.
        if area - outside > survey.options.minimumOverlapArea,
          best.map({ outside < $0.outside }) ?? true
        {
          best = (zone, outside)
        }
      } catch {
        result.findings.append(failure(error, .parcel, parcel, other: survey.zoneID(zone)))
      }
    }
    if let best {
      result.membership = .zone(best.zone)
      result.outside = best.outside
    } else {
      result.membership = .unknownZone
      result.outside = area
    }
  }

  mutating func outside(
    _ parcel: Int, zone: Int, of zones: MeasuredLayer, area: Double
  ) throws(TopologyError) -> Double {
    let box = parcels.planeBox[parcel]
    let first = parcels.plane.vertices(ofFeature: parcel).lowerBound
    if !survey.options.exact, !zones.isMoved(zone, fromMeridian: parcels.meridian[parcel]),
      !survey.zoneEdges[zone].meets(box, stack: &stack)
    {
      let corner = Coordinate(x: parcels.plane.x[first], y: parcels.plane.y[first])
      return survey.zoneEdges[zone].contains(corner, of: zones.plane, stack: &stack) ? 0 : area
    }
    let shared = try overlap(parcel, of: parcels, zone, of: zones)
    return shared.firstInsideSecond ? 0 : max(0, area - shared.area)
  }

  func failure(
    _ error: TopologyError, _ kind: Finding.SubjectKind, _ parcel: Int, other: String
  ) -> Finding {
    var finding = Finding(.overlayFailed, kind, survey.parcelID(parcel))
    finding.otherID = other
    finding.file = survey.parcelFile
    finding.featureIndex = survey.parcelNumber(parcel)
    finding.place.coordinate = error.near
    finding.note = error.operation
    return finding
  }
}

extension OverlapMeasure.Result {
  init(area: Double, boundaryLength: Double = 0, firstInsideSecond: Bool = false) {
    self.init(
      area: area, boundaryLength: boundaryLength, crossings: 0,
      firstInsideSecond: firstInsideSecond)
  }
}

extension TopologyError {
  /// GEOS could not be started.
  static var noContext: TopologyError {
    TopologyError(operation: "GEOS_init", message: "no context", near: nil)
  }
}

extension MeasuredLayer {
  /// Whether a feature's plane is another than the one about a meridian.
  func isMoved(_ feature: Int, fromMeridian meridian: Double) -> Bool {
    let own = self.meridian[feature]
    // NaN: the file's own plane, which all layers share.
    return own != meridian && !own.isNaN && !meridian.isNaN
  }

  /// The working copy of a feature on the plane about another meridian; nil where it is there
  /// already.
  func moved(_ feature: Int, toMeridian meridian: Double) -> PolygonColumns<Plane>? {
    guard isMoved(feature, fromMeridian: meridian) else { return nil }
    let from = ZonePlanes.projection(meridian: self.meridian[feature], ellipsoid: .cgcs2000)
    let to = ZonePlanes.projection(meridian: meridian, ellipsoid: .cgcs2000)
    var single = PolygonColumns<Plane>()
    single.appendFeature(feature, of: plane)
    return single.mapped(to: Plane.self) { to.forward(from.inverse($0)) }
  }
}
