/// Codes and numbers of a note, `name=value;name=value`, put together byte by byte: notes are written
/// for every parcel, and texts that are joined cost an array and as many texts.
public struct NoteText: Sendable {
  private var bytes: [UInt8] = []

  /// An empty note.
  public init() {}

  /// The note so far.
  public var text: String { bytes.isEmpty ? "" : String(decoding: bytes, as: UTF8.self) }

  /// Adds a name with its value.
  public mutating func add(_ name: String, _ value: String) {
    if bytes.isEmpty { bytes.reserveCapacity(112) } else { bytes.append(UInt8(ascii: ";")) }
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "="))
    bytes.append(contentsOf: value.utf8)
  }

  /// Adds a name with a day.
  public mutating func add(_ name: String, _ day: CalendarDate) { add(name, day.description) }
}
