import LandCadastre
import LandForeign
import LandGeometry
import LandIdleLand
import LandLayers
import LandProjection
import LandReport
import LandRulebook
import LandSurvey
import LandTopology

/// The program's own version.
public enum LandctlVersion {
  /// Semantic version.
  public static let text = "0.1.0"
}

/// `manifest.json`: what was read, how it was measured and judged, and what it came to; enough to
/// repeat the run. No clock, locale or folder gets in.
public struct Manifest: Sendable {
  private let inputs: AuditInputs
  private let options: AuditOptions
  private let summary: AuditSummary
  /// Features of the layers by role.
  private let features: [String: Int]
  /// The field by which the parcels were taken zone after zone.
  private let partitionField: String?

  /// The manifest of a finished run.
  public init(_ run: AuditRun, _ summary: AuditSummary) {
    self.init(
      run.inputs, run.options, summary,
      features: [
        "parcels": run.inputs.parcels.count, "buildings": run.inputs.buildings?.count ?? 0,
        "zones": run.inputs.zones?.count ?? 0,
      ])
  }

  init(
    _ inputs: AuditInputs, _ options: AuditOptions, _ summary: AuditSummary,
    features: [String: Int], partitionField: String? = nil
  ) {
    self.inputs = inputs
    self.options = options
    self.summary = summary
    self.features = features
    self.partitionField = partitionField
  }

  /// The JSON text, without a line end.
  public func json() -> [UInt8] {
    var json = JSONObject()
    json.set("schema", .code("landctl.manifest/1"))
    json.set("landctl", .code(LandctlVersion.text))
    json.set("geos", .code(GEOSContext.geosVersion))
    json.set("proj", .code(ProjDatabase.version))
    json.set("as_of", .day(options.asOf))
    json.set("rulebooks", .list(options.rules.all.map(\.id)))
    json.objects("rulebook_files", options.rules.all.map(\.digestJSON))
    json.objects("inputs", inputs.digests.map(input))
    json.object("options", settings())
    json.object("measures", measures())
    json.object("counts", counts())
    json.objects("overlap_classes", OverlapRow.Class.allCases.map(overlaps))
    json.object("findings", findings())
    return json.bytes
  }

  private func input(_ digest: AuditInputs.Digest) -> JSONObject {
    var json = JSONObject()
    json.set("role", .code(digest.role))
    json.set("name", .code(digest.name))
    json.set("bytes", .integer(digest.byteCount))
    json.set("sha256", .code(digest.sha256))
    // Of the files of a shapefile the first one stands for the layer.
    let isFirst = inputs.digests.first { $0.role == digest.role }?.name == digest.name
    let layer: PlacedLayer? =
      switch digest.role {
      case _ where !isFirst: nil
      case "parcels": inputs.parcels
      case "buildings": inputs.buildings
      case "zones": inputs.zones
      default: nil
      }
    if let layer {
      json.set("format", .code(layer.layer.format))
      json.set("encoding", .code(layer.layer.encoding))
      json.set("features", .integer(features[digest.role] ?? 0))
      json.set("declared_crs", .code(layer.layer.declaredCRS ?? ""))
      json.set("crs_source", .code(layer.systemSource.rawValue))
    }
    return json
  }

  private func settings() -> JSONObject {
    let survey = options.survey
    var json = JSONObject()
    json.set("crs", .code(inputs.parcels.system.name))
    json.set("swap_xy", .truth(survey.swapAxes))
    json.set("repair", .code(survey.repair?.rawValue ?? "none"))
    if let change = survey.maximumAreaChange {
      json.set("max_area_change_m2", .number(change, decimals: 6))
    }
    json.set("min_overlap_area_m2", .number(survey.minimumOverlapArea, decimals: 6))
    json.set("empty_start", .code(options.emptyStart.rawValue))
    json.set("empty_suspension", .code(options.emptySuspension.rawValue))
    json.set("all_verdicts", .truth(options.allVerdicts))
    json.set("projected", .truth(options.projected))
    json.set("exact", .truth(survey.exact))
    if let fields = options.opening.fields {
      json.object("fields", Self.document(fields.file, fields.sha256))
    }
    if let shift = options.opening.shift { json.object("transform", Self.transform(shift)) }
    if let encoding = options.opening.encoding { json.set("encoding", .code(encoding)) }
    if let partitionField { json.set("partition_by", .code(partitionField)) }
    return json
  }

  private static func document(_ file: String, _ sha256: String) -> JSONObject {
    var json = JSONObject()
    json.set("name", .code(FileName.last(file)))
    json.set("sha256", .code(sha256))
    return json
  }

  /// What a hearing asks of a datum shift: by which parameters, and who answers for them.
  private static func transform(_ file: ShiftFile) -> JSONObject {
    var json = document(file.file, file.sha256)
    json.set("source", .text(file.source))
    if let day = file.day { json.set("date", .day(day)) }
    json.set("from", .code("EPSG:\(file.shift.from)"))
    json.set("to", .code(file.shift.to.name))
    json.set("method", .code(file.method))
    for (name, value) in file.parameters { json.set(name, .number(value, decimals: 9)) }
    return json
  }

  private func measures() -> JSONObject {
    let survey = options.survey
    var json = JSONObject()
    let system = inputs.parcels.system
    json.set(
      "planar",
      .code(
        system.isGeographic
          ? "CGCS2000 3-degree Gauss-Krueger zone of each parcel's own central meridian"
          : system.name))
    json.set("ellipsoidal", .code("国土调查办发〔2008〕32号 trapezoid formula"))
    json.set(
      "ellipsoidal_edges",
      .code(
        system.isGeographic ? "straight in longitude and latitude" : "straight on the plane"))
    json.set("ellipsoidal_piece_m", .number(70, decimals: 0))
    json.set("validity", .code("OGC Simple Features, GEOS \(GEOSContext.geosVersion)"))
    json.set("point_error_m", .number(survey.pointError, decimals: 3))
    json.set("point_error_limit_m", .number(survey.pointErrorLimit, decimals: 3))
    json.set("area_tolerance", .code("2 sigma from the point error"))
    json.set("min_building_area_m2", .number(survey.minimumBuildingArea, decimals: 6))
    json.set("double_storey_height_m", .number(survey.doubleStoreyHeight, decimals: 3))
    return json
  }

  private func counts() -> JSONObject {
    var json = JSONObject()
    json.set("read", .integer(summary.read))
    json.set("audited", .integer(summary.audited))
    json.set("reported", .integer(summary.reported))
    json.set("invalid", .integer(summary.invalid))
    json.set("repaired", .integer(summary.repaired))
    json.set("zones", .integer(summary.zones))
    json.set("buildings", .integer(features["buildings"] ?? 0))
    json.set("contract_rows", .integer(summary.contractRows))
    for (state, count) in summary.idle.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      json.set("idle_\(state.rawValue)", .integer(count.parcels))
    }
    return json
  }

  private func overlaps(_ kind: OverlapRow.Class) -> JSONObject {
    let count = summary.overlaps[kind] ?? .init()
    var json = JSONObject()
    json.set("class", .code(kind.rawValue))
    json.set("pairs", .integer(count.pairs))
    json.set("listed", .integer(count.listed))
    json.set("area_m2", .number(count.area, decimals: 6))
    return json
  }

  private func findings() -> JSONObject {
    var json = JSONObject()
    for (code, count) in summary.findings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      json.set(code.rawValue, .integer(count))
    }
    return json
  }
}
