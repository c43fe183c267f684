import LandCadastre
import LandForeign
import LandGeometry
import LandLayers
import LandProjection
import LandSurvey

/// What a file holds, found without auditing it.
public struct Inspection {
  /// A column and what it is taken for.
  public struct Column: Sendable {
    /// The name as the file has it.
    public var name: String
    /// The field it is taken for, by its English name; nil where it is not recognised.
    public var field: String?
    /// The unit that the name states.
    public var unit: String?
    /// By how much a value is multiplied to reach the field's own unit.
    public var factor: Double
    /// The known name that may have been meant by one that is not recognised; nil where none is near.
    public var meant: String?
  }

  /// The file as the user named it.
  public var file: String
  /// Its size.
  public var byteCount: Int
  /// The format that was recognised.
  public var format: String
  /// The text encoding and how it was known.
  public var encoding: String
  /// What its columns look like most: parcels, buildings, zones or contracts.
  public var role: Field.Role
  /// Features or rows.
  public var count: Int
  /// Features by the state of their geometry; empty for a table.
  public var states: [GeometryState: Int] = [:]
  /// Vertices of all polygons.
  public var vertexCount = 0
  /// The coordinate system that the file names.
  public var declaredCRS: String?
  /// The system it is taken to be in, and how that is known; nil where that cannot be said.
  public var system: (name: String, source: PlacedLayer.SystemSource)?
  /// Why the coordinates cannot be taken so.
  public var systemError: SurveyError?
  /// The box around all polygons, in the file's own numbers.
  public var extent = Envelope.empty
  /// All columns, in the order of the file.
  public var columns: [Column] = []
  /// Faults found while reading.
  public var findings: [Finding] = []

  /// What was chosen, assumed or left out on the way.
  public var notes: [Bilingual] = []

  /// Looks into a file. A table without geometry is taken for contracts.
  public init(_ text: String, _ options: OpeningOptions = OpeningOptions()) throws(FormatError) {
    let file = try InputFile(text)
    if try file.isTable {
      let opened = try file.table(HeaderSearch(.contracts), options)
      self.init(opened, file)
    } else {
      self.init(try file.layer(.parcels, options), file)
    }
  }

  private init(_ opened: OpenedTable, _ input: InputFile) {
    let table = opened.table
    file = input.reference.shown
    byteCount = input.byteCount
    format = Self.name(of: opened)
    encoding = table.encoding
    notes = opened.notes
    count = table.attributes.rowCount
    role = .contracts
    findings = ReadingFindings.findings(of: table)
    describe(table.attributes.names)
    findings +=
      role == .enterprises
      ? EnterpriseBook(reading: table.attributes).findings
      : ContractBook(reading: table.attributes).findings
  }

  private static func name(of opened: OpenedTable) -> String {
    guard opened.format == "CSV" else {
      return opened.format + (opened.sheet.map { " (\($0))" } ?? "")
    }
    let separator = opened.table.separator
    return "CSV (\(separator == "\t" ? "tab" : String(separator)))"
  }

  private init(_ layer: FeatureLayer, _ input: InputFile) {
    file = input.reference.shown
    byteCount = input.byteCount
    format = layer.format
    notes = layer.notes
    encoding = layer.encoding
    count = layer.featureCount
    role = .parcels
    declaredCRS = layer.declaredCRS
    for state in layer.state { states[state, default: 0] += 1 }
    vertexCount = layer.geometry.vertexCount
    for feature in 0..<layer.featureCount { extent.include(layer.geometry.envelope(of: feature)) }
    describe(layer.attributes.names)
    let subject: Finding.SubjectKind =
      switch role {
      case .buildings: .building
      case .zones: .zone
      default: .parcel
      }
    findings = ReadingFindings.findings(of: layer, subject: subject)
    let names = FeatureNames(layer, field: .parcelID)
    do throws(SurveyError) {
      let placed = try PlacedLayer(
        layer, system: nil, swapAxes: false, subject: subject, id: { names[$0] })
      system = (placed.system.name, placed.systemSource)
      findings += placed.findings
    } catch {
      systemError = error
    }
  }

  private static func hasID(_ map: FieldMap) -> Bool {
    let field: Field =
      switch map.role {
      case .parcels, .contracts: .parcelID
      case .buildings: .buildingID
      case .zones: .zoneID
      case .enterprises: .enterpriseID
      }
    return map.bindings.contains { $0.field == field }
  }

  /// Chooses the role whose vocabulary knows most columns, and says what each column is.
  private mutating func describe(_ names: [String]) {
    let roles: [Field.Role] =
      role == .contracts ? [.contracts, .enterprises] : [.parcels, .buildings, .zones]
    let maps = roles.map { FieldMap(names: names, role: $0) }
    // Among equals the first that has its own id, else the first: parcels.
    let most = maps.map(\.bindings.count).max()
    let best = maps.filter { $0.bindings.count == most }
    guard let map = best.first(where: Self.hasID) ?? best.first else { return }
    role = map.role
    let meant = map.meant
    columns = names.enumerated().map { index, name in
      let binding = map.bindings.first { $0.column == index }
      return Column(
        name: name, field: binding?.field.rawValue, unit: binding?.unit?.rawValue,
        factor: binding?.scale.factor ?? 1, meant: binding == nil ? meant[name] : nil)
    }
    findings += map.findings(file: file)
  }
}
