import LandCadastre
import LandGeometry
import LandLayers
import LandTopology

/// Accounts for the supply of a development zone: what of its scope cannot be supplied, is
/// supplied, and is left, by block and as a whole, from unions of polygons.
public struct SupplyAccounting: Sendable {
  private let options: SupplyOptions
  private let plane: SupplyPlane
  private let layers: SupplyLayers
  private let blocks: ScopeGround
  private let original: ScopeGround?

  /// Brings all layers to the space of the scope and measures them. What was found while reading
  /// and placing the layers is with whoever did so; it is not repeated in the account.
  ///
  /// - Precondition: each parcel's `feature` is one of the parcel layer.
  /// - Throws: ``SupplyError`` where a layer needs a datum shift, or a feature of a scope is no
  ///   valid polygon.
  public init(
    _ inputs: SupplyInputs, options: SupplyOptions = SupplyOptions()
  ) throws(SupplyError) {
    self.options = options
    func converted(_ layer: PlacedLayer?) throws(SupplyError) -> PlacedLayer? {
      do throws(SurveyError) { return try layer?.converted(toSpaceOf: inputs.scope) } catch {
        throw .survey(error)
      }
    }
    let measured = try ScopeGround.measured(inputs.scope, options.survey)
    plane = SupplyPlane(of: measured, system: inputs.scope.system)
    blocks = ScopeGround(inputs.scope, measured, plane)
    if let layer = try converted(inputs.originalScope) {
      original = ScopeGround(layer, try ScopeGround.measured(layer, options.survey), plane)
    } else {
      original = nil
    }
    var inputs = inputs
    if let parcels = try converted(inputs.parcelLayer) { inputs.parcelLayer = parcels }
    inputs.notSuppliable = try converted(inputs.notSuppliable)
    inputs.ready = try converted(inputs.ready)
    inputs.approvedLand = try converted(inputs.approvedLand)
    inputs.buildings = try converted(inputs.buildings)
    layers = SupplyLayers(inputs, plane: plane, options: options.survey)
  }

  /// The account. Overlays that fail leave figures unknown and findings; only blocks that cannot be
  /// united throw.
  public func account() throws(SupplyError) -> SupplyAccount {
    let single = try blocks.regions()
    let whole = try blocks.union()
    let originalWhole = try original?.union()
    let placing = SupplyPlacing(layers, blocks: single, ids: blocks.ids, whole: whole, options)
    let placed = placing.all()

    // One more target each for the scope and the original one, so that they take a worker too.
    var targets = zip(single, blocks.ids).enumerated().map { block, entry in
      Target(region: entry.0, subject: entry.1, given: placed.parcels(ofBlock: block))
    }
    targets.append(Target(region: whole, subject: "scope", given: placed.parcelsInScope))
    if let originalWhole {
      targets.append(Target(region: originalWhole, subject: "original_scope", given: []))
    }
    let results = options.survey.workers.map(targets.count, size: 1) { [layers, targets] range in
      Self.result(of: targets[range.lowerBound], layers)
    }
    var findings = layers.findings + blocks.findings + (original?.findings ?? []) + placed.findings
    findings += results.flatMap(\.findings)
    let outside = placing.suppliedOutside(&findings)
    let count = single.count
    return SupplyAccount(
      plane: plane, options: options,
      blocks: (0..<count).map { block in
        let result = results[block]
        return SupplyBlock(
          id: blocks.ids[block], feature: block, figures: result.figures,
          remaining: result.remaining.map {
            RemainingGround($0, reading: result.reading, sliverArea: options.sliverArea)
          })
      },
      whole: results[count].figures,
      original: originalWhole == nil ? nil : results[count + 1].figures,
      suppliedOutside: outside, placings: placed.placings, blockOverlaps: placed.blockOverlaps,
      findings: findings,
      drawing: SupplyDrawing(
        scope: blocks.plane, parcels: layers.parcels.plane,
        notSuppliable: layers.notSuppliable?.plane, reasons: layers.reasons))
  }

  /// A ground to be accounted.
  private struct Target: Sendable {
    var region: Region<Plane>
    var subject: String
    /// The parcels whose given footprints count here.
    var given: [SupplyParcel]
  }

  private static func result(of target: Target, _ layers: SupplyLayers) -> SupplyFigurer.Result {
    do throws(TopologyError) {
      let figurer = try SupplyFigurer(layers, target: target.region, subject: target.subject)
      return figurer.result(given: target.given)
    } catch {
      var result = SupplyFigurer.Result(figures: SupplyFigures(scope: target.region.area))
      result.findings = [
        SupplyLayers.failure(error, subject: target.subject, file: layers.scopeFile, what: "all")
      ]
      return result
    }
  }
}

/// The blocks of a scope on the zone's plane; all of them valid.
struct ScopeGround: Sendable {
  /// The file.
  let file: String
  /// The ground of each block.
  let plane: PolygonColumns<Plane>
  /// The name of each block.
  let ids: [String]
  /// What was found while measuring.
  let findings: [Finding]

  /// Measures a scope as it is drawn: a legal boundary is not repaired.
  static func measured(
    _ layer: PlacedLayer, _ options: SurveyOptions
  ) throws(SupplyError) -> MeasuredLayer {
    guard layer.count > 0 else { throw .emptyScope(file: layer.layer.file) }
    var drawn = options
    drawn.repair = nil
    let names = names(of: layer)
    let measured = LayerMeasurer(
      layer, options: drawn, subject: .zone, wantsEllipsoid: false, identify: { names[$0] }
    ).measureAll()
    for feature in 0..<measured.count where measured.quality[feature] != .ok {
      let fault = measured.findings.first { $0.featureIndex == feature && !$0.note.isEmpty }
      throw .invalidScope(
        file: layer.layer.file, feature: feature, id: names[feature],
        reason: measured.invalidity[feature]?.reason ?? "no polygon",
        near: fault?.place.coordinate)
    }
    return measured
  }

  init(_ layer: PlacedLayer, _ measured: MeasuredLayer, _ plane: SupplyPlane) {
    let ground = SupplyGround("scope", measured, file: layer.layer.file, meridian: plane.meridian)
    file = ground.file
    self.plane = ground.plane
    // Areas on another plane than a three-degree one of CGCS2000 have to be read as such.
    findings = layer.system.reservations(file: ground.file) + ground.findings
    ids = Self.names(of: layer)
  }

  /// The names of the blocks, else the ids of the features, else their indices.
  private static func names(of layer: PlacedLayer) -> [String] {
    let table = layer.layer.attributes
    if let names = SupplyColumns(names: table.names).blockNames(in: table) { return names }
    let own = (0..<layer.count).map { layer.layer.identifier(of: $0) }
    let isTelling = !own.contains(nil) && Set(own).count == own.count
    return own.enumerated().map { isTelling ? $1 ?? "#\($0)" : "#\($0)" }
  }

  /// Each block by itself.
  func regions() throws(SupplyError) -> [Region<Plane>] {
    var result: [Region<Plane>] = []
    for block in 0..<plane.featureCount { result.append(try united([block])) }
    return result
  }

  /// All blocks together.
  func union() throws(SupplyError) -> Region<Plane> { try united(Array(0..<plane.featureCount)) }

  private func united(_ features: [Int]) throws(SupplyError) -> Region<Plane> {
    do throws(TopologyError) {
      return try GEOSContext().region(uniting: features, in: plane)
    } catch { throw .topology(file: file, error) }
  }
}
