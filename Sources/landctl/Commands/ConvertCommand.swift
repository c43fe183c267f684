import ArgumentParser
import LandKit

/// `landctl convert`: from one format to another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a layer or a table in another format / 转换格式",
    discussion: HelpText(
      about: """
        The format of OUT follows from its name: .geojson .geojsonl .csv .wkt .txt (报盘) .gpkg \
        .shp, and with GDAL's programs .kml .gml .dxf .mif .tab .gdb .fgb .xlsx .ods; tables \
        also .json. What the format has no room for is listed. / 输出格式由文件名决定:.geojson \
        .geojsonl .csv .wkt .txt(报盘)、.gpkg .shp;借助 GDAL 还有 .kml .gml .dxf .mif .tab .gdb .fgb \
        .xlsx .ods;表格另有 .json。格式容纳不下的内容逐项列出。
        """,
      examples: """
        landctl convert parcels.shp parcels.gpkg
        landctl convert parcels.txt parcels.geojson --to EPSG:4490
        landctl convert data.gpkg:宗地 宗地.txt --to EPSG:4526
        landctl convert contracts.xlsx contracts.csv
        """,
      endings: Endings([.reads, .components, .writes]),
      memory: MemoryNote.convert
    ).discussion)

  @Argument(
    help: """
      Any file that audit reads; FILE:LAYER for one layer of several; - . / 审查可读的任何文件;多图层文件写 文件:\
      图层;- 为标准输入
      """)
  var input: String

  @Argument(
    help: """
      The file to write, or - for standard output with --format. / 输出文件;- 为标准输出,须加 --format
      """)
  var output: String

  @Option(help: "The format, where the name does not tell it. / 输出格式,文件名看不出时用")
  var format: String?

  @Option(
    help: """
      The system of the input: EPSG:N, gk:LON0[,H0] or none. / 原坐标系:EPSG:N、gk:中央经线[,投影面高程] 或 \
      none
      """)
  var crs: String?

  @Flag(name: .customLong("swap-xy"), help: "Exchange the two axes. / 对调两轴")
  var swapXY = false

  @Option(help: "The system of the output; never across datums. / 目标坐标系;不跨基准转换")
  var to: String?

  @Option(
    name: .customLong("as"),
    help: """
      What the input holds, for --fields: parcels, buildings, zones, contracts, enterprises. / 输\
      入的内容,供 --fields 用:parcels、buildings、zones、contracts、enterprises
      """)
  var role = Field.Role.parcels

  @OptionGroup var reading: ReadingArguments

  @Flag(
    help: """
      Write shapefiles and TXT in GBK instead of UTF-8. / Shapefile 和 TXT 以 GBK 写出,默认 UTF-8
      """)
  var gbk = false

  @Option(
    name: .customLong("as-of"),
    help: "The day that formats with a date get, default today in Shanghai. / 格式中所需的日期,默认上海当天")
  var asOf: String?

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func validate() throws {
    guard let format = try outputFormat() else {
      throw ValidationError(
        "the name \"\(output)\" does not tell the format; pass --format "
          + OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }
    if output.lowercased().hasSuffix(".gz") {
      throw ValidationError("packed files are not written; leave .gz out and pack the file")
    }
    guard output != "-" || format.isText else {
      throw ValidationError("\(format.rawValue) is no text and cannot go to standard output")
    }
    guard crs == nil || reading.transform == nil else {
      throw ValidationError("--transform names the system of the data; leave --crs out")
    }
  }

  private func outputFormat() throws -> OutputFormat? {
    guard let format else { return OutputFormat(path: output) }
    guard let known = OutputFormat(rawValue: format) else {
      throw ValidationError("--format", takes: OutputFormat.allCases.map(\.rawValue), not: format)
    }
    return known
  }

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    guard let format = try outputFormat() else { throw ExitCode.validationFailure }
    var options = Conversion.Options(day: try DayArgument.day(asOf))
    options.opening = try reading.options(errors)
    options.system = try system(crs, "--crs", errors)
    options.target = try system(to, "--to", errors)
    options.swapAxes = swapXY
    options.role = role
    options.writesGBK = gbk
    do throws(ConversionError) {
      let opened: InputFile
      do throws(FormatError) { opened = try InputFile(input) } catch { throw .format(error) }
      if output != "-", opened.files.contains(where: { isSameFile($0.name, output) }) {
        throw .output(.overwritesInput(output))
      }
      let conversion = try Conversion(opened, for: format, options)
      for note in conversion.notes {
        Terminal.note("\(opened.reference.shown): " + language(note))
      }
      let losses: [Bilingual]
      if output == "-" {
        losses = try streamed(conversion, format)
      } else {
        losses = try conversion.write(to: output, as: format)
        Terminal.note(language("已写入 \(output)", "written to \(output)"))
      }
      for loss in losses { Terminal.note(language("损失:", "loss: ") + language(loss)) }
    } catch {
      OpenFiles.removeAll()
      throw Terminal.said(errors.failure(error, output))
    }
  }

  private func streamed(_ conversion: Conversion, _ format: OutputFormat) throws(ConversionError)
    -> [Bilingual]
  {
    do {
      let standard = StandardOutput()
      return try conversion.stream(as: format) { try standard.write($0) }
    } catch let error as OutputError {
      throw .output(error)
    } catch let error as ConversionError {
      throw error
    } catch { throw .other("\(error)") }
  }

  private func system(_ text: String?, _ option: String, _ errors: ErrorText) throws
    -> CoordinateSystem?
  {
    guard let text else { return nil }
    do throws(ProjectionError) { return try CoordinateSystem(option: text) } catch {
      throw Terminal.said(errors.failure("\(option) \(text)", error))
    }
  }
}

extension Field.Role: ExpressibleByArgument {}
