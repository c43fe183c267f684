import LandLayers
import LandReport

/// Whether a dossier still holds: whether its files are as they were written, whether the files it
/// was made from are as they were read, and whether making it again gives the same.
public struct DossierVerification: Sendable {
  /// What became of a file.
  public enum State: String, Sendable {
    /// As the manifest has it.
    case same
    /// There, and not the same.
    case changed
    /// Not there.
    case missing
    /// Not looked at.
    case skipped
  }
  /// A file with what became of it.
  public struct Item: Sendable {
    /// Its name, or the path of an input with its use.
    public var name: String
    /// What it was used for; empty for a file of the dossier.
    public var role = ""
    /// What became of it.
    public var state: State
  }

  /// The files of the dossier, as they lie there.
  public var files: [Item]
  /// The files it was made from.
  public var inputs: [Item]
  /// The files of the dossier against those made again; empty where it could not be made again.
  public var remade: [Item] = []
  /// Whether the verdict is the one of the manifest; nil where it could not be made again.
  public var outcomeHolds: Bool?
  /// Why it could not be made again.
  public var obstacle: String?

  /// Whether everything is as it was.
  public var holds: Bool {
    (files + inputs).allSatisfy { $0.state == .same }
      && remade.allSatisfy { $0.state == .same || $0.state == .skipped }
      && !remade.isEmpty && outcomeHolds == true
  }

  /// Looks at the files of a dossier and at those it was made from.
  public init(_ record: DossierRecord, folder: String) {
    files = record.outputs.map { output in
      Item(name: output.name, state: Self.state(of: folder + "/" + output.name, output.sha256))
    }
    inputs = record.inputs.map { input in
      // A file that was not there when the dossier was made is as it was while it is not there.
      let path = RelativePath.resolve(input.path, from: folder)
      let state =
        input.sha256.map { Self.state(of: path, $0) }
        ?? (FileDigest(path) == nil ? State.same : .changed)
      return Item(name: input.path, role: input.role, state: state)
    }
  }

  /// Holds the dossier against one made again from the same inputs. Files made by other programs are
  /// not held against those of another version.
  public mutating func compare(_ again: Dossier, with record: DossierRecord) {
    let made = Dictionary(
      again.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    let isSameMake =
      again.programs.map { "\($0.name) \($0.version)" }
      == record.programs.map { "\($0.name) \($0.version)" }
    remade = record.outputs.map { output in
      if !isSameMake, output.name.hasSuffix(".docx") {
        return Item(name: output.name, state: .skipped)
      }
      let state: State =
        made[output.name].map { $0 == output.sha256 ? .same : .changed } ?? .missing
      return Item(name: output.name, state: state)
    }
    outcomeHolds = again.outcome == record.outcome
  }

  private static func state(of path: String, _ sha256: String) -> State {
    guard let digest = FileDigest(path) else { return .missing }
    return digest.sha256 == sha256 ? .same : .changed
  }
}
