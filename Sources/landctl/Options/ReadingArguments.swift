import ArgumentParser
import LandKit

/// How files are read where they leave it open.
struct ReadingArguments: ParsableArguments {
  @Option(
    help: """
      What your columns are, a YAML file; landctl inspect --write-fields drafts one. / 列名对应表\
      (YAML);landctl inspect --write-fields 可起草
      """)
  var fields: String?

  @Option(
    help: """
      Parameters from Xian 1980 or Beijing 1954 to CGCS2000 and their source, a YAML file. / 西安 \
      1980 或北京 1954 转 CGCS2000 的参数及其出处(YAML)
      """)
  var transform: String?

  @Option(
    help: """
      Encoding of shapefiles and .dbf tables, where the files do not say it rightly: UTF-8, \
      GBK, … / Shapefile 和 .dbf 的文字编码,文件自身说明有误时用:UTF-8、GBK 等
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
