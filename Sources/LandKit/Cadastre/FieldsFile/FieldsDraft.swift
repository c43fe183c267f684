import LandGeometry

/// A draft of a ``FieldsFile`` from what the columns of a file were taken for, to be completed by
/// whoever knows the file.
public enum FieldsDraft {
  /// The text of a section.
  ///
  /// - Parameters:
  ///   - names: the columns of the file.
  ///   - role: what the file holds.
  public static func section(_ names: [String], role: Field.Role, file: String) -> String {
    let map = FieldMap(names: names, role: role)
    var lines = ["\(role.rawValue):  # \(file)"]
    var known: Set<Int> = []
    for binding in map.bindings {
      known.insert(binding.column)
      let meaning =
        if let unit = binding.unit {
          "{field: \(binding.field.rawValue), unit: \(quoted(unit.rawValue))}"
        } else {
          binding.field.rawValue
        }
      lines.append("  \(quoted(binding.name)): \(meaning)  # \(binding.field.officialName)")
    }
    var seen = Set(map.bindings.map(\.name))
    for name in map.duplicates.map(\.dropped) + map.unrecognised where seen.insert(name).inserted {
      if name.isEmpty { continue }
      // A comment, so that the draft changes nothing before somebody has filled it in.
      lines.append("  # \(quoted(name)): ")
    }
    if lines.count == 1 { lines[0] = "# \(lines[0])" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The head of the file.
  public static let head = """
    # 列名对应表:左边是文件里的列名,右边是字段(landctl template fields 列出全部字段)或 ignore。
    # Columns: on the left the name in the file, on the right the field, or ignore.
    # 单位不同时写 / where the unit differs: {field: contract_area_m2, unit: 公顷}
    schema: 1

    """

  /// A text in double quotes where YAML would take it for something else.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
