import LandGeometry
import LandLayers

extension InputFile {
  /// Reads a layer by GDAL's programs, which open the file themselves.
  func foreign(_ options: OpeningOptions) throws(FormatError) -> FeatureLayer {
    if reference.path == SourceBytes.standardInput || source?.packed != nil {
      throw FormatError(
        file: reference.path,
        message: Bilingual(
          zh: "\(format.rawValue) 由 GDAL 读取,不能来自标准输入或 .gz",
          en: "\(format.rawValue) is read by GDAL, neither from standard input nor from .gz"),
        remedy: Bilingual(zh: "请先解压成文件", en: "unpack it into a file first"))
    }
    // A file whose name looks like an address is named as one.
    let isDisguised = !reference.isDatabase && reference.path.hasPrefix(InputReference.postgres)
    let path = isDisguised ? "./" + reference.path : reference.path
    return try GDALLayerProgram(path, environment: options.environment)
      .read(layer: reference.layer)
  }
}
