import ArgumentParser
import LandKit

/// `landctl inspect`: says what files hold.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what files hold: system, units, encoding, fields, faults / 查看文件内容",
    discussion: """
      Examples / 示例:
        landctl inspect parcels.geojson
        landctl inspect contracts.csv --lang zh
      """)

  /// What standard output holds.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @Argument(help: "Files: GeoJSON, GeoJSON sequence, WKT, CSV. / 文件")
  var files: [String]

  @Option(help: "What goes to standard output: table or json. / 标准输出格式")
  var format = Format.table

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    var status = ExitStatus.done
    var reports: [Inspection] = []
    for file in files {
      do throws(FormatError) { reports.append(try Inspection(file)) } catch {
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
    if status != .done { throw status.code }
  }
}
