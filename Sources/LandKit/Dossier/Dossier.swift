import LandAudit

/// A file of a dossier.
public struct DossierFile: Sendable {
  /// Its name, with the folder inside the dossier where it has one.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]
}
