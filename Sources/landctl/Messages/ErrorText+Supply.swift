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
    case .topology(let file, let error):
      failure(
        .inputUnusable, file,
        Bilingual(
          zh: "区块无法合并:\(error.operation)", en: "blocks cannot be united: \(error.operation)"),
        Bilingual(zh: "请检查相邻区块的公共边界", en: "check the borders that blocks share"))
    }
  }
}
