/// Codes and numbers of a note, `name=value;name=value`, put together in one text: notes are written
/// for every parcel, and a list that is joined at the end costs an array and as many texts.
public struct NoteText: Sendable {
  /// The note so far.
  public private(set) var text = ""

  /// An empty note.
  public init() {}

  /// Adds a name with its value.
  public mutating func add(_ name: String, _ value: String) {
    if text.isEmpty { text.reserveCapacity(96) } else { text += ";" }
    text += name
    text += "="
    text += value
  }

  /// Adds a name with a day.
  public mutating func add(_ name: String, _ day: CalendarDate) { add(name, day.description) }
}
