/// Names of columns that a `.dbf` cut off at ten bytes: 宗地代码 is 宗地代 in UTF-8, 约定动工日期 is
/// 约定动工日 in GBK.
public enum CutNames {
  /// The bytes that the format has for a name.
  private static let room = 10

  /// What cut names stand for: those that no field answers to, that fill their room, and that are the
  /// beginning of names of one field only.
  ///
  /// - Returns: the name in the file and the whole one; nothing for a field that another column has.
  public static func whole(of names: [String], role: Field.Role) -> [String: String] {
    let map = FieldMap(names: names, role: role)
    var found: [String: (name: String, field: Field)] = [:]
    for name in map.unrecognised where fillsRoom(name) {
      guard let whole = only(beginningWith: name, role), map[whole.field] == nil else { continue }
      found[name] = whole
    }
    // Two columns that could be one field are not told apart by guessing.
    let counts = Dictionary(grouping: found.values, by: \.field).mapValues(\.count)
    return found.filter { counts[$0.value.field] == 1 }.mapValues(\.name)
  }

  /// Whether not one character more had room, in UTF-8 or with two bytes a Chinese character.
  private static func fillsRoom(_ name: String) -> Bool {
    let wide = name.unicodeScalars.filter { $0.value >= 0x80 }.count
    let narrow = name.unicodeScalars.count - wide
    let (utf8, gbk) = (name.utf8.count, narrow + 2 * wide)
    return (room - 2...room).contains(utf8) && (wide > 0 || utf8 == room)
      || (room - 1...room).contains(gbk) && wide > 0
  }

  private static func only(
    beginningWith name: String, _ role: Field.Role
  ) -> (name: String, field: Field)? {
    let key = name.lowercased()
    var found: (name: String, field: Field)?
    for field in Field.allCases where field.belongs(to: role) {
      for candidate in [field.rawValue] + field.names(in: role)
      where candidate.lowercased().hasPrefix(key) && candidate.count > name.count {
        if let found, found.field != field { return nil }
        found = found ?? (candidate, field)
      }
    }
    return found
  }
}
