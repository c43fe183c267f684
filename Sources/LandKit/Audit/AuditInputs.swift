import LandCadastre
import LandForeign
import LandGeometry
import LandLayers
import LandProjection
import LandReport
import LandRulebook
import LandSurvey

/// The files of an audit, read and placed.
public struct AuditInputs: Sendable {
  /// What the manifest says of an input file.
  public struct Digest: Sendable {
    /// What the file was used for: `parcels`, `buildings`, `zones`, `contracts`.
    public var role: String
    /// Its name, without the folder.
    public var name: String
    /// Its size in bytes.
    public var byteCount: Int
    /// SHA-256 of its bytes in hexadecimal.
    public var sha256: String

    init(role: String, source: SourceBytes) {
      self.role = role
      name = FileName.last(source.name)
      byteCount = source.fileSize
      sha256 = source.sha256()
    }

    /// A digest that was taken while the file was read part by part.
    init(role: String, name: String, byteCount: Int, sha256: String) {
      self.role = role
      self.name = name
      self.byteCount = byteCount
      self.sha256 = sha256
    }
  }

  /// The parcels.
  public let parcels: PlacedLayer
  /// The buildings, in the space of the parcels.
  public let buildings: PlacedLayer?
  /// The zones, in the space of the parcels.
  public let zones: PlacedLayer?
  /// The contracts.
  public let contracts: ContractBook?
  /// The enterprises.
  public let enterprises: EnterpriseBook?
  /// What the zone files say.
  public let zoneFiles: [ZoneFile]
  /// The rows of the contract table, for the counts.
  public let contractRows: Int
  /// One digest a file, where asked for.
  public let digests: [Digest]
  /// What was found while reading and placing.
  public var findings: [Finding] { stages.all }
  /// The same by where it was found.
  let stages: Stages
  /// The bytes that were read, of all files.
  private let sources: [SourceBytes]
  /// What the user should know of how tables were read: the sheet of a workbook, units above it.
  public let notes: [(file: String, text: Bilingual)]

  /// What was found while reading and placing, in the order of the work.
  struct Stages: Sendable {
    var parcelsRead: [Finding] = []
    var parcelsPlaced: [Finding] = []
    var buildingsRead: [Finding] = []
    var buildingsPlaced: [Finding] = []
    /// Zones and tables.
    var rest: [Finding] = []

    var all: [Finding] {
      parcelsRead + parcelsPlaced + buildingsRead + buildingsPlaced + rest
    }
  }

  private enum Loaded: Sendable {
    case layer(Result<FeatureLayer, FormatError>)
    case table(WorkBeside<Result<OpenedTable, FormatError>>)
  }

  /// Reads and places all files; `digests` says whether they are hashed for a manifest. The zone
  /// files are read before, because the rulebooks are chosen by them; see ``RuleChoice``.
  public init(
    _ paths: AuditPaths, options: AuditOptions, digests wantsDigests: Bool,
    zoneFiles: [ZoneFile] = []
  ) throws(AuditError) {
    try self.init(
      paths, options: options, digests: wantsDigests, zoneFiles: zoneFiles, frames: [:],
      frameDigests: [])
  }

  /// The same with some layers given: those that are read part by part come as frames without
  /// features, with the digests of their files.
  init(
    _ paths: AuditPaths, options: AuditOptions, digests wantsDigests: Bool,
    zoneFiles: [ZoneFile], frames: [String: FeatureLayer], frameDigests: [Digest]
  ) throws(AuditError) {
    self.zoneFiles = zoneFiles
    // Files are opened first, so that a missing one is reported before any is read.
    let named: [(role: String, path: String)] = [
      ("parcels", paths.parcels), ("buildings", paths.buildings), ("zones", paths.zones),
      ("contracts", paths.contracts), ("enterprises", paths.enterprises),
    ].compactMap { role, path in frames[role] == nil ? path.map { (role, $0) } : nil }
    var files: [(role: String, file: InputFile)] = []
    for (role, path) in named {
      do throws(FormatError) { files.append((role, try InputFile(path))) } catch {
        throw .format(error)
      }
    }
    var sources = files.flatMap { role, file in file.files.map { (role: role, source: $0) } }
    for path in paths.zoneFiles where wantsDigests {
      do throws(FormatError) { sources.append(("zone", try SourceBytes.open(path))) } catch {
        throw .format(error)
      }
    }
    let opened = sources
    let workers = options.survey.workers
    var opening = options.opening
    opening.workers = workers
    let reading = opening
    // Digests and tables are taken beside the layers, of which each keeps all workers busy.
    let hashing = wantsDigests ? workers.beside { opened.map(Digest.init) } : nil
    let loaded = files.map { role, file in
      let tables: [String: Field.Role] = ["contracts": .contracts, "enterprises": .enterprises]
      if let kind = tables[role] {
        return Loaded.table(
          workers.beside {
            Result { () throws(FormatError) in try file.table(HeaderSearch(kind), reading) }
          })
      }
      let layers: [String: Field.Role] = ["buildings": .buildings, "zones": .zones]
      let kind = layers[role] ?? .parcels
      return Loaded.layer(Result { () throws(FormatError) in try file.layer(kind, reading) })
    }
    var layers = frames
    var tables: [String: CSVTable] = [:]
    var notes: [(file: String, text: Bilingual)] = []
    for (index, item) in loaded.enumerated() {
      do throws(FormatError) {
        switch item {
        case .layer(let result):
          let layer = try result.get()
          layers[files[index].role] = layer
          let odd = ColumnSpelling.notes(
            layer.attributes.names, Field.Role(rawValue: files[index].role), options.rules)
          notes += (layer.notes + odd).map { (files[index].file.reference.shown, $0) }
        case .table(let result):
          let table = try result.value().get()
          tables[files[index].role] = table.table
          let odd = ColumnSpelling.notes(
            table.table.attributes.names, Field.Role(rawValue: files[index].role), options.rules)
          notes += (table.notes + odd).map { (files[index].file.reference.shown, $0) }
        }
      } catch { throw .format(error) }
    }
    self.notes = notes

    var stages = Stages()
    guard let parcelLayer = layers["parcels"] else { throw .noPolygons(paths.parcels) }
    stages.parcelsRead = ReadingFindings.findings(of: parcelLayer, subject: .parcel)
    let parcels = try Self.place(
      parcelLayer, system: options.survey.system, swapAxes: options.survey.swapAxes,
      fallback: nil, subject: .parcel, field: .parcelID)
    guard frames["parcels"] != nil || parcels.layer.state.contains(.polygon) else {
      throw .noPolygons(paths.parcels)
    }
    stages.parcelsPlaced = parcels.findings
    self.parcels = parcels

    if let layer = layers["buildings"] {
      stages.buildingsRead = ReadingFindings.findings(of: layer, subject: .building)
      let placed = try Self.companion(layer, of: parcels, subject: .building, field: .buildingID)
      stages.buildingsPlaced = placed.findings
      buildings = placed
    } else {
      buildings = nil
    }
    var findings: [Finding] = []
    if let layer = layers["zones"] {
      findings += ReadingFindings.findings(of: layer, subject: .zone)
      let placed = try Self.companion(layer, of: parcels, subject: .zone, field: .zoneID)
      findings += placed.findings
      zones = placed
    } else {
      zones = nil
    }
    if let table = tables["contracts"] {
      findings += ReadingFindings.findings(of: table)
      try Self.checkContracts(table)
      let book = ContractBook(
        reading: table.attributes, figures: options.rules.declaredColumns(.parcel, .project))
      findings += book.findings
      contracts = book
      contractRows = table.attributes.rowCount
    } else {
      contracts = nil
      contractRows = 0
    }
    if let table = tables["enterprises"] {
      findings += ReadingFindings.findings(of: table)
      do throws(FormatError) {
        let book = try EnterpriseBook.read(table.attributes)
        findings += book.findings
        enterprises = book
      } catch { throw .format(error) }
    } else {
      enterprises = nil
    }
    stages.rest = findings
    self.stages = stages
    let databases = files.filter { wantsDigests && $0.file.reference.isDatabase }.map {
      Digest(role: $0.role, name: $0.file.reference.shown, byteCount: 0, sha256: "")
    }
    digests = frameDigests + (hashing?.value() ?? []) + databases
    for (_, source) in opened { source.letGo() }
    self.sources = opened.map(\.source)
  }

  /// Makes sure that nobody has written to a file since it was opened; to be asked before anything
  /// is published.
  public func checkUnchanged() throws(AuditError) {
    do throws(FormatError) {
      for source in sources { try source.checkUnchanged() }
    } catch { throw .format(error) }
  }

  /// A part of the parcels and buildings of a run, with all else that the run has.
  init(part parcels: PlacedLayer, _ buildings: PlacedLayer?, of whole: AuditInputs) {
    self.parcels = parcels
    self.buildings = buildings
    zones = whole.zones
    contracts = whole.contracts
    enterprises = whole.enterprises
    zoneFiles = whole.zoneFiles
    contractRows = whole.contractRows
    digests = []
    sources = []
    notes = []
    stages = Stages()
  }

  /// Places a layer that goes with the parcels, and takes it to their space.
  static func companion(
    _ layer: FeatureLayer, of parcels: PlacedLayer, subject: Finding.SubjectKind, field: Field,
    isPart: Bool = false
  ) throws(AuditError) -> PlacedLayer {
    let follows = !parcels.system.isGeographic || parcels.systemSource == .option
    let placed = try place(
      layer, system: nil, swapAxes: false, fallback: follows ? parcels.system : nil,
      subject: subject, field: field, isPart: isPart)
    do throws(SurveyError) { return try placed.converted(toSpaceOf: parcels) } catch {
      throw .survey(error)
    }
  }

  /// A table whose columns name neither parcel nor contract cannot be matched with anything.
  private static func checkContracts(_ table: CSVTable) throws(AuditError) {
    let map = FieldMap(names: table.attributes.names, role: .contracts)
    if map.hasAny(of: [.parcelID, .contractNo, .supervisionNo]) { return }
    throw .format(
      FormatError(
        file: table.attributes.source.name, line: 1,
        message: Bilingual(
          zh: "表头里没有宗地编号、合同编号或电子监管号",
          en: "no column names a parcel, a contract or a supervision number"),
        remedy: Bilingual(
          zh: "请把列名写成 宗地编号 或 合同编号;用 landctl inspect 查看识别到的字段",
          en: "name the columns parcel_id or contract_no; landctl inspect shows what is recognised")
      ))
  }

  static func place(
    _ layer: FeatureLayer, system: CoordinateSystem?, swapAxes: Bool,
    fallback: CoordinateSystem?, subject: Finding.SubjectKind, field: Field, isPart: Bool = false
  ) throws(AuditError) -> PlacedLayer {
    let names = FeatureNames(layer, field: field)
    do throws(SurveyError) {
      return try PlacedLayer(
        layer, system: system, swapAxes: swapAxes, fallback: fallback, subject: subject,
        isPart: isPart, id: { names[$0] })
    } catch { throw .survey(error) }
  }
}

/// Why an audit cannot be made.
public enum AuditError: Error, Sendable {
  /// A file cannot be read.
  case format(FormatError)
  /// A file holds no readable polygon.
  case noPolygons(String)
  /// Coordinates or their systems cannot be used.
  case survey(SurveyError)
  /// Output cannot be written.
  case output(OutputError)
  /// The supply of a zone cannot be accounted.
  case supply(SupplyError)
  /// The boundary points of proposed blocks cannot be listed.
  case boundary(BoundaryError, file: String)
  /// The rulebooks cannot be chosen.
  case rules(RuleSelection.Failure)
  /// What was asked for needs all parcels at once.
  case needsWhole(Bilingual)
}
