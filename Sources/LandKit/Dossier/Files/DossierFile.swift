import LandLayers

/// A file of a dossier, made and not yet written.
public struct DossierFile: Sendable {
  /// Its name, with the folder inside the dossier where it has one: `tables/supply.csv`.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// SHA-256 of the bytes in hexadecimal.
  public let sha256: String

  /// A file of these bytes.
  public init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    sha256 = SourceBytes(name: name, bytes: bytes).sha256()
  }
}

/// A file that a dossier is made from.
public struct DossierInput: Hashable, Sendable {
  /// What it was used for: `parcels`, `zone`, `approvals[1].scope`, `materials.M01`.
  public var role: String
  /// Where it is.
  public var path: String

  /// A file by its use and place.
  public init(role: String, path: String) {
    self.role = role
    self.path = path
  }
}

/// An option that a dossier was asked for with, so that it can be made again.
public struct DossierArgument: Hashable, Sendable {
  /// The option with its dashes; empty for an argument without one.
  public var option: String
  /// Its value, or the path of a file.
  public var value: String
  /// Whether the value is a path.
  public var isPath: Bool

  /// An option with a value.
  public init(_ option: String, _ value: String, isPath: Bool = false) {
    self.option = option
    self.value = value
    self.isPath = isPath
  }
}
