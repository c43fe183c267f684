import ArgumentParser
import Foundation
import LandKit

/// The options of an audit, as they stand on the command line.
struct AuditArguments: ParsableArguments {
  @Option(help: "Buildings, in any format that parcels may have. / 建筑物图层,格式同宗地")
  var buildings: String?

  @Option(help: "Development zones. / 开发区范围图层")
  var zones: String?

  @Option(
    help: """
      Contracts and allocation decisions: CSV, a workbook, JSON, .dbf, … / 合同、划拨决定书表:CSV、工作簿、\
      JSON、.dbf 等
      """)
  var contracts: String?

  @Option(help: "Enterprises: CSV, a workbook, JSON, .dbf, … / 企业表:CSV、工作簿、JSON、.dbf 等")
  var enterprises: String?

  @Option(
    name: .customLong("zone"),
    help: "What is known of one zone, zone.yaml; once for each zone. / 开发区文件 zone.yaml,每个开发区一个,可重复")
  var zoneFiles: [String] = []

  @Option(
    help: """
      A rulebook by name or file, several times; default: those in force in the territory of \
      the zone files. / 规则库名称或文件,可重复;默认采用开发区文件所在行政区现行的规则库
      """)
  var rules: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: "The day of the audit, default today in Shanghai. / 审查截止日,默认上海当天")
  var asOf: String?

  @Option(help: "EPSG:N, gk:LON0[,H0] or none. / 宗地坐标系:EPSG:N、gk:中央经线[,投影面高程] 或 none")
  var crs: String?

  @OptionGroup var reading: ReadingArguments

  @Flag(name: .customLong("swap-xy"), help: "Exchange the two axes of the parcels. / 对调两轴")
  var swapXY = false

  @Option(
    name: .customLong("empty-start"),
    help: """
      What an empty start means: unknown or not-started. / 动工日期为空的含义:unknown(未知)或 not-started(未动\
      工)
      """)
  var emptyStart = "unknown"

  @Option(
    name: .customLong("empty-suspension"),
    help: """
      What an empty suspension means: unknown or not-suspended. / 停工日期为空的含义:unknown(未知)或 \
      not-suspended(未停工)
      """)
  var emptySuspension = "unknown"

  @Option(
    help: """
      Measure invalid geometry on a repaired copy: linework or structure. / 图形无效的,在修复副本上量算\
      :linework 或 structure
      """)
  var repair: String?

  @Option(
    name: .customLong("max-area-change"),
    help: "Refuse a repair that changes the area by more than this, m². / 修复使面积变化超过此值(平方米)时拒绝")
  var maximumAreaChange: Double?

  @Option(
    name: .customLong("min-overlap-area"),
    help: "List overlaps above this area, m²; 0 lists all. / 列出超过此面积(平方米)的重叠;0 为全部")
  var minimumOverlapArea = 1.0

  @Option(help: "Workers, default all processors. / 并行数,默认全部处理器")
  var jobs: Int?

  @Flag(
    help: """
      No shortcuts: GEOS and PROJ's geodesics for everything. / 不用快速算法,一律用 GEOS 和 PROJ 大地线
      """)
  var exact = false

  @Flag(name: .customLong("all-verdicts"), help: "Also write verdicts that are met. / 同时列出符合的判定")
  var allVerdicts = false

  @Flag(help: "Keep projected coordinates in parcels.geojson. / parcels.geojson 保留平面坐标")
  var projected = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    guard minimumOverlapArea >= 0, minimumOverlapArea.isFinite else {
      throw ValidationError("--min-overlap-area must be a number of m², not negative")
    }
    if let change = maximumAreaChange, !(change >= 0 && change.isFinite) {
      throw ValidationError("--max-area-change must be a number of m², not negative")
    }
    _ = try options()
    try checkSystem()
    guard crs == nil || reading.transform == nil else {
      throw ValidationError("--transform names the system of the data; leave --crs out")
    }
  }

  /// The options in the library's terms, without the coordinate system.
  func options(rules: RuleSelection? = nil) throws -> AuditOptions {
    var options =
      try rules.map { AuditOptions(asOf: $0.asOf, rules: $0) }
      ?? AuditOptions(asOf: DayArgument.day(asOf))
    guard let start = IdleOptions.EmptyStart(rawValue: emptyStart) else {
      throw ValidationError("--empty-start", takes: ["unknown", "not-started"], not: emptyStart)
    }
    options.emptyStart = start
    guard let suspension = IdleOptions.EmptySuspension(rawValue: emptySuspension) else {
      throw ValidationError(
        "--empty-suspension", takes: ["unknown", "not-suspended"], not: emptySuspension)
    }
    options.emptySuspension = suspension
    if let repair {
      guard let method = RepairMethod(rawValue: repair) else {
        throw ValidationError("--repair", takes: ["linework", "structure"], not: repair)
      }
      options.survey.repair = method
    }
    options.survey.swapAxes = swapXY
    options.survey.maximumAreaChange = maximumAreaChange
    options.survey.minimumOverlapArea = minimumOverlapArea
    options.survey.exact = exact
    options.survey.workers = MemoryLimit.workers(jobs)
    options.allVerdicts = allVerdicts
    options.projected = projected
    return options
  }

  /// A malformed `--crs` is a usage error; whether a well-formed one may be used is the library's
  /// to say.
  private func checkSystem() throws {
    guard let crs else { return }
    let known = crs.lowercased()
    let isWellFormed =
      if known.hasPrefix("gk:") {
        (try? CoordinateSystem(option: crs)) != nil
      } else if ["epsg:", "urn:", "http"].contains(where: known.hasPrefix) {
        known.hasSuffix("crs84") || known.last?.isNumber == true
      } else {
        known == "none"
      }
    guard isWellFormed else {
      throw ValidationError("--crs takes EPSG:N, gk:LON0[,H0] or none, not \"\(crs)\"")
    }
  }
}
