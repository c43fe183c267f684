import LandLayers

/// A value of a zone file with the line it stands in and, where the file gives them, the document
/// it was taken from, the page, and the day of that document.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  public var value: Value
  /// Line of the file, from 1; 0 for values made in code.
  public var line: Int
  /// The document that it was taken from, as written.
  public var source: String?
  /// The page or the place in that document, as written.
  public var page: String?
  /// Day of that document or figure.
  public var date: CalendarDate?

  /// A value with its provenance.
  public init(
    _ value: Value, line: Int = 0, source: String? = nil, page: String? = nil,
    date: CalendarDate? = nil
  ) {
    self.value = value
    self.line = line
    self.source = source
    self.page = page
    self.date = date
  }
}

/// A file that a zone file names.
public struct FileReference: Hashable, Sendable {
  /// The path, resolved against the folder of the zone file.
  public var path: String
  /// The layer within the file, where one is named behind a colon.
  public var layer: String?
  /// As the zone file has it.
  public var written: String

  /// A reference at hand.
  public init(path: String, layer: String? = nil, written: String) {
    self.path = path
    self.layer = layer
    self.written = written
  }

  /// The path with the layer behind a colon, as inputs are named.
  public var text: String { layer.map { "\(path):\($0)" } ?? path }
}

/// The value of a figure that a rulebook declares.
public enum FigureValue: Hashable, Sendable {
  /// A number, in the unit that the rulebook declares.
  case number(Double)
  /// true or false.
  case boolean(Bool)
  /// A day.
  case date(CalendarDate)
  /// A text; also whatever stands in quotes.
  case text(String)
}
