/// The bytes of one input, held once and shared by all that point into them.
///
/// A file is mapped rather than copied, so its pages can leave memory again once they have been
/// read. Text in another encoding is transcoded to UTF-8 first and then held as an array.
public final class SourceBytes: Sendable {
  /// The name that the user gave, used in every message.
  public let name: String
  let storage: Storage

  enum Storage: Sendable {
    case array([UInt8])
    case mapped(MappedFile)
  }

  /// Bytes already in memory.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    storage = .array(bytes)
    packed = nil
  }

  init(name: String, mapped: MappedFile, packed: MappedFile? = nil) {
    self.name = name
    storage = .mapped(mapped)
    self.packed = packed.map { SourceBytes(name: name, mapped: $0) }
  }

  /// The file's bytes as they are, where these ones were packed in it.
  public let packed: SourceBytes?

  /// The size of the file.
  public var fileSize: Int { packed?.count ?? count }

  /// The number of bytes.
  public var count: Int {
    switch storage {
    case .array(let bytes): bytes.count
    case .mapped(let file): file.count
    }
  }
}
