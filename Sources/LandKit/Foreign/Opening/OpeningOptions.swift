import Foundation
import LandCadastre
import LandGeometry

/// How inputs are read, where they leave it open.
public struct OpeningOptions: Sendable {
  /// What an office calls its columns.
  public var fields: FieldsFile?
  /// Parameters from an old datum to CGCS2000.
  public var shift: ShiftFile?
  /// The encoding of the texts of shapefiles and dBASE tables, where the files do not say it
  /// rightly.
  public var encoding: String?
  /// Who reads.
  public var workers: Workers
  /// Where programs are found (`PATH`).
  public var environment: [String: String]

  /// Nothing said beside the files.
  public init(
    fields: FieldsFile? = nil, shift: ShiftFile? = nil, encoding: String? = nil,
    workers: Workers = Workers(count: 1),
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.fields = fields
    self.shift = shift
    self.encoding = encoding
    self.workers = workers
    self.environment = environment
  }
}
