import ArgumentParser
import LandKit

/// How files are read where they leave it open.
struct ReadingArguments: ParsableArguments {
  @Option(
    help: """
      What your columns are, a YAML file; landctl inspect --write-fields drafts one. / 列名对应表
      """)
  var fields: String?

  @Option(
    help: """
      Parameters from Xian 1980 or Beijing 1954 to CGCS2000 and their source, a YAML file. / \
      坐标转换参数文件
      """)
  var transform: String?

  @Option(
    help: """
      Encoding of shapefiles and .dbf tables, where the files do not say it rightly: UTF-8, GBK, … \
      / Shapefile 文字编码
      """)
  var encoding: String?

  /// The options in the library's terms; what is wrong with the files is said here.
  func options(_ errors: ErrorText) throws -> OpeningOptions {
    var options = OpeningOptions()
    do throws(FormatError) {
      options.fields = if let fields { try FieldsFile.read(path: fields) } else { nil }
      options.shift = if let transform { try ShiftFile.read(path: transform) } else { nil }
    } catch { throw Terminal.said(errors.failure(error)) }
    options.encoding = encoding
    return options
  }
}
