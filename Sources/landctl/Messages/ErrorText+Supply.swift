import LandKit

extension ErrorText {
  /// A zone whose supply cannot be accounted.
  func failure(_ error: SupplyError) -> Failure {
    switch error {
    case .survey(let error): failure(AuditError.survey(error))
    case .emptyScope(let file):
      failure(
        .inputUnusable, file, Bilingual(zh: "范围图层没有要素", en: "the scope has no features"),
        Bilingual(zh: "请检查 approvals 的 scope", en: "check scope under approvals"))
    case .invalidScope(let file, _, let id, let reason, let near):
      failure(
        .inputUnusable, "\(file) \(id)",
        Bilingual(
          zh: "范围不是有效的多边形:\(reason)\(near.map { "(\($0.x), \($0.y))" } ?? "")",
          en: "the scope is no valid polygon: \(reason)\(near.map { " (\($0.x), \($0.y))" } ?? "")"),
        Bilingual(zh: "请在 GIS 中改正范围;范围从不自动修复", en: "correct the scope; it is never repaired"))
    case .unknownChange(let file, let id, let word):
      failure(
        .inputUnusable, "\(file) \(id)",
        Bilingual(
          zh: "看不出区块是调入还是调出:\(word)", en: "neither taken in nor given up: \(word)"),
        Bilingual(
          zh: "变化类型请写 调入(in)或 调出(out)", en: "write in or out in the column change"))
    case .topology(let file, let error):
      failure(
        .inputUnusable, file,
        Bilingual(
          zh: "图形无法叠加:\(error.operation)", en: "polygons cannot be overlaid: \(error.operation)"),
        Bilingual(zh: "请检查相邻图形的公共边界", en: "check the borders that polygons share"))
    }
  }
}
