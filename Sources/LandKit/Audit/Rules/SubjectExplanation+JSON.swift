import LandCadastre
import LandCompliance
import LandLayers
import LandReport

extension SubjectExplanation {
  /// The version of the JSON schema; it changes only when a member changes its meaning.
  public static let schema = "landctl.explain/1"

  /// The explanation as one JSON object.
  public func json(asOf day: CalendarDate) -> JSONObject {
    var json = JSONObject()
    json.set("schema", .code(Self.schema))
    json.set("as_of", .day(day))
    json.set("id", .text(id))
    json.objects(
      "parts",
      parts.map { part in
        var json = JSONObject()
        json.set("kind", .code(part.subject.kind.rawValue))
        json.set("id", .text(part.subject.id))
        json.set("file", .text(FileName.last(part.subject.file)))
        if let row = part.subject.row { json.set("row", .integer(row)) }
        if let feature = part.subject.feature { json.set("feature_index", .integer(feature)) }
        json.object("facts", part.facts.json)
        json.objects("judgements", part.judgements.map(\.json))
        return json
      })
    json.objects("findings", findings.map(FindingColumns.object))
    return json
  }
}
