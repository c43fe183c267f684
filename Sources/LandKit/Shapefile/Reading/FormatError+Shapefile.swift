import LandGeometry
import LandLayers

extension FormatError {
  /// A file of a shapefile that cannot be used.
  static func damaged(
    _ file: String, offset: Int? = nil, zh: String, en: String, remedy: Bilingual = .copyAgain
  ) -> FormatError {
    // Binary files have no lines: the byte is part of the words.
    let zhPlace = offset.map { "第 \($0) 字节:" } ?? ""
    let enPlace = offset.map { "at byte \($0): " } ?? ""
    return FormatError(
      file: file, offset: offset, message: Bilingual(zh: zhPlace + zh, en: enPlace + en),
      remedy: remedy)
  }
}

extension Bilingual {
  /// What helps where a file is shorter than it says, or not what its name says.
  static var copyAgain: Bilingual {
    Bilingual(
      zh: "请从原软件重新导出,或重新拷贝全部文件(.shp、.shx、.dbf、.prj、.cpg)",
      en: "export it again, or copy all of its files again (.shp, .shx, .dbf, .prj, .cpg)")
  }

  /// What helps where the index alone is wrong.
  static var removeIndex: Bilingual {
    Bilingual(
      zh: "请移走 .shx 文件:没有它时按 .shp 恢复索引;或重新拷贝全部文件",
      en: "move the .shx away: without it the index is restored from the .shp; or copy all again")
  }
}
