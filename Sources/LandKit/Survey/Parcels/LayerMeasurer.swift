import LandCadastre
import LandGeometry
import LandLayers
import LandProjection
import LandTopology

/// Measures the features of a placed layer, range by range: validity, repair, plane, areas.
final class LayerMeasurer: Sendable {
  let placed: PlacedLayer
  let options: SurveyOptions
  let subject: Finding.SubjectKind
  /// Whether the areas on the ellipsoid are wanted too.
  let wantsEllipsoid: Bool
  /// Names a feature for its findings.
  let identify: @Sendable (Int) -> String
  /// What the reader had to mend before there was a geometry at all.
  let readerFaults: [Int: InvalidityReason]

  init(
    _ placed: PlacedLayer, options: SurveyOptions, subject: Finding.SubjectKind,
    wantsEllipsoid: Bool, identify: @escaping @Sendable (Int) -> String
  ) {
    self.placed = placed
    self.options = options
    self.subject = subject
    self.wantsEllipsoid = wantsEllipsoid
    self.identify = identify
    var faults: [Int: InvalidityReason] = [:]
    for issue in placed.layer.issues where faults[issue.feature] == nil {
      switch issue.kind {
      case .ringNotClosed:
        faults[issue.feature] = InvalidityReason(text: "Ring not closed", place: nil)
      case .tooFewPoints:
        faults[issue.feature] = InvalidityReason(
          text: "Too few points in geometry component", place: nil)
      default: break
      }
    }
    readerFaults = faults
  }

  /// Measures all features, shared among the workers.
  func measureAll() -> MeasuredLayer {
    var result = MeasuredRows()
    result.reserveCapacity(for: placed)
    options.workers.forEach(placed.count, size: 512) {
      self.measure($0)
    } consume: {
      result.append($0)
    }
    return MeasuredLayer(result)
  }

  private func measure(_ range: Range<Int>) -> MeasuredRows {
    var result = MeasuredRows()
    let examiner = FeatureExaminer(repair: options.repair, exact: options.exact)
    switch placed.geometry {
    case .geographic(let columns):
      let tools = GeographicTools(
        ellipsoid: placed.system.ellipsoid ?? .cgcs2000, exact: options.exact)
      for feature in range {
        measure(feature, columns, examiner, into: &result) { part, partColumns, plane, row in
          tools.place(
            part, partColumns, wantsEllipsoid: wantsEllipsoid, onto: &plane, measures: &row)
        }
      }
    case .plane(let columns):
      let tools = PlaneTools(placed.system, exact: options.exact)
      for feature in range {
        measure(feature, columns, examiner, into: &result) { part, partColumns, plane, row in
          tools.place(
            part, partColumns, wantsEllipsoid: wantsEllipsoid, onto: &plane, measures: &row)
        }
      }
    }
    return result
  }

  /// One feature: examine it, choose the copy to measure, place that on the plane.
  private func measure<Space>(
    _ feature: Int, _ columns: borrowing PolygonColumns<Space>,
    _ examiner: borrowing FeatureExaminer, into result: inout MeasuredRows,
    place: (
      Int, borrowing PolygonColumns<Space>, inout PolygonColumns<Plane>, inout MeasuredRow
    ) -> Void
  ) {
    var row = MeasuredRow()
    guard placed.isPlaced[feature] else {
      result.appendUnmeasured()
      return
    }
    row.box = columns.envelope(of: feature)
    let examination = examiner.examine(
      feature, in: columns, readerFault: readerFaults[feature])
    let local = result.count
    if examination.isValid {
      place(feature, columns, &result.plane, &row)
      row.quality = .ok
      if !examination.isPlain { reportDefects(feature, in: columns, to: &result) }
    } else {
      var chosen = PolygonColumns<Plane>()
      place(feature, columns, &chosen, &row)
      row.quality = .doubtful
      var invalidity = Invalidity(
        reason: examination.reason?.description ?? "", drawnArea: row.planarArea)
      var repairs: [RepairMethod: (row: MeasuredRow, plane: PolygonColumns<Plane>)] = [:]
      for (method, repair) in [
        (RepairMethod.linework, examination.linework), (.structure, examination.structure),
      ] {
        guard let repair, repair.columns.vertexCount > 0 else { continue }
        var copy = MeasuredRow()
        copy.box = row.box
        var plane = PolygonColumns<Plane>()
        place(0, repair.columns, &plane, &copy)
        repairs[method] = (copy, plane)
      }
      invalidity.lineworkArea = repairs[.linework]?.row.planarArea
      invalidity.structureArea = repairs[.structure]?.row.planarArea
      result.invalidity[local] = invalidity
      report(examination, feature, in: columns, drawn: row, to: &result)
      if let method = options.repair {
        if let repaired = repairs[method] {
          let change = (repaired.row.planarArea - row.planarArea).magnitude
          let refused = options.maximumAreaChange.map { change > $0 } ?? false
          var finding = self.finding(refused ? .repairRefused : .repaired, feature)
          finding.value = repaired.row.planarArea
          finding.limit = row.planarArea
          finding.unit = "m2"
          finding.note = note(method, invalidity)
          result.findings.append(finding)
          if !refused {
            row = repaired.row
            row.quality = .repaired
            chosen = repaired.plane
          }
        } else {
          var finding = self.finding(.repairRefused, feature)
          finding.note = "nothing-left"
          result.findings.append(finding)
        }
      }
      result.plane.append(chosen)
    }
    if let distance = row.meridianDistance {
      var finding = self.finding(.farFromMeridian, feature)
      finding.value = distance.value
      finding.limit = distance.limit
      finding.comparison = "<="
      finding.unit = "deg"
      result.findings.append(finding)
    }
    result.append(row)
  }

  private func finding(_ code: FindingCode, _ feature: Int) -> Finding {
    var finding = Finding(code, subject, identify(feature))
    finding.file = placed.layer.file
    finding.featureIndex = placed.layer.number(of: feature)
    return finding
  }

  private func note(_ method: RepairMethod, _ invalidity: Invalidity) -> String {
    func text(_ area: Double?) -> String { area.map { FixedDecimal.text($0, 6) } ?? "failed" }
    return "method:\(method.rawValue);drawn:\(text(invalidity.drawnArea))"
      + ";linework:\(text(invalidity.lineworkArea));structure:\(text(invalidity.structureArea))"
  }

  /// The findings of an invalid feature: GEOS's fault with its place, and every defect of single
  /// rings that can be seen beside it.
  private func report<Space>(
    _ examination: Examination<Space>, _ feature: Int, in columns: borrowing PolygonColumns<Space>,
    drawn: MeasuredRow, to result: inout MeasuredRows
  ) {
    if let failure = examination.failure {
      var finding = self.finding(.overlayFailed, feature)
      finding.place.coordinate = failure.near
      finding.crs = placed.system.name
      finding.note = failure.operation
      result.findings.append(finding)
    }
    if let reason = examination.reason, readerFaults[feature] == nil {
      var finding = self.finding(reason.fault.code, feature)
      finding.crs = placed.system.name
      finding.place.coordinate = reason.place
      if let place = reason.place,
        let found = columns.boundaryPlace(nearest: place, feature: feature)
      {
        finding.place.part = found.part
        finding.place.ring = found.ring
        finding.place.vertex = found.vertex
      }
      finding.note = reason.text
      result.findings.append(finding)
    }
    reportDefects(feature, in: columns, to: &result)
  }

  /// The defects of single rings; GEOS lets a repeated point pass, and it is worth knowing.
  private func reportDefects<Space>(
    _ feature: Int, in columns: borrowing PolygonColumns<Space>, to result: inout MeasuredRows
  ) {
    for defect in columns.ringDefects(of: feature) {
      var finding = self.finding(defect.kind.code, feature)
      finding.crs = placed.system.name
      finding.place = Finding.Place(
        part: defect.part, ring: defect.ring, vertex: defect.vertex, coordinate: defect.coordinate)
      result.findings.append(finding)
    }
  }
}

/// What is found out about one feature before it joins the columns.
struct MeasuredRow {
  var box = Envelope.empty
  var planeBox = Envelope.empty
  var meridian = Double.nan
  var quality = MeasureQuality.unmeasured
  var planarArea = Double.nan
  var ellipsoidalArea = Double.nan
  var geodesicArea = Double.nan
  /// How far from its meridian a feature lies, where that is too far for its plane (degrees).
  var meridianDistance: (value: Double, limit: Double)?
}

extension MeasuredRows {
  /// Appends the measures of a feature whose working copy is in `plane` already.
  mutating func append(_ row: MeasuredRow) {
    planeBox.append(row.planeBox)
    sourceBox.append(row.box)
    meridian.append(row.meridian)
    quality.append(row.quality)
    planarArea.append(row.planarArea)
    ellipsoidalArea.append(row.ellipsoidalArea)
    geodesicArea.append(row.geodesicArea)
  }

  mutating func appendUnmeasured() {
    plane.endFeature()
    planeBox.append(.empty)
    sourceBox.append(.empty)
    meridian.append(.nan)
    quality.append(.unmeasured)
    planarArea.append(.nan)
    ellipsoidalArea.append(.nan)
    geodesicArea.append(.nan)
  }
}

extension InvalidityReason {
  /// GEOS's words with the place in brackets.
  var description: String {
    guard let place else { return text }
    return "\(text)[\(place.x) \(place.y)]"
  }
}

extension ValidityFault {
  /// The finding code of a fault.
  var code: FindingCode {
    switch self {
    case .selfIntersection: .selfIntersection
    case .ringSelfIntersection: .ringSelfIntersection
    case .holeOutsideShell: .holeOutsideShell
    case .nestedHoles: .nestedHoles
    case .nestedShells: .nestedShells
    case .duplicateRings: .duplicateRings
    case .tooFewPoints: .tooFewPoints
    case .invalidCoordinate: .invalidCoordinate
    case .interiorDisconnected: .interiorDisconnected
    case .repeatedPoint: .repeatedPoint
    case .other: .selfIntersection
    }
  }
}

extension RingDefect.Kind {
  /// The finding code of a defect.
  var code: FindingCode {
    switch self {
    case .repeatedPoint: .repeatedPoint
    case .spike: .spike
    case .duplicateRing: .duplicateRings
    }
  }
}
