import LandKit

extension ErrorText {
  /// A dossier that cannot be made.
  func failure(_ error: DossierError) -> Failure {
    switch error {
    case .workbook(let error):
      failure(.ourFault, "tables.xlsx", error.message, error.remedy)
    case .geoPackage(let error):
      failure(
        error.kind == .output ? .cannotCreate : .ourFault, "boundary.gpkg", error.message,
        error.remedy)
    case .exchange(let error):
      failure(.inputUnusable, "boundary.txt", error.message, error.remedy)
    case .projection(let error): failure("boundary.gpkg", error)
    case .template(let error): failure(error)
    case .word(let error):
      failure(
        .componentMissing, "report.docx", Bilingual(zh: "\(error)", en: "\(error)"),
        Bilingual(zh: "请检查 pandoc 与 rsvg-convert", en: "check pandoc and rsvg-convert"))
    case .temporary(let reason):
      failure(
        .cannotCreate, "TMPDIR",
        Bilingual(zh: "无法使用临时文件夹:\(reason)", en: "cannot use the temporary folder: \(reason)"),
        Bilingual(zh: "请检查 TMPDIR 的权限和剩余空间", en: "check the permissions and free space of TMPDIR"))
    }
  }
}
