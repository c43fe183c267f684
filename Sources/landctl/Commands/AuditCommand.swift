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

  @Option(help: "Folder for the data files. / 输出目录")
  var output: String?

  @Option(
    help: "Comma list of what to write to the folder: data, xlsx, gpkg or all. / 输出内容")
  var outputs = OutputWords.data

  @Option(help: "What goes to standard output: table, csv, json or geojson. / 标准输出格式")
  var format = Format.table

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  @Option(
    name: .customLong("fail-on"),
    help: "Comma list: never, error, warning, unknown, notMet, suspected. / 何时以状态 1 退出")
  var failOn = FailOn.never

  func validate() throws {
    guard output != nil || outputs.files.isEmpty else {
      throw ValidationError("--outputs \(outputs.files.joined(separator: ", ")) needs --output")
    }
  }

  func run() throws {
    Interruption.watch()
    Allocation.keepLargeBlocks()
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let prepared = try PreparedAudit(parcels, arguments, language)
    func stop(_ failure: Failure) -> ExitCode {
      OpenFiles.removeAll()
      Terminal.note(failure.text)
      return failure.status.code
    }
    let summary: AuditSummary
    let presented: PresentedFiles.Failure?
    do throws(AuditError) { (summary, presented) = try audit(prepared, language) } catch {
      throw stop(errors.failure(error))
    }
    if let presented { throw stop(errors.failure(presented)) }
    if failOn.isReached(by: summary) { throw ExitStatus.failOnReached.code }
  }

  private func audit(
    _ prepared: PreparedAudit, _ language: Language
  ) throws(AuditError) -> (AuditSummary, PresentedFiles.Failure?) {
    let stream = AuditStream.Format(rawValue: format.rawValue).map { AuditStream($0) }
    // Output is opened first: an unwritable folder is known before any work is done.
    var sink = try AuditOutput.opened(
      folder: output, stream: stream, inputs: prepared.paths, others: outputs.files)
    let wantsDigests = output != nil || format == .json
    let inputs = try prepared.inputs(digests: wantsDigests)
    let run = AuditRun(inputs, options: prepared.options)
    let summary: AuditSummary
    let data: [FinishedFile]
    do throws(OutputError) {
      summary = try run.run(into: &sink)
      data = try sink.finished(manifest: Manifest(run, summary).json())
    } catch { throw .output(error) }
    if let output {
      let files = PresentedFiles(
        names: outputs.files, folder: output, zones: inputs.zones, language: language)
      do throws(PresentedFiles.Failure) { try files.publish(with: data) } catch {
        return (summary, error)
      }
    }
    if format == .table {
      Terminal.out(SummaryTable(language: language, run: run, summary: summary).text())
    }
    if let output {
      Terminal.note(language("结果已写入 \(output)", "results are in \(output)"))
    }
    return (summary, nil)
  }
}

extension AuditOutput {
  fileprivate static func opened(
    folder: String?, stream: AuditStream?, inputs: AuditPaths, others: [String]
  ) throws(AuditError) -> AuditOutput {
    do throws(OutputError) {
      return try AuditOutput(
        folder: folder, stream: stream, inputs: inputs, others: others)
    } catch { throw .output(error) }
  }
}
