import LandKit

extension ErrorText {
  /// The files of an audit that cannot be read back.
  func failure(_ error: AuditBookError) -> Failure {
    let advice = Bilingual(
      zh: "请重新运行 landctl audit … --output 生成该文件夹",
      en: "make the folder again with landctl audit … --output")
    return switch error {
    case .format(let error): failure(error)
    case .manifest(let file, let reason):
      failure(
        .inputUnusable, file,
        Bilingual(
          zh: "不是本程序的审查清单：\(reason)", en: "not the manifest of an audit: \(reason)"), advice)
    case .system(let file):
      failure(
        .inputUnusable, file,
        Bilingual(
          zh: "坐标系与清单不符", en: "the coordinate system is not that of the manifest"), advice)
    case .mixed(let geojson, let csv, let manifest):
      failure(
        .inputUnusable, "manifest.json",
        Bilingual(
          zh: "文件不属于同一次审查：清单 \(manifest) 宗，parcels.csv \(csv) 宗，parcels.geojson \(geojson) 宗",
          en: "the files are of different audits: \(manifest) parcels in the manifest, \(csv) in "
            + "parcels.csv, \(geojson) in parcels.geojson"), advice)
    }
  }

  /// A template that cannot be used: the user's fault where it is one of the user's.
  func failure(_ error: TemplateError) -> Failure {
    let place = error.line.map { "\(error.file):\($0)" } ?? error.file
    return failure(
      error.isOwn ? .inputUnusable : .ourFault, place,
      Bilingual(zh: error.reason, en: error.reason),
      error.isOwn
        ? Bilingual(
          zh: "请改正该文件，或从 --template 文件夹中移走",
          en: "correct the file, or take it out of the folder of --template")
        : Bilingual(zh: "请报告此问题", en: "please report this"))
  }

  /// Papers of an audit that cannot be made.
  func failure(_ error: AuditPaperError) -> Failure {
    switch error {
    case .output(let error): failure(error)
    case .book(let error): failure(error)
    case .template(let error): failure(error)
    case .workbook(let error):
      failure(
        error.kind == .resources ? .cannotCreate : .ourFault, AuditWorkbook.name, error.message,
        error.remedy)
    case .layers(let error):
      failure(
        error.kind == .output ? .cannotCreate : .ourFault, AuditLayers.name, error.message,
        error.remedy)
    }
  }
}
