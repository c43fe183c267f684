import LandCadastre
import LandLayers

/// A table of a paper; the same for HTML, XLSX and CSV.
public struct DocumentTable: Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its heading, without the unit.
    public var title: String
    /// Unit of its figures, shown behind the heading; nil for texts and plain numbers.
    public var unit: String?
    /// Relative width where the paper has to share its width out; nil leaves it to the reader.
    public var width: Double?

    /// A column.
    public init(_ title: String, unit: String? = nil, width: Double? = nil) {
      self.title = title
      self.unit = unit
      self.width = width
    }

    /// The heading with its unit, `面积(公顷)`.
    public var heading: String { unit.map { "\(title)(\($0))" } ?? title }
  }

  /// What it shows; also the name of its sheet in a workbook, there cut to what a sheet may bear.
  public var caption: String
  /// Its columns.
  public var columns: [Column]
  /// Its rows, each as long as the columns.
  public var rows: [[DocumentCell]]
  /// Rows at the end that are sums of the others; printed apart.
  public var totals: [[DocumentCell]] = []
  /// A remark below it; empty for none.
  public var note = ""

  /// A table without totals.
  public init(caption: String, columns: [Column], rows: [[DocumentCell]] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// A value in a table, rounded once, where it is written.
public struct DocumentCell: Sendable {
  /// What it holds.
  public enum Value: Sendable {
    /// A text.
    case text(String)
    /// A code or number of a document: written as text everywhere, digits kept.
    case code(String)
    /// A figure with its decimals, rounded half away from zero.
    case number(Double, decimals: Int)
    /// A coordinate with its decimals, rounded the same way: no separators between thousands, as
    /// surveyors write it and other programs take it.
    case coordinate(Double, decimals: Int)
    /// A day.
    case day(CalendarDate)
    /// Nothing belongs here.
    case empty
    /// A value that is not known, with what it is missing for; empty where that is said elsewhere.
    case unknown(String)
  }

  /// What it holds.
  public var value: Value
  /// How it is meant.
  public var tone: Tone

  /// A cell.
  public init(_ value: Value, tone: Tone = .plain) {
    self.value = value
    self.tone = tone
  }

  /// A text; nil and empty are nothing.
  public static func text(_ text: String?, tone: Tone = .plain) -> DocumentCell {
    DocumentCell(text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty, tone: tone)
  }
  /// A code; nil and empty are nothing.
  public static func code(_ text: String?) -> DocumentCell {
    DocumentCell(text.flatMap { $0.isEmpty ? nil : .code($0) } ?? .empty)
  }
  /// A figure; nil and NaN are unknown.
  public static func number(_ value: Double?, _ decimals: Int, tone: Tone = .plain) -> DocumentCell
  {
    guard let value, value.isFinite else { return DocumentCell(.unknown(""), tone: .unknown) }
    return DocumentCell(.number(value, decimals: decimals), tone: tone)
  }
  /// A coordinate; nil and NaN are unknown.
  public static func coordinate(_ value: Double?, _ decimals: Int) -> DocumentCell {
    guard let value, value.isFinite else { return unknown }
    return DocumentCell(.coordinate(value, decimals: decimals))
  }
  /// A count.
  public static func count(_ value: Int?) -> DocumentCell { number(value.map(Double.init), 0) }
  /// An area in m² as hectares with four decimals; nil is unknown.
  public static func hectares(_ area: Double?, tone: Tone = .plain) -> DocumentCell {
    number(area.map { $0 / 10_000 }, 4, tone: tone)
  }
  /// A share as a percentage with two decimals; nil is unknown.
  public static func percent(_ share: Double?, tone: Tone = .plain) -> DocumentCell {
    number(share.map { 100 * $0 }, 2, tone: tone)
  }
  /// A day; nil is nothing.
  public static func day(_ day: CalendarDate?) -> DocumentCell {
    DocumentCell(day.map { .day($0) } ?? .empty)
  }
  /// A value that is not known.
  public static let unknown = DocumentCell(.unknown(""), tone: .unknown)
  /// Nothing.
  public static let empty = DocumentCell(.empty)
}
