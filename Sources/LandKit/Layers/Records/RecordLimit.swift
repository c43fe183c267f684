import LandGeometry

/// How long one record may be: a feature in a stream of them, a row of a table.
///
/// No parcel needs a fraction of it, but a file whose line ends or closing quotes are lost is one record
/// from its beginning to its end, and would be held as a single text many times over.
enum RecordLimit {
  /// In bytes; a limit of ours.
  static let bytes = 1 << 28

  /// A row of a table that starts at a place and is longer.
  static func row(_ source: SourceBytes, offset: Int, line: Int) -> FormatError {
    FormatError(
      file: source.name, offset: offset, line: line,
      message: Bilingual(zh: "该行超过 256 MiB", en: "the row is larger than 256 MiB"),
      remedy: Bilingual(
        zh: "请检查导出是否完整:是否缺少换行,或有引号没有结束",
        en: "check whether the export is complete: a line end or a closing quote may be missing"))
  }
}
