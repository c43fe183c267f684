import LandLayers

/// Builds a JSON object member by member, in the order they are set.
public struct JSONObject: Sendable {
  private var content: [UInt8] = []

  /// An empty object.
  public init() {}

  /// The text.
  public var bytes: [UInt8] { [UInt8(ascii: "{")] + content + [UInt8(ascii: "}")] }

  private mutating func begin(_ name: String) {
    if !content.isEmpty { content.append(UInt8(ascii: ",")) }
    JSONString.append(name, to: &content)
    content.append(UInt8(ascii: ":"))
  }

  /// Adds a member; an empty cell is left out.
  public mutating func set(_ name: String, _ cell: Cell) {
    guard !cell.isEmpty else { return }
    begin(name)
    JSONText.append(cell, to: &content)
  }

  /// Adds an object as a member.
  public mutating func object(_ name: String, _ object: JSONObject) {
    begin(name)
    content += object.bytes
  }

  /// Adds an array of objects as a member.
  public mutating func objects(_ name: String, _ objects: [JSONObject]) {
    begin(name)
    content.append(UInt8(ascii: "["))
    for (index, object) in objects.enumerated() {
      if index > 0 { content.append(UInt8(ascii: ",")) }
      content += object.bytes
    }
    content.append(UInt8(ascii: "]"))
  }
}
