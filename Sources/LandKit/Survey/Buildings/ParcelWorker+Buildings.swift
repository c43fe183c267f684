import LandCadastre
import LandGeometry
import LandTopology

/// A building or a part of it inside a parcel.
private struct Hit {
  var building: Int
  /// Area inside the parcel, m².
  var area: Double
  /// Whether all of it is inside.
  var isWhole: Bool
}

extension ParcelWorker {
  /// Measures what stands on a parcel: each building's share inside, the union of footprints, the
  /// floor areas.
  mutating func buildings(
    on parcel: Int, isIndustrial: Bool?, into result: inout ParcelMeasures
  ) {
    guard let layer = survey.buildings, let facts = survey.buildingColumns,
      survey.parcels.isWorkable(parcel)
    else { return }
    var measures = BuildingMeasures()
    var hits: [Hit] = []
    var isComplete = true
    for building in candidates(survey.buildingIndex, survey.parcels.sourceBox[parcel]) {
      if facts.isBasement[building] { continue }
      guard layer.isWorkable(building) else {
        // It may stand here; what it covers nobody can say.
        isComplete = false
        var finding = Finding(.buildingNotMeasured, .building, survey.buildingID(building))
        finding.otherID = survey.parcelID(parcel)
        finding.file = survey.buildingFile
        finding.featureIndex = survey.buildingNumber(building)
        result.findings.append(finding)
        continue
      }
      do throws(TopologyError) {
        let own = layer.planarArea[building]
        let shared = try overlap(building, of: layer, parcel, of: survey.parcels)
        let area = shared.firstInsideSecond ? own : min(shared.area, own)
        guard area > survey.options.minimumBuildingArea else { continue }
        hits.append(Hit(building: building, area: area, isWhole: shared.firstInsideSecond))
        if !shared.firstInsideSecond {
          noteStraddling(building, area: area, of: own, parcel: parcel, into: &result)
        }
      } catch {
        isComplete = false
        result.findings.append(
          failure(error, .parcel, parcel, other: survey.buildingID(building)))
      }
    }
    let houses = hits.filter { facts.kind[$0.building] == .building }
    measures.count = houses.count
    if isComplete {
      do throws(TopologyError) {
        let footprint = try union(of: houses, on: parcel)
        measures.footprint = footprint
        if facts.knowsStructuresAndYards {
          measures.coefficientArea =
            houses.count == hits.count ? footprint : try union(of: hits, on: parcel)
        }
      } catch {
        result.findings.append(failure(error, .parcel, parcel, other: ""))
        measures.missing.insert("building_geometry")
      }
      floors(of: houses, isIndustrial: isIndustrial, facts, layer, into: &measures)
    } else {
      measures.missing.insert("building_geometry")
    }
    result.buildings = measures
  }

  /// A building with a real part on either side of the parcel's border.
  private func noteStraddling(
    _ building: Int, area: Double, of own: Double, parcel: Int, into result: inout ParcelMeasures
  ) {
    let share = area / own
    guard share >= Survey.straddlingShare, share <= 1 - Survey.straddlingShare else { return }
    var finding = Finding(.buildingStraddles, .building, survey.buildingID(building))
    finding.otherID = survey.parcelID(parcel)
    finding.file = survey.buildingFile
    finding.featureIndex = survey.buildingNumber(building)
    finding.value = area
    finding.limit = own
    finding.unit = "m2"
    result.findings.append(finding)
  }

  /// The area that hits cover together inside the parcel.
  ///
  /// Sum less pairwise overlaps, exact as long as no three share ground and no overlapping one
  /// is cut by the parcel's border; the boundary of what they cover for the rest.
  private mutating func union(of hits: [Hit], on parcel: Int) throws(TopologyError) -> Double {
    guard let layer = survey.buildings else { return 0 }
    if survey.options.exact { return try exactUnion(of: hits, on: parcel) }
    var total = 0.0
    for hit in hits { total += hit.area }
    guard hits.count > 1 else { return total }
    var partners = [Int](repeating: 0, count: hits.count)
    var overlaps = 0.0
    for i in hits.indices {
      for j in hits.indices where j > i {
        let shared = try overlap(hits[i].building, of: layer, hits[j].building, of: layer)
        guard shared.area > 0 else { continue }
        guard hits[i].isWhole, hits[j].isWhole else {
          return try coveredArea(of: hits, on: parcel)
        }
        overlaps += shared.area
        partners[i] += 1
        partners[j] += 1
      }
    }
    // Three that share ground have two partners each at least.
    if partners.filter({ $0 >= 2 }).count >= 3 { return try coveredArea(of: hits, on: parcel) }
    return total - overlaps
  }

  /// The area that hits cover together inside the parcel, by the pieces of their boundaries; GEOS
  /// where there are very many.
  private mutating func coveredArea(of hits: [Hit], on parcel: Int) throws(TopologyError) -> Double
  {
    if let area = unionMeasure.area(
      of: Array(hits.indices), in: columns(of: hits, on: parcel), within: parcel,
      of: survey.parcels.plane)
    {
      return area
    }
    return try exactUnion(of: hits, on: parcel)
  }

  /// The buildings of hits on the parcel's plane.
  private borrowing func columns(of hits: [Hit], on parcel: Int) -> PolygonColumns<Plane> {
    var columns = PolygonColumns<Plane>()
    guard let layer = survey.buildings else { return columns }
    for hit in hits {
      if let moved = layer.moved(hit.building, toMeridian: survey.parcels.meridian[parcel]) {
        columns.appendFeature(0, of: moved)
      } else {
        columns.appendFeature(hit.building, of: layer.plane)
      }
    }
    return columns
  }

  private borrowing func exactUnion(of hits: [Hit], on parcel: Int) throws(TopologyError) -> Double
  {
    guard !hits.isEmpty else { return 0 }
    let columns = columns(of: hits, on: parcel)
    switch context {
    case .some(let context):
      let clip = try GEOSPreparedGeometry(
        try context.geometry(of: parcel, in: survey.parcels.plane))
      return try context.unionArea(of: Array(hits.indices), in: columns, clippedTo: clip).area
    case .none: throw .noContext
    }
  }

  /// Floor areas: what a register says before footprint × storeys, each by the share inside.
  private func floors(
    of houses: [Hit], isIndustrial: Bool?, _ facts: BuildingColumns, _ layer: MeasuredLayer,
    into measures: inout BuildingMeasures
  ) {
    var gross: Double? = 0
    var counted: Double? = 0
    for hit in houses {
      let building = hit.building
      let share = hit.isWhole ? 1 : hit.area / layer.planarArea[building]
      let storeys = facts.storeys[building]
      if storeys.isNaN {
        gross = nil
      } else {
        gross = gross.map { $0 + hit.area * storeys }
      }
      let source: BuildingMeasures.FloorSource
      let floor: Double
      if !facts.countedFloor[building].isNaN {
        (source, floor) = (.counted, facts.countedFloor[building] * share)
      } else {
        let doubling = storeyCountsTwice(building, facts, isIndustrial: isIndustrial)
        if doubling == nil { measures.needsReasons = true }
        let factor = doubling == true ? 2.0 : 1.0
        if !facts.grossFloor[building].isNaN {
          (source, floor) = (.registered, facts.grossFloor[building] * share * factor)
        } else if !storeys.isNaN {
          (source, floor) = (.estimated, hit.area * storeys * factor)
        } else {
          counted = nil
          measures.missing.insert("storeys")
          continue
        }
      }
      counted = counted.map { $0 + floor }
      measures.floorSource = max(measures.floorSource ?? source, source)
    }
    measures.grossFloor = gross
    measures.countedFloor = counted
    if counted == nil { measures.floorSource = nil }
  }

  /// Whether a building's storeys count twice: industry or storage with storeys above the height
  /// (《工业项目建设用地控制指标》, 容积率; exactly that height does not). The building's own use goes
  /// before the parcel's. Nil where it may: only an average over several storeys lies above the
  /// height, or nobody says what the building is used for.
  private func storeyCountsTwice(
    _ building: Int, _ facts: BuildingColumns, isIndustrial: Bool?
  ) -> Bool? {
    let industrial = facts.isIndustrial[building] ?? isIndustrial
    if industrial == false { return false }
    let limit = survey.options.doubleStoreyHeight
    let isHigh: Bool?
    let storeyHeight = facts.storeyHeight[building]
    let storeys = facts.storeys[building]
    let height = facts.height[building]
    if !storeyHeight.isNaN {
      isHigh = storeyHeight > limit
    } else if !height.isNaN, !storeys.isNaN, storeys > 0 {
      isHigh = storeys <= 1 ? height > limit : height / storeys > limit ? nil : false
    } else {
      isHigh = false
    }
    if isHigh == false { return false }
    return industrial == nil ? nil : isHigh
  }
}
