import ArgumentParser
import LandKit

/// `landctl audit`: measures and judges parcels.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit parcels: boundaries, areas, buildings, contracts, idle land / 审查宗地",
    discussion: """
      Examples / 示例:
        landctl audit parcels.geojson
        landctl audit parcels.geojson --buildings buildings.geojson --zones zones.geojson \\
            --contracts contracts.csv --as-of 2025-06-30 --repair linework --output out
      """)

  /// What standard output holds.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, geojson
  }

  @Argument(help: "Parcels: GeoJSON, GeoJSON sequence, WKT or CSV with WKT. / 宗地文件")
  var parcels: String

  @OptionGroup var arguments: AuditArguments

  @Option(help: "Folder for data files and report. / 输出目录")
  var output: String?

  @Option(
    help: """
      What to write to the folder, a comma list: data (the machine files), report (report.html), \
      xlsx (audit.xlsx), gpkg (audit.gpkg), all; default data,report. / 输出内容
      """)
  var outputs: String?

  @Option(help: "What goes to standard output: table, csv, json or geojson. / 标准输出格式")
  var format = Format.table

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  @Option(
    name: .customLong("fail-on"),
    help: "Comma list: never, error, warning, unknown, notMet, suspected. / 何时以状态 1 退出")
  var failOn = FailOn.never

  func validate() throws {
    _ = try wanted
    if let outputs, output == nil {
      throw ValidationError("--outputs \(outputs) needs --output")
    }
  }

  /// What goes to the folder.
  private var wanted: AuditOutputs {
    get throws {
      do throws(AuditOutputs.UnknownWord) {
        return try AuditOutputs(list: outputs ?? "data,report")
      } catch {
        throw ValidationError(
          "--outputs takes a comma list of \(AuditOutputs.words.joined(separator: ", ")), "
            + "not \"\(error.word)\"")
      }
    }
  }

  func run() throws {
    Interruption.watch()
    Allocation.keepLargeBlocks()
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let prepared = try PreparedAudit(parcels, arguments, language)
    let outputs = try wanted
    let summary: AuditSummary
    do { summary = try audit(prepared, outputs, language) } catch {
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
    _ prepared: PreparedAudit, _ outputs: AuditOutputs, _ language: Language
  ) throws -> AuditSummary {
    let stream = AuditStream.Format(rawValue: format.rawValue).map { AuditStream($0) }
    // Output is opened first: an unwritable folder is known before any work is done.
    let names = (outputs.contains(.data) ? AuditDirectory.names : []) + outputs.papers
    var sink = try AuditOutput.opened(
      folder: output, stream: stream, inputs: prepared.paths, names: names)
    let papers = try AuditPapers.opened(folder: output, outputs: outputs)
    let wantsDigests = output != nil || format == .json
    let inputs = try prepared.inputs(digests: wantsDigests)
    let run = AuditRun(inputs, options: prepared.options)
    let summary: AuditSummary
    let finished: FinishedAudit?
    do throws(OutputError) {
      summary = try run.run(into: &sink)
      finished = try sink.finished(manifest: Manifest(run, summary).json())
    } catch { throw AuditError.output(error) }
    if let papers, let finished {
      try papers.publish(
        finished, files: try PageFileSet.shipped(), workers: prepared.options.survey.workers
      ) {
        AuditReport(
          $0, language: language.ofPaper, zones: inputs.zones.flatMap { ReportLayer(zones: $0) },
          buildings: inputs.buildings.flatMap { ReportLayer(buildings: $0) })
      }
    }
    if format == .table {
      Terminal.out(SummaryTable(language: language, run: run, summary: summary).text())
    }
    if let output {
      Terminal.note(language("结果已写入 \(output)", "results are in \(output)"))
    }
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
