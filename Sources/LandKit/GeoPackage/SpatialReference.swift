import LandProjection

/// A row of `gpkg_spatial_ref_sys`.
public struct SpatialReference: Hashable, Sendable {
  /// `srs_id`; the EPSG code, or −1 and 0 for the undefined ones.
  public var id: Int
  /// Name for people.
  public var name: String
  /// Who defines it.
  public var organization: String
  /// Its code there.
  public var code: Int
  /// Definition as well-known text (OGC 01-009), or `undefined`.
  public var definition: String

  /// Plane coordinates of no known system.
  public static let undefinedPlane = SpatialReference(
    id: -1, name: "Undefined Cartesian SRS", organization: "NONE", code: -1,
    definition: "undefined")
  /// Longitude and latitude of no known system.
  public static let undefinedGeographic = SpatialReference(
    id: 0, name: "Undefined geographic SRS", organization: "NONE", code: 0,
    definition: "undefined")

  /// A system from all its fields.
  public init(id: Int, name: String, organization: String, code: Int, definition: String) {
    self.id = id
    self.name = name
    self.organization = organization
    self.code = code
    self.definition = definition
  }

  /// A system of the EPSG registry, with PROJ's definition; needs PROJ's database.
  public init(epsg code: Int) throws(ProjectionError) {
    let text = try ProjDatabase.definition(epsg: code)
    self.init(
      id: code, name: text.name, organization: "EPSG", code: code, definition: text.wellKnownText)
  }

  /// The system of a layer: its EPSG code, else an undefined one.
  public init(_ system: CoordinateSystem) throws(ProjectionError) {
    switch system {
    case .geographic(let code, _): try self.init(epsg: code)
    case .gaussKruger(_, let code?): try self.init(epsg: code)
    case .projected(let system):
      if let code = system.epsg { try self.init(epsg: code) } else { self = .undefinedPlane }
    case .gaussKruger(_, nil), .unknownPlane: self = .undefinedPlane
    }
  }
}
