import ArgumentParser
import LandKit

/// `landctl audit`: measures and judges parcels.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit parcels: boundaries, areas, buildings, contracts, idle land / 审查宗地",
    discussion: HelpText(
      about: """
        Measures every parcel and judges it: boundary, areas, buildings, zone, contracts, \
        idle land and rules. Without --output a table goes to standard output; with it the \
        data files and the report appear together, or none does. / 逐宗量算并判定:边界、面积、建筑、开发区、合同、闲置和\
        规则。不加 --output 时在标准输出显示汇总表;加上则数据文件和报告一次全部写出,或者一个也不写。
        """,
      examples: """
        landctl audit parcels.geojson
        landctl audit parcels.geojson --buildings buildings.geojson --zones zones.geojson \\
          --contracts contracts.csv --as-of 2025-06-30 --repair linework --output out
        """,
      endings: Endings([.reads, .components, .writes], one: .reached),
      memory: MemoryNote.audit
    ).discussion)

  /// What standard output holds.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, geojson
  }

  @Argument(
    help: """
      Parcels: GeoJSON, shapefile, GeoPackage, 报盘 TXT, WKT, CSV, or what GDAL reads; FILE:LAYER \
      for one layer of several; .gz of texts; - is standard input. / 宗地:GeoJSON、Shapefile、\
      GeoPackage、报盘 TXT、WKT、CSV 或 GDAL 可读的格式;多图层文件写 文件:图层;文本可为 .gz;- 为标准输入
      """)
  var parcels: String

  @OptionGroup var arguments: AuditArguments

  @Option(help: "Folder for data files and report. / 数据文件和报告的输出目录")
  var output: String?

  @Option(
    help: """
      What to write to the folder, a comma list: data (the machine files), report \
      (report.html), xlsx (audit.xlsx), gpkg (audit.gpkg), all; default data,report. / 写入目录的内容,逗\
      号分隔:data(数据文件)、report(report.html)、xlsx(audit.xlsx)、gpkg(audit.gpkg)、all(全部);默认 \
      data,report
      """)
  var outputs: String?

  @Option(
    name: .customLong("partition-by"),
    help: """
      Audit zone after zone in bounded memory: zone_id. GeoJSON only; writes the data files or \
      a machine format, the same as without it. / 按 zone_id 逐个开发区审查,内存有界;仅限 GeoJSON,写出的数据文件与不分区时\
      相同
      """)
  var partitionBy: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Show how far a long run is, on a terminal only. / 长时间运行时显示进度,仅在终端")
  var progress = true

  @Option(
    help: """
      What goes to standard output: table, csv, json or geojson. / 标准输出的格式:table、csv、json 或 \
      geojson
      """)
  var format = Format.table

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  @Option(
    name: .customLong("fail-on"),
    help: """
      Comma list: never, error, warning, unknown, notMet, suspected. / 达到何种情况以状态 1 退出,逗号分隔:never\
      、error、warning、unknown、notMet、suspected
      """)
  var failOn = FailOn.never

  func validate() throws {
    _ = try wanted
    if let outputs, output == nil {
      throw ValidationError("--outputs \(outputs) needs --output")
    }
    try checkPartitions()
  }

  /// What goes to the folder.
  private var wanted: AuditOutputs {
    get throws {
      do throws(AuditOutputs.UnknownWord) {
        return try AuditOutputs(list: outputs ?? (partitionBy == nil ? "data,report" : "data"))
      } catch {
        throw ValidationError(
          "--outputs", takes: AuditOutputs.words, not: error.word, isList: true)
      }
    }
  }

  func run() throws {
    Allocation.keepLargeBlocks()
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let prepared = try PreparedAudit(parcels, arguments, language)
    let outputs = try wanted
    let watched = progress ? ProgressLine.begun(language) : nil
    defer { watched?.end() }
    let summary: AuditSummary
    do {
      summary =
        partitionBy == nil
        ? try audit(prepared, outputs, language, watched)
        : try partitioned(prepared, outputs, language, watched)
    } catch {
      watched?.end()
      OpenFiles.removeAll()
      let failure =
        switch error {
        case let error as AuditError: errors.failure(error)
        case let error as AuditPaperError: errors.failure(error)
        default: throw error
        }
      throw Terminal.said(failure)
    }
    if failOn.isReached(by: summary) { throw ExitStatus.failOnReached.code }
  }

  private func audit(
    _ prepared: PreparedAudit, _ outputs: AuditOutputs, _ language: Language,
    _ watched: ProgressLine?
  ) throws -> AuditSummary {
    let stream = AuditStream.Format(rawValue: format.rawValue).map { AuditStream($0) }
    // Output is opened first: an unwritable folder is known before any work is done.
    let names = (outputs.contains(.data) ? AuditDirectory.names : []) + outputs.papers
    var sink = try AuditOutput.opened(
      folder: output, stream: stream, inputs: prepared.paths, names: names)
    let papers = try AuditPapers.opened(folder: output, outputs: outputs)
    let wantsDigests = output != nil || format == .json
    let inputs = try prepared.inputs(digests: wantsDigests)
    watched?.progress.begin(.measuring)
    let run = AuditRun(inputs, options: prepared.options)
    let summary: AuditSummary
    let finished: FinishedAudit?
    do throws(OutputError) {
      summary = try run.run(into: &sink, progress: watched?.progress)
    } catch { throw AuditError.output(error) }
    try inputs.checkUnchanged()
    do throws(OutputError) {
      finished = try sink.finished(manifest: Manifest(run, summary).json())
    } catch { throw AuditError.output(error) }
    if let papers, let finished {
      watched?.progress.begin(.papers)
      try papers.publish(
        finished, files: try PageFileSet.shipped(), workers: prepared.options.survey.workers
      ) {
        AuditReport(
          $0, language: language.ofPaper, zones: inputs.zones.flatMap { ReportLayer(zones: $0) },
          buildings: inputs.buildings.flatMap { ReportLayer(buildings: $0) })
      }
    }
    watched?.end()
    say(
      SummaryTable(
        language: language, inputs: inputs, options: run.options,
        buildings: inputs.buildings?.count ?? 0, summary: summary))
    return summary
  }

  /// What is said at the end.
  private func say(_ table: SummaryTable) {
    if format == .table { Terminal.out(table.text()) }
    if let output {
      Terminal.note(table.language("结果已写入 \(output)", "results are in \(output)"))
    }
  }
}

extension AuditCommand {
  private func checkPartitions() throws {
    let named = [
      parcels, arguments.buildings, arguments.zones, arguments.contracts, arguments.enterprises,
    ]
    guard named.filter({ $0 == SourceBytes.standardInput }).count <= 1 else {
      throw ValidationError("only one file can come from standard input")
    }
    guard let field = partitionBy else { return }
    guard PartitionOptions.fields.contains(field) else {
      throw ValidationError(
        "--partition-by takes \(PartitionOptions.fields.joined(separator: ", ")), "
          + "not \"\(field)\"")
    }
    guard try wanted.papers.isEmpty else {
      throw ValidationError(
        "--partition-by writes data only; make papers from the folder with landctl report")
    }
  }

  /// The same audit, zone after zone.
  private func partitioned(
    _ prepared: PreparedAudit, _ outputs: AuditOutputs, _ language: Language,
    _ watched: ProgressLine?
  ) throws -> AuditSummary {
    let stream = AuditStream.Format(rawValue: format.rawValue).map { AuditStream($0) }
    var sink = try AuditOutput.opened(
      folder: output, stream: stream, inputs: prepared.paths,
      names: outputs.contains(.data) ? AuditDirectory.names : [])
    var partition = PartitionOptions()
    partition.folder = output
    let audit = try PartitionedAudit(
      prepared.paths, options: prepared.options, partition: partition,
      digests: output != nil || format == .json, zoneFiles: prepared.zoneFiles,
      progress: watched?.progress)
    prepared.say(audit.inputs.notes)
    let summary = try audit.run(into: &sink)
    try audit.checkUnchanged()
    do throws(OutputError) { try sink.finish(manifest: audit.manifest(summary)) } catch {
      throw AuditError.output(error)
    }
    watched?.end()
    say(
      SummaryTable(
        language: language, inputs: audit.inputs, options: prepared.options,
        buildings: audit.buildingCount, summary: summary))
    return summary
  }
}

extension AuditOutput {
  fileprivate static func opened(
    folder: String?, stream: AuditStream?, inputs: AuditPaths, names: [String]
  ) throws(AuditError) -> AuditOutput {
    do throws(OutputError) {
      return try AuditOutput(folder: folder, stream: stream, inputs: inputs, names: names)
    } catch { throw .output(error) }
  }
}

extension PageFileSet {
  fileprivate static func shipped() throws(AuditPaperError) -> PageFileSet {
    do throws(TemplateError) { return try PageFileSet() } catch { throw .template(error) }
  }
}

extension AuditPapers {
  fileprivate static func opened(
    folder: String?, outputs: AuditOutputs
  ) throws(AuditError) -> AuditPapers? {
    guard let folder else { return nil }
    do throws(OutputError) { return try AuditPapers(folder: folder, outputs: outputs) } catch {
      throw .output(error)
    }
  }
}
