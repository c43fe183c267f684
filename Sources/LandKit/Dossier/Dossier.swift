import LandAudit
import LandGeometry
import LandReport

/// The papers of an application, made and not yet written.
public struct Dossier: Sendable {
  /// What the papers are about.
  public let application: Application
  /// The files, in the order of the manifest.
  public let files: [DossierFile]
  /// The manifest.
  public let manifest: [UInt8]
  /// What people should know of how it was made: what was left out and why.
  public let notes: [Bilingual]
  /// Programs that made some of the files.
  public let programs: [DossierRecord.Program]
  let inputs: [DossierInput]

  /// The verdict on the application, as the manifest has it.
  public var outcome: String { application.check.outcome.rawValue }

  /// Writes all files into a folder, whole or not at all.
  public func write(to folder: String) throws(OutputError) {
    try DossierDirectory.write(files, manifest: manifest, to: folder, keeping: inputs)
  }
}
