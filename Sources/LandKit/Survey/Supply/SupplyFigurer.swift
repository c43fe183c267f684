import LandCadastre
import LandGeometry
import LandTopology

/// Works out the areas of one scope or block, one overlay after the other. What fails leaves its
/// figures unknown and a finding.
struct SupplyFigurer: ~Copyable {
  private let context: GEOSContext
  private let layers: SupplyLayers
  private let subject: String
  private let target: Region<Plane>
  private var findings: [Finding] = []
  private var missing: Set<String> = []
  /// Features that may lie in the target and cannot be overlaid, by layer.
  private var unworkable: [String: Set<Int>] = [:]

  /// Prepares the figures of a ground that findings call `subject`.
  init(
    _ layers: SupplyLayers, target: Region<Plane>, subject: String
  ) throws(TopologyError) {
    context = try GEOSContext()
    self.layers = layers
    self.target = target
    self.subject = subject
  }

  /// What one target gives.
  struct Result: Sendable {
    var figures: SupplyFigures
    /// What is left, under R2 or else R3; nil is unknown.
    var remaining: Region<Plane>?
    var reading = SupplyReading.r3
    var findings: [Finding] = []
  }

  /// All figures. `given` are the parcels whose given footprints count for the target.
  consuming func result(given: [SupplyParcel]) -> Result {
    var figures = SupplyFigures(scope: target.area)
    let supplied = suppliedGround(&figures)
    let barred = notSuppliable(&figures)
    let suppliable = combine(.difference, target, barred)
    let remaining = combine(.difference, suppliable, supplied)
    let notSupplied = combine(.difference, target, supplied)
    let barredOnly = combine(.difference, barred, supplied)
    figures.supplied = supplied?.area
    figures.suppliable = suppliable?.area
    figures.remaining = remaining?.area
    figures.notSupplied = notSupplied?.area
    if let barred, let barredOnly {
      figures.suppliedNotSuppliable = max(0, barred.area - barredOnly.area)
    }
    if let supplied, let remaining, let barredOnly {
      figures.residual = supplied.area + remaining.area + barredOnly.area - target.area
    } else if layers.notSuppliable == nil, let supplied, let notSupplied {
      figures.residual = supplied.area + notSupplied.area - target.area
    }
    let ready = layer(layers.ready, "ready")
    figures.ready = ready?.area
    figures.readyRemaining = combine(.difference, ready, supplied)?.area
    figures.approved = approved(less: supplied)
    figures.built = built(given)

    report()
    figures.missing = missing
    var result = Result(figures: figures)
    if layers.notSuppliable == nil {
      result.remaining = notSupplied
    } else {
      (result.remaining, result.reading) = (remaining, .r2)
    }
    result.findings = findings
    return result
  }

  /// The ground of the supplied parcels, nil where it is not known; the areas of the other states.
  private mutating func suppliedGround(_ figures: inout SupplyFigures) -> Region<Plane>? {
    func area(_ isMeant: (SupplyParcel) -> Bool) -> Double? { parcels(isMeant)?.area }
    let supplied = parcels { $0.supply == .supplied }
    figures.reserve = area { $0.supply == .reserve }
    figures.unsupplied = area { $0.supply == .unsupplied }
    figures.withdrawn = area { $0.supply == .withdrawn }
    figures.idleSuspected = area { $0.idleness == .suspected }
    figures.idleIdentified = area { $0.idleness == .identified }
    let unknown = parcels { $0.supply == nil }
    figures.supplyUnknown = unknown?.area
    guard let unknown else { return nil }
    // A parcel of the neighbourhood that only touches leaves noise at the most.
    if unknown.area > ZoneAccounting.negligible {
      missing.insert("supply_state")
      return nil
    }
    return supplied
  }

  /// The ground that cannot be supplied, each piece by its first class.
  private mutating func notSuppliable(_ figures: inout SupplyFigures) -> Region<Plane>? {
    guard let ground = layers.notSuppliable else {
      missing.insert("not_suppliable")
      return nil
    }
    var all: Region<Plane>? = .empty
    var areas: [NotSuppliableArea] = []
    for reason in NotSuppliableClass.allCases where layers.reasons.contains(reason) {
      let own = covered(ground) { [layers] in layers.reasons[$0] == reason }
      let rest = combine(.difference, own, all)
      all = rest == nil ? nil : combine(.union, all, own)
      if let rest, rest.area > 0 {
        areas.append(NotSuppliableArea(reason: reason, area: rest.area))
      }
    }
    figures.notSuppliable = all?.area
    figures.notSuppliableByClass = all == nil ? nil : areas
    return all
  }

  /// Approved land by year, each piece in its first.
  private mutating func approved(less supplied: Region<Plane>?) -> [ApprovedLand]? {
    guard let ground = layers.approvedLand else {
      missing.insert("approved_land")
      return nil
    }
    var all: Region<Plane>? = .empty
    var result: [ApprovedLand] = []
    // Land of unknown year comes last: what is approved twice counts in a year that is known.
    for year in Set(layers.years).sorted(by: { ($0 ?? .max) < ($1 ?? .max) }) {
      let own = covered(ground) { [layers] in layers.years[$0] == year }
      guard let rest = combine(.difference, own, all) else { return nil }
      all = combine(.union, all, own)
      if rest.area > 0 {
        result.append(
          ApprovedLand(
            year: year, area: rest.area,
            unsupplied: combine(.difference, rest, supplied)?.area))
      }
    }
    return all == nil ? nil : result
  }

  private mutating func built(_ given: [SupplyParcel]) -> BuiltArea? {
    if let buildings = layers.buildings {
      let area = covered(buildings) { [layers] in layers.isHouse[$0] }?.area
      return area.map { BuiltArea(area: $0, basis: .union) }
    }
    let known = given.compactMap(\.builtFootprint)
    if known.isEmpty {
      missing.insert("buildings")
      return nil
    }
    return BuiltArea(
      area: known.reduce(0, +), basis: .sum, parcelsWithout: given.count - known.count)
  }

  private mutating func parcels(_ isMeant: (SupplyParcel) -> Bool) -> Region<Plane>? {
    covered(layers.parcels) { [layers] feature in layers.standing[feature].map(isMeant) ?? false }
  }

  private mutating func layer(_ ground: SupplyGround?, _ name: String) -> Region<Plane>? {
    guard let ground else {
      missing.insert(name)
      return nil
    }
    return covered(ground) { _ in true }
  }

  /// The part of the target that some features of a layer cover together.
  private mutating func covered(
    _ ground: SupplyGround, where chosen: (Int) -> Bool
  ) -> Region<Plane>? {
    let faulty = ground.unworkable(near: target.box, where: chosen)
    if !faulty.isEmpty {
      unworkable[ground.name, default: []].formUnion(faulty)
      return nil
    }
    let features = ground.features(near: target.box, where: chosen)
    do throws(TopologyError) {
      let union = try context.region(uniting: features, in: ground.plane)
      return try context.region(.intersection, union, target)
    } catch {
      fail(error, file: ground.file, what: ground.name)
      return nil
    }
  }

  /// An overlay of grounds of which either may be unknown.
  private mutating func combine(
    _ operation: OverlayOperation, _ a: Region<Plane>?, _ b: Region<Plane>?
  ) -> Region<Plane>? {
    guard let a, let b else { return nil }
    do throws(TopologyError) { return try context.region(operation, a, b) } catch {
      fail(error, file: layers.scopeFile, what: operation.rawValue)
      return nil
    }
  }

  private mutating func fail(_ error: TopologyError, file: String, what: String) {
    missing.insert("geometry")
    findings.append(SupplyLayers.failure(error, subject: subject, file: file, what: what))
  }

  /// One finding for each layer with features that cannot be overlaid.
  private mutating func report() {
    for ground in layers.all {
      guard let faulty = unworkable[ground.name], let first = faulty.min() else { continue }
      missing.insert("geometry")
      var finding = Finding(.zoneNotMeasured, .zone, subject)
      finding.file = ground.file
      finding.featureIndex = first
      finding.value = Double(faulty.count)
      finding.unit = ground.name == "parcels" ? "parcels" : "features"
      finding.missing = ["geometry"]
      finding.note = "layer:\(ground.name)"
      findings.append(finding)
    }
  }
}
