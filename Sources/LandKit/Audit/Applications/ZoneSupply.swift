import LandCadastre
import LandCompliance
import LandForeign
import LandLayers
import LandSurvey

extension AuditRun {
  /// The supply of a zone by the layers that its zone file names: the scope of the last approval
  /// that has one, what cannot be supplied, what is ready, what is approved. Nil where no approval
  /// names a scope.
  ///
  /// - Parameters:
  ///   - file: the zone file.
  ///   - audited: all parcels, audited before.
  /// - Throws: `AuditError` for layers that cannot be read or placed, and for a scope that is no
  ///   valid polygon.
  public func supply(
    of file: ZoneFile, in audited: Audited
  ) throws(AuditError) -> SupplyAccount? {
    guard let approved = ApprovedScope(file, asOf: options.asOf),
      let scope = try layer(approved.current.scope)
    else { return nil }
    let members = audited.kept.filter {
      compliance.zones.zoneID($0.ground.zoneID) == file.zoneID?.value
    }
    var inputs = SupplyInputs(
      scope: scope, parcelLayer: self.inputs.parcels,
      parcels: members.map { parcel in
        SupplyParcel(
          feature: parcel.ground.feature, id: parcel.ground.id,
          supply: parcel.isSupplied ? .supplied : parcel.ground.supplyState,
          idleness: parcel.idle?.isDisposed == false ? .identified : .none,
          builtFootprint: parcel.ground.footprint)
      })
    inputs.originalScope = try layer(approved.original?.scope)
    inputs.notSuppliable = try layer(file.layers[.notSuppliable])
    inputs.ready = try layer(file.layers[.ready])
    inputs.approvedLand = try layer(file.layers[.approvedLand])
    do throws(SupplyError) {
      return try SupplyAccounting(inputs, options: SupplyOptions(survey: options.survey)).account()
    } catch { throw .supply(error) }
  }

  func layer(_ file: FileReference?) throws(AuditError) -> PlacedLayer? {
    guard let file else { return nil }
    let layer: FeatureLayer
    do throws(FormatError) {
      layer = try LayerOpener.open(file.text, role: .zones, options.opening)
    } catch {
      throw .format(error)
    }
    do throws(SurveyError) {
      return try PlacedLayer(
        layer, system: nil, swapAxes: false, fallback: nil, subject: .zone,
        id: { "#\($0)" })
    } catch { throw .survey(error) }
  }
}
