import ArgumentParser
import LandKit

/// `landctl inspect`: says what files hold.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what files hold: system, units, encoding, fields, faults / 查看文件内容",
    discussion: HelpText(
      about: """
        Reads files without judging them and says what each was taken for; a column whose \
        name is near a known one is listed with it. / 只读取、不判定,说明每个文件是如何理解的;列名与已知字段相近的,一并提示。
        """,
      examples: """
        landctl inspect parcels.geojson
        landctl inspect contracts.csv --lang zh
        landctl inspect parcels.shp contracts.xlsx --write-fields fields.yaml
        """,
      endings: Endings([.reads, .components, .writes]),
      memory: MemoryNote.inspect
    ).discussion)

  /// What standard output holds.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @Argument(
    help: """
      Files that audit reads; FILE:LAYER for one layer of several. / 审查可读的文件;多图层文件写 文件:图层
      """)
  var files: [String]

  @Option(help: "What goes to standard output: table or json. / 标准输出的格式:table 或 json")
  var format = Format.table

  @OptionGroup var reading: ReadingArguments

  @Option(
    name: .customLong("write-fields"),
    help: """
      Draft a file for --fields from what the columns were taken for; one that is there is \
      never overwritten. / 按列名的理解起草 --fields 文件;已有的文件不会被覆盖
      """)
  var writeFields: String?

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let options = try reading.options(errors)
    var status = ExitStatus.done
    var reports: [Inspection] = []
    for file in files {
      do throws(FormatError) { reports.append(try Inspection(file, options)) } catch {
        // The other files are still looked at; the gravest status remains.
        let failure = errors.failure(error)
        Terminal.note(failure.text)
        if failure.status.rawValue > status.rawValue { status = failure.status }
      }
    }
    switch format {
    case .table:
      let texts = reports.map { InspectionText(language: language, inspection: $0).text() }
      if !texts.isEmpty { Terminal.out(texts.joined(separator: "\n\n")) }
    case .json:
      var json = JSONObject()
      json.set("schema", .code("landctl.inspect/1"))
      json.objects("files", reports.map(\.json))
      Terminal.out(String(decoding: json.bytes, as: UTF8.self))
    }
    if let writeFields, !reports.isEmpty { try draft(reports, writeFields, errors) }
    if status != .done { throw status.code }
  }

  /// One section for each kind of file; of several files of a kind the first is drafted.
  private func draft(_ reports: [Inspection], _ path: String, _ errors: ErrorText) throws {
    var text = FieldsDraft.head
    var drafted: Set<Field.Role> = []
    for report in reports where drafted.insert(report.role).inserted {
      text +=
        "\n"
        + FieldsDraft.section(
          report.columns.map(\.name), role: report.role, file: FileName.last(report.file))
    }
    try NewFile.write(Array(text.utf8), to: path, errors)
    Terminal.note(errors.language("列名对应表已写入 \(path)", "the columns are in \(path)"))
  }
}
