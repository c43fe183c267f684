import LandCadastre
import LandGeometry
import LandRulebook

/// Says which columns of an input are not read and look like a slip in the name of one that is.
enum ColumnSpelling {
  /// A note a column, in the order of the file; none for columns that a chosen rulebook asks for.
  static func notes(
    _ names: [String], _ role: Field.Role?, _ rules: RuleSelection
  ) -> [Bilingual] {
    guard let role else { return [] }
    let map = FieldMap(names: names, role: role)
    guard !map.unrecognised.isEmpty else { return [] }
    let meant = map.meant
    let declared = rules.declaredColumns(.parcel, .project, .enterprise, .zone)
    return map.unrecognised.compactMap { name in
      guard let near = meant[name], !declared.contains(name) else { return nil }
      return Bilingual(
        zh: "未读取列“\(name)”,是否应为“\(near)”?",
        en: "the column '\(name)' is not read; did you mean '\(near)'?")
    }
  }
}
