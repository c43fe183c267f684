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
    case .word(let error): failure(error)
    case .temporary(let reason): temporary(reason)
    }
  }

  /// A word-processor file that cannot be made.
  private func failure(_ error: WordError) -> Failure {
    let file = "report.docx"
    return switch error {
    case .missingProgram(let program, let package):
      failure(
        .componentMissing, file, Bilingual(zh: "需要 \(program)", en: "\(program) is needed"),
        Bilingual(zh: "请安装软件包 \(package)", en: "install the package \(package)"))
    case .failed(let program, let status, let message):
      failure(
        .componentMissing, file,
        Bilingual(
          zh: "\(program) 以状态 \(status) 结束" + (message.isEmpty ? "" : ":\(message)"),
          en: "\(program) ended with status \(status)" + (message.isEmpty ? "" : ": \(message)")),
        Bilingual(
          zh: "请检查 \(program)(见 landctl doctor),以及 TMPDIR 是否还有空间",
          en: "check \(program), see landctl doctor, and whether there is room in TMPDIR"))
    case .temporaryFiles(let reason): temporary(reason)
    case .template(let reason):
      failure(
        .ourFault, file, Bilingual(zh: reason, en: reason),
        Bilingual(zh: "请报告此故障", en: "please report this fault"))
    }
  }

  private func temporary(_ reason: String) -> Failure {
    failure(
      .machineRefuses, "TMPDIR",
      Bilingual(zh: "无法使用临时文件夹:\(reason)", en: "cannot use the temporary folder: \(reason)"),
      Bilingual(zh: "请检查 TMPDIR 的权限和剩余空间", en: "check the permissions and free space of TMPDIR"))
  }
}
