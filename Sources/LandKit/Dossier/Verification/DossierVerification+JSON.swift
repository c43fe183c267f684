import LandReport

extension DossierVerification {
  /// The result as one JSON object, `landctl.verify/1`.
  public func json(_ record: DossierRecord) -> JSONObject {
    var json = JSONObject()
    json.set("schema", .code("landctl.verify/1"))
    json.set("holds", .truth(holds))
    json.set("act", .code(record.act))
    json.set("zone", .text(record.zone))
    json.set("as_of", .code(record.asOf))
    json.objects("files", files.map(\.json))
    json.objects("inputs", inputs.map(\.json))
    json.objects("remade", remade.map(\.json))
    if let outcomeHolds { json.set("outcome_holds", .truth(outcomeHolds)) }
    return json
  }
}

extension DossierVerification.Item {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json.set("name", .code(name))
    if !role.isEmpty { json.set("role", .code(role)) }
    json.set("state", .code(state.rawValue))
    return json
  }
}
