import LandCadastre
import LandLayers
import LandRulebook

extension Rulebook {
  /// What a manifest says of a rulebook: which it is, as it stood, with the hash of its text.
  public var digestJSON: JSONObject {
    var json = JSONObject()
    json.set("id", .code(id))
    json.set("file", .code(FileName.last(file)))
    json.set("sha256", .code(sha256))
    json.set("number", .code(identity.number ?? ""))
    json.set("territory", .code(identity.territory))
    json.set("valid_from", .day(identity.validFrom))
    if let until = identity.validUntil { json.set("valid_until", .day(until)) }
    json.set("verification", .code(identity.verification.rawValue))
    return json
  }
}
