import LandLayers

/// What the first bytes of a file say it is; its name decides nothing.
enum TableFormat: String, Sendable {
  /// Delimited text, or anything that is none of the others.
  case csv
  /// Objects in JSON.
  case json
  /// Office Open XML, and any other ZIP archive.
  case xlsx
  /// OpenDocument.
  case ods
  /// Excel 97–2003, and any other compound file.
  case xls

  /// The format of a file.
  init(_ source: SourceBytes) {
    let start = source.prefix(96)
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .xls
    } else if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      // The first entry of an OpenDocument file is its media type, stored as it is.
      let kind = Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)
      self = start.dropFirst(30).starts(with: kind) ? .ods : .xlsx
    } else {
      self = JSONTableReader.looksLike(start) ? .json : .csv
    }
  }

  /// Whether the file has sheets.
  var isWorkbook: Bool {
    switch self {
    case .xlsx, .ods, .xls: true
    case .csv, .json: false
    }
  }
}
