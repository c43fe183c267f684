import LandCadastre
import LandGeometry
import LandReport
import LandSurvey

extension SupplyAccount {
  /// The ground that is left, piece by piece and block by block, as GeoJSON; nil where the plane of
  /// the scope has no way to longitude and latitude.
  public func remainingGeoJSON() -> [UInt8]? {
    var writer = GroundGeoJSON(name: "remaining")
    for block in blocks {
      guard let ground = block.remaining else { continue }
      guard let degrees = plane.degrees(ground.pieces) else { return nil }
      for (piece, area) in ground.areas.enumerated() {
        var properties = JSONObject()
        properties.set("block", .text(block.id))
        properties.set("piece", .integer(piece + 1))
        properties.set("area_m2", .number(area, decimals: 6))
        properties.set("reading", .code(ground.reading.rawValue))
        writer.append(piece, of: degrees, properties: properties)
      }
    }
    return writer.text()
  }
}
