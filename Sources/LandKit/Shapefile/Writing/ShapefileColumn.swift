/// A column of the table of a shapefile to be written.
public struct ShapefileColumn: Hashable, Sendable {
  /// What its values are.
  public enum Kind: Hashable, Sendable {
    /// Texts of up to 254 bytes.
    case text
    /// Whole numbers.
    case integer
    /// Numbers, written with all their digits.
    case real
    /// True or false.
    case truth
    /// Days, given as the text `2024-05-20`.
    case day
  }

  /// Its name; ten bytes of it are written.
  public var name: String
  /// What its values are.
  public var kind: Kind

  /// A column.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// The encoding of the names and texts of a shapefile to be written.
public enum ShapefileEncoding: String, Hashable, Sendable {
  /// What today's programs write.
  case utf8 = "UTF-8"
  /// What older programs in China expect.
  case gbk = "GBK"
}
