extension Finding {
  /// Joins the conversions of single cells (D412) into one finding per file and field, with the
  /// first cell's place and the number of cells as its value: a whole column of Excel days is one
  /// fact, not a million.
  public static func collapsingConversions(_ findings: [Finding]) -> [Finding] {
    struct Key: Hashable {
      var file: String
      var field: String
      var form: Substring
    }
    var kept: [Finding] = []
    var places: [Key: Int] = [:]
    for finding in findings {
      guard finding.code == .unitConverted, finding.subjectKind != .file else {
        kept.append(finding)
        continue
      }
      let form = finding.note.prefix { $0 != ":" }
      let key = Key(file: finding.file, field: finding.field, form: form)
      if let place = places[key] {
        kept[place].value = (kept[place].value ?? 1) + 1
      } else {
        places[key] = kept.count
        kept.append(finding)
        kept[kept.count - 1].value = 1
        kept[kept.count - 1].unit = "cells"
      }
    }
    return kept
  }
}
