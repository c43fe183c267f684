extension Template {
  /// All fields by kind of file, to be copied from.
  static var fieldsText: String {
    var text = FieldsDraft.head
    for role in Field.Role.allCases {
      text += "\n# \(role.rawValue):\n"
      for field in Field.fields(of: role) {
        let unit = field.header(in: role).dropFirst(field.names(in: role).first?.count ?? 0)
        text += "#   列名: \(field.rawValue)  # \(field.officialName)\(unit)\n"
      }
    }
    return text
  }
}
