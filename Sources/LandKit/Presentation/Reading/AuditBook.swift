import LandAudit
import LandCadastre
import LandForeign
import LandGeometry
import LandLayers
import LandProjection
import LandSurvey

/// The machine files of an audit, read back: all that a report of it may say. A report measures and
/// judges nothing, so that page, workbook and map can never differ from the tables.
public struct AuditBook: Sendable {
  /// What was read and judged, and what it came to.
  public let manifest: ManifestRecord
  /// `parcels.csv`: one row a parcel, in the order of ``shapes``.
  public let parcels: BookTable
  /// `parcel_contracts.csv`: one row a contract and parcel.
  public let contracts: BookTable
  /// `findings.csv`: one row a finding.
  public let findings: BookTable
  /// `overlaps.csv`: one row a pair of parcels.
  public let overlaps: BookTable
  /// `zones.csv`: one row a zone.
  public let zones: BookTable
  /// The parcels' boundaries, longitude and latitude on CGCS2000, one feature a row of ``parcels``;
  /// nil where they are on a plane with no way there.
  public let shapes: PolygonColumns<Geographic>?

  /// Reads the files of an audit.
  ///
  /// - Parameter path: where a file of a name in ``AuditDirectory/names`` is.
  /// - Throws: ``AuditBookError`` for a file that is missing, cannot be read, or does not belong to
  ///   the others.
  public init(_ path: (String) -> String) throws(AuditBookError) {
    manifest = try ManifestRecord.read(path("manifest.json"))
    parcels = try Self.table("parcels.csv", path)
    contracts = try Self.table("parcel_contracts.csv", path)
    findings = try Self.table("findings.csv", path)
    overlaps = try Self.table("overlaps.csv", path)
    zones = try Self.table("zones.csv", path)
    let features: FeatureLayer
    do throws(FormatError) { features = try LayerOpener.open(path("parcels.geojson")) } catch {
      throw .format(error)
    }
    guard features.featureCount == parcels.count, parcels.count == manifest.counts["read"] else {
      throw .mixed(
        geojson: features.featureCount, csv: parcels.count,
        manifest: manifest.counts["read"] ?? 0)
    }
    if manifest.crs == CoordinateSystem.unknownPlane.name {
      // Plane metres of no known system: there is no way to longitude and latitude.
      shapes = nil
      return
    }
    // A file on a plane names it, but not every name of ours is one that layers may bear.
    let isOnPlane = features.declaredCRS != nil
    let crs = manifest.crs
    let file = features.file
    let layer: PlacedLayer
    do {
      let system = isOnPlane ? try CoordinateSystem(option: crs) : nil
      layer = try PlacedLayer(features, system: system, swapAxes: false, subject: .parcel) {
        "#\($0)"
      }
    } catch { throw .system(file: file) }
    shapes = layer.inDegrees
  }

  /// Reads the files in a folder.
  public init(folder: String) throws(AuditBookError) {
    try self.init { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
  }

  private static func table(
    _ name: String, _ path: (String) -> String
  ) throws(AuditBookError) -> BookTable {
    do throws(FormatError) {
      return BookTable(try CSVReader.readTable(SourceBytes.open(path(name))).attributes)
    } catch { throw .format(error) }
  }
}

/// Why the files of an audit cannot be read back.
public enum AuditBookError: Error, Sendable {
  /// A file is missing or is not what it should be.
  case format(FormatError)
  /// The manifest is not one of an audit of this program.
  case manifest(file: String, reason: String)
  /// The boundaries are in a system that this file does not name rightly.
  case system(file: String)
  /// The files are of different audits: the numbers of parcels differ.
  case mixed(geojson: Int, csv: Int, manifest: Int)
}
