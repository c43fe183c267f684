import LandCadastre
import LandForeign
import LandGeoPackage
import LandGeometry
import LandLayers
import LandOutput
import LandProjection
import LandShapefile
import LandSurvey

/// An input that is to be written in another format.
public struct Conversion: Sendable {
  /// What is written.
  public enum Content: Sendable {
    case layer(ConvertedLayer)
    case table(AttributeTable)
  }

  /// How it is written.
  public struct Options: Sendable {
    /// The system the input is in, where it is not the one that the file names.
    public var system: CoordinateSystem?
    /// Whether its axes are exchanged.
    public var swapAxes = false
    /// The system it is taken to.
    public var target: CoordinateSystem?
    /// What the columns mean; decides which section of a fields file is used.
    public var role = Field.Role.parcels
    /// Whether shapefiles and exchange files are written in GBK rather than UTF-8.
    public var writesGBK = false
    /// The day that formats with a date get.
    public var day: CalendarDate
    /// How the input is read.
    public var opening = OpeningOptions()

    /// The usual ones, for a day.
    public init(day: CalendarDate) { self.day = day }
  }

  /// What is written.
  public let content: Content
  /// Whether the input has shapes that are left out.
  let hadShapes: Bool
  /// What was assumed while reading.
  public let notes: [Bilingual]
  /// How it is written.
  public let options: Options
  private let sources: [SourceBytes]

  /// Reads an input.
  ///
  /// - Parameter format: the format it will be written in, which decides whether a layer or a table is
  ///   wanted.
  public init(_ input: InputFile, for format: OutputFormat, _ options: Options)
    throws(ConversionError)
  {
    self.options = options
    sources = input.files
    let read: Read
    do throws(FormatError) { read = try Self.read(input, format, options) } catch {
      throw .format(error)
    }
    switch read {
    case .layer(let layer):
      notes = layer.notes
      hadShapes = false
      do throws(SurveyError) {
        content = .layer(
          try ConvertedLayer(
            layer, system: options.system, swapAxes: options.swapAxes, to: options.target))
      } catch { throw .survey(error) }
    case .table(let opened, let withoutShapes):
      content = .table(opened.table.attributes)
      notes = opened.notes
      hadShapes = withoutShapes
    }
  }

  /// Makes sure that nobody has written to the input since it was opened.
  func checkUnchanged() throws(FormatError) {
    for source in sources { try source.checkUnchanged() }
  }

  private enum Read {
    case layer(FeatureLayer)
    case table(OpenedTable, withoutShapes: Bool)
  }

  private static func read(
    _ input: InputFile, _ format: OutputFormat, _ options: Options
  ) throws(FormatError) -> Read {
    let isTable = try input.isTable
    guard isTable || !format.holdsShapes else {
      return .layer(try input.layer(options.role, options.opening))
    }
    guard format.holdsTables else {
      throw FormatError(
        file: input.reference.path,
        message: Bilingual(
          zh: "没有图形,不能写成 \(format.rawValue)",
          en: "it has no shapes, so it cannot be written as \(format.rawValue)"),
        remedy: Bilingual(
          zh: "表格可写成 csv、json、xlsx、ods、gpkg", en: "tables go to csv, json, xlsx, ods or gpkg"))
    }
    let role: Field.Role = options.role == .enterprises ? .enterprises : .contracts
    let opened = try input.table(HeaderSearch(role), options.opening)
    return .table(opened, withoutShapes: !isTable)
  }

  /// The attributes.
  var table: AttributeTable {
    switch content {
    case .layer(let layer): layer.layer.attributes
    case .table(let table): table
    }
  }
}

/// Why an input cannot be converted.
public enum ConversionError: Error, Sendable {
  /// It cannot be read, or a program is missing.
  case format(FormatError)
  /// Its coordinates, or the way to another system.
  case survey(SurveyError)
  /// Its system.
  case projection(ProjectionError)
  /// The output cannot be written.
  case output(OutputError)
  /// The content has no room in the format.
  case content(Bilingual, remedy: Bilingual)
  /// None of these: our fault.
  case other(String)
}
