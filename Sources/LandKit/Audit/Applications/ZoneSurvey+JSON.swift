import LandCadastre
import LandReport
import LandSurvey
import LandTopology

extension ZoneSurvey {
  /// Everything beside the supply; areas in m², official ones in hectares.
  var json: JSONObject {
    var json = JSONObject()
    json.object("official", official.json)
    if let change {
      var own = change.json
      own.objects("stated", stated.map { $0.check.json(name: $0.name) })
      json.object("change", own)
    }
    if let boundary { json.object("boundary", boundary.json) }
    if let useBefore { json.object("use_before", useBefore.json) }
    if let useAfter { json.object("use_after", useAfter.json) }
    if let neighbours { json.object("neighbours", neighbours.json) }
    json.objects("parcels_in_two_zones", shared.map(\.json))
    json.objects("findings", findings.map(\.json))
    return json
  }
}

extension JSONObject {
  /// Sets an area in m²; nothing where it is not known.
  fileprivate mutating func area(_ name: String, _ area: Double?) {
    if let area { set(name, .number(area, decimals: 6)) }
  }

  /// Sets a truth; nothing where it is not known.
  fileprivate mutating func truth(_ name: String, _ truth: Bool?) {
    if let truth { set(name, .truth(truth)) }
  }
}

extension OfficialAreaCheck {
  fileprivate func json(name: String) -> JSONObject {
    var json = JSONObject()
    json.set("name", .code(name))
    json.set("stated_ha", .number(statedHa, decimals: 6))
    json.set("measured_ha", .number(measuredHa, decimals: 6))
    json.set("difference_ha", .number(differenceHa, decimals: 6))
    json.set("agrees", .truth(agrees))
    if let mixUp {
      json.set("mix_up_factor", .integer(mixUp.factor))
      if let unit = mixUp.unit { json.set("mix_up_unit", .text(unit)) }
    }
    return json
  }
}

extension OfficialAccount {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    if let approved { json.object("approved", approved.json(name: approval ?? "")) }
    json.objects(
      "sums",
      sums.map { sum in
        var json = JSONObject()
        json.set("classes", .code(sum.classes))
        if let area = sum.sumHa { json.set("sum_ha", .number(area, decimals: 6)) }
        if let area = sum.totalHa { json.set("total_ha", .number(area, decimals: 6)) }
        if let area = sum.residualHa { json.set("residual_ha", .number(area, decimals: 6)) }
        json.truth("holds", sum.holds)
        json.set("missing", .list(sum.missing))
        return json
      })
    json.objects("classes", rows.map { $0.check.json(name: $0.name) })
    return json
  }
}

extension ScopeChange {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.area("old_m2", before.area)
    json.area("in_m2", taken)
    json.area("out_m2", given)
    json.area("new_m2", after.area)
    json.area("residual_m2", residual)
    json.area("in_already_m2", takenAlready)
    json.area("out_outside_m2", givenOutside)
    json.area("in_and_out_m2", contradicted)
    json.area("blocks_twice_m2", blockResidual)
    json.objects(
      "blocks",
      blocks.map { block in
        var json = JSONObject()
        json.set("id", .text(block.id))
        json.set("change", .code(block.direction.rawValue))
        json.area("area_m2", block.area)
        json.area("counted_m2", block.counted)
        return json
      })
    return json
  }
}

extension BoundaryComparison {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.area("before_m2", before)
    json.area("after_m2", after)
    json.area("gained_m2", gained)
    json.area("lost_m2", lost)
    json.set("unchanged", .truth(isUnchanged))
    return json
  }
}

extension UseLayout {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.area("scope_m2", scope)
    json.area("sum_m2", sum)
    json.area("residual_m2", residual)
    json.truth("adds_up", addsUp)
    json.area("industrial_m2", industrial)
    json.area("land_m2", land)
    json.truth("complete", isComplete)
    json.area("gap_m2", gap)
    json.set("gaps", .integer(gaps.count))
    json.objects(
      "overlaps",
      overlaps.map { pair in
        var json = JSONObject()
        json.set("first", .text(polygons[pair.first].id))
        json.set("second", .text(polygons[pair.second].id))
        json.area("area_m2", pair.area)
        return json
      })
    json.objects(
      "polygons",
      polygons.map { polygon in
        var json = JSONObject()
        json.set("id", .text(polygon.id))
        if let code = polygon.code { json.set("code", .text(code)) }
        if let name = polygon.name { json.set("name", .text(name)) }
        json.area("inside_m2", polygon.inside)
        json.area("outside_m2", polygon.outside)
        json.truth("industrial", polygon.isIndustrial)
        return json
      })
    return json
  }
}

extension ZoneNeighbours {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("industries", .list((industries ?? []).sorted()))
    json.objects(
      "zones",
      others.map { other in
        var json = JSONObject()
        json.set("id", .text(other.id))
        if let name = other.name { json.set("name", .text(name)) }
        json.set("distance_m", .number(other.distance, decimals: 6))
        json.set("shared_boundary_m", .number(other.sharedBoundary, decimals: 6))
        json.area("overlap_m2", other.overlap)
        json.truth("adjacent", other.isAdjacent)
        json.set("shared_industries", .list((other.sharedIndustries ?? []).sorted()))
        json.truth("candidate", other.isCandidate)
        return json
      })
    json.set("unworkable", .list(unworkable))
    return json
  }
}

extension SharedParcel {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("parcel_id", .text(id))
    json.objects(
      "zones",
      parts.map { part in
        var json = JSONObject()
        json.set("id", .text(part.id))
        json.area("area_m2", part.area)
        return json
      })
    return json
  }
}

extension Finding {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("code", .code(self.code.rawValue))
    json.set("severity", .code(self.code.severity.rawValue))
    json.set("subject_id", .text(self.subjectID))
    json.set("field", .code(self.field))
    if let value = self.value { json.set("value", .number(value, decimals: 6)) }
    if let limit = self.limit { json.set("limit", .number(limit, decimals: 6)) }
    json.set("unit", .code(self.unit))
    json.set("note", .code(self.note))
    return json
  }
}
