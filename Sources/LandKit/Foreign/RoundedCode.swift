import LandCadastre
import LandGeometry
import LandLayers

/// A code that a spreadsheet took for a number: it keeps fifteen digits, so the rest is lost and
/// must not be guessed.
public struct RoundedCode: Hashable, Sendable {
  /// The row, as a spreadsheet counts.
  public var row: Int
  /// The column's name.
  public var column: String
  /// The cell as read.
  public var text: String

  /// Digits that a spreadsheet keeps of a number.
  private static let digits = 15

  /// The rounded codes of a table, in the order of its rows.
  ///
  /// - Parameter hasNumbers: whether cells may be numbers (a workbook), so that whole numbers with
  ///   nothing but zeros behind the fifteenth digit count, too.
  public static func find(in table: CSVTable, role: Field.Role, hasNumbers: Bool) -> [RoundedCode] {
    let attributes = table.attributes
    let columns = FieldMap(names: attributes.names, role: role).bindings.filter {
      $0.field.valueKind == .text
    }
    var found: [RoundedCode] = []
    for row in 0..<attributes.rowCount {
      for column in columns {
        guard let text = attributes.value(row: row, column: column.column).trimmedText(),
          isScientific(text) || hasNumbers && isCutOff(text)
        else { continue }
        found.append(
          RoundedCode(row: table.rowNumbers[row], column: column.name, text: text))
      }
    }
    return found
  }

  /// Whether a text is a number of at least twelve digits written with an exponent, `3.6011E+18`:
  /// the form that spreadsheets give to numbers too wide for a cell.
  static func isScientific(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count == 2, let mantissa = parts.first, let exponent = parts.last else {
      return false
    }
    let digits = exponent.hasPrefix("+") ? exponent.dropFirst() : exponent
    guard digits.utf8.allSatisfy(isDigit), let power = Int(digits), power >= 11 else {
      return false
    }
    let point = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    return point.count <= 2 && point.first?.count == 1
      && point.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a text is a whole number of more than fifteen digits whose last ones are all 0.
  static func isCutOff(_ text: String) -> Bool {
    guard text.utf8.count > digits, text.utf8.allSatisfy(isDigit) else {
      return false
    }
    return text.utf8.dropFirst(digits).allSatisfy { $0 == UInt8(ascii: "0") }
  }
}

extension FormatError {
  /// The error for rounded codes in a file; nil where there are none.
  public init?(_ codes: [RoundedCode], file: String) {
    guard let first = codes.first else { return nil }
    self.init(
      file: file, line: first.row,
      message: Bilingual(
        zh: "\(first.column) 是 \(first.text):Excel 把编号当成了数字,十五位以后已丢失(共 \(codes.count) 处)",
        en:
          "\(first.column) is \(first.text): Excel took the code for a number and lost all behind "
          + "its fifteenth digit (\(codes.count) cells)"),
      remedy: Bilingual(
        zh: "请把该列设为“文本”格式,并重新录入编号", en: "format the column as text and enter the codes again"))
  }
}
