import LandCadastre
import LandCompliance
import LandGeometry
import LandLayers
import LandRulebook
import LandSurvey
import LandTopology

/// What the layers of a zone show for an application: its supply, its scope before and after, how
/// the land is used, its neighbours.
public struct ZoneSurvey: Sendable {
  /// The supply of the scope in force.
  public var supply: SupplyAccount
  /// Official areas against each other and against the scope.
  public var official: OfficialAccount
  /// The change that the proposed blocks make, of an expansion or adjustment.
  public var change: ScopeChange?
  /// Boundary points of the blocks taken in.
  public var boundaries: BoundarySurvey?
  /// Figures of the approval that follows the scope drawn, against the change.
  public var stated: [(name: String, check: OfficialAreaCheck)] = []
  /// The boundary before and after, of a merger or conversion.
  public var boundary: BoundaryComparison?
  /// How the land of the scope in force is used.
  public var useBefore: UseLayout?
  /// How that of the scope after the change will be.
  public var useAfter: UseLayout?
  /// The zones around, of a merger or adjustment.
  public var neighbours: ZoneNeighbours?
  /// Parcels of the zone with ground in two zones.
  public var shared: [SharedParcel] = []
  /// What was found beside the supply.
  public var findings: [Finding] = []
}

extension AuditRun {
  /// Surveys a zone for an act by the layers that its zone file names. Nil where no approval names
  /// a scope.
  ///
  /// - Parameters:
  ///   - file: the zone file.
  ///   - act: what it applies for.
  ///   - audited: all parcels, audited before.
  /// - Throws: `AuditError` for layers that cannot be read, placed or brought to the scope's
  ///   system, and for boundaries that are no valid polygons.
  public func survey(
    of file: ZoneFile, for act: ZoneAct, in audited: Audited
  ) throws(AuditError) -> ZoneSurvey? {
    guard let scope = ApprovedScope(file, asOf: options.asOf),
      let supply = try supply(of: file, in: audited), let drawn = try layer(scope.current.scope)
    else { return nil }
    var survey = ZoneSurvey(
      supply: supply, official: OfficialAccount(file, scope, supply))
    survey.findings = differences(of: survey.official, file)
    let members = audited.kept.filter {
      compliance.zones.zoneID($0.ground.zoneID) == file.zoneID?.value
    }
    survey.shared = self.survey.sharedParcels(members.map(\.ground.feature))
    let proposed = try layer(file.layers[.proposedBlocks])
    let (before, after) = (try layer(file.layers[.useBefore]), try layer(file.layers[.useAfter]))
    do throws(SupplyError) {
      let ground = try ZoneGround(
        scope: drawn, options: SupplyOptions(survey: options.survey))
      switch act {
      case .merger, .conversion:
        survey.boundary = try proposed.map { (layer) throws(SupplyError) in
          try ground.comparison(with: layer)
        }
      default:
        survey.change = try proposed.map { (layer) throws(SupplyError) in
          try ground.change(by: layer)
        }
      }
      if let change = survey.change { survey.stated = Self.stated(scope, change) }
      if act == .adjustment || act == .expansion {
        if let before {
          survey.useBefore = try ground.layout("use_before", before, within: ground.scope)
        }
        if let after {
          survey.useAfter = try ground.layout(
            "use_after", after, within: survey.change?.after ?? ground.scope)
        }
      }
      if act == .merger || act == .adjustment, let zones = inputs.zones, let id = file.zoneID {
        survey.neighbours = try ground.neighbours(of: id.value, in: zones)
      }
    } catch { throw .supply(error) }
    if let proposed, let change = survey.change {
      survey.boundaries = try boundaries(of: change, in: proposed)
    }
    return survey
  }

  /// The boundary points of the blocks that a change takes in.
  private func boundaries(
    of change: ScopeChange, in proposed: PlacedLayer
  ) throws(AuditError) -> BoundarySurvey {
    let uses = UseColumns(names: proposed.layer.attributes.names)
    let subjects = change.blocks.filter { $0.direction == .in }.map { block in
      BoundarySubject(
        feature: block.feature, id: block.id,
        use: uses.name(block.feature, proposed.layer.attributes) ?? "",
        landClass: uses.code(block.feature, proposed.layer.attributes) ?? "")
    }
    do throws(BoundaryError) { return try BoundarySurvey(of: subjects, in: proposed) } catch {
      throw .boundary(error, file: proposed.layer.file)
    }
  }

  /// The figures of the approvals beside those of a change.
  private static func stated(
    _ scope: ApprovedScope, _ change: ScopeChange
  ) -> [(name: String, check: OfficialAreaCheck)] {
    let figures: [(String, Double?, Double)] = [
      ("old_ha", scope.areaHa, change.before.area),
      ("in_ha", scope.next?.inHa?.value, change.taken),
      ("out_ha", scope.next?.outHa?.value, change.given),
      ("area_ha", scope.next?.areaHa?.value, change.after.area),
    ]
    return figures.compactMap { name, stated, measured in
      stated.map { (name, OfficialAreaCheck(statedHa: $0, measured: measured)) }
    }
  }

  /// D424 where the approved area is not that of the scope.
  private func differences(of official: OfficialAccount, _ file: ZoneFile) -> [Finding] {
    guard let check = official.approved, !check.agrees else { return [] }
    var finding = Finding(.approvedAreaDiffers, .zone, file.zoneID?.value ?? file.file)
    finding.file = file.file
    finding.field = "area_ha"
    finding.value = check.measuredHa
    finding.limit = check.statedHa
    finding.comparison = "="
    finding.unit = "ha"
    finding.otherID = official.approval ?? ""
    finding.note = check.mixUp.map { "factor:\($0.factor)" } ?? ""
    return [finding]
  }
}

extension ZoneSurvey {
  /// What rules may ask for.
  public var measures: ZoneMeasures {
    var measures = ZoneMeasures()
    let whole = supply.whole
    measures.ready = whole.ready
    measures.readyRemaining = whole.readyRemaining
    measures.suppliable = whole.suppliable
    measures.suppliableRemaining = whole.remaining
    measures.notSupplied = whole.notSupplied
    measures.originalReady = supply.original?.ready
    measures.industrialBefore = useBefore?.industrial
    measures.landBefore = useBefore?.land
    measures.industrialAfter = useAfter?.industrial
    measures.landAfter = useAfter?.land
    measures.isLayoutComplete = useAfter?.isComplete
    measures.isBoundaryUnchanged = boundary?.isUnchanged
    measures.merged = boundary?.after ?? whole.scope
    return measures
  }
}
