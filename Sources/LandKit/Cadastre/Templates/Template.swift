/// Files to start from: what `landctl template` writes.
public enum Template: String, CaseIterable, Sendable {
  /// `contracts.csv`: contracts and allocation decisions.
  case contracts
  /// `enterprises.csv`.
  case enterprises
  /// `zone.yaml`.
  case zone
  /// A rulebook of one's own.
  case rulebook
  /// `fields.yaml`: what an office calls its columns.
  case fields
  /// `transform.yaml`: parameters from an old datum to CGCS2000, and who answers for them.
  case transform

  /// The content in UTF-8. Tables start with a byte order mark, so that spreadsheets show Chinese,
  /// and have lines that end in CR LF.
  public var text: String {
    switch self {
    case .contracts: Template.table(.contracts, Template.contractExample)
    case .enterprises: Template.table(.enterprises, Template.enterpriseExample)
    case .zone: Template.zoneText
    case .rulebook: Template.rulebookText
    case .fields: Template.fieldsText
    case .transform: Template.transformText
    }
  }

  /// The usual name of such a file.
  public var fileName: String {
    switch self {
    case .contracts: "contracts.csv"
    case .enterprises: "enterprises.csv"
    case .zone: "zone.yaml"
    case .rulebook: "rulebook.yaml"
    case .fields: "fields.yaml"
    case .transform: "transform.yaml"
    }
  }
}
