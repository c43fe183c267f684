import LandGeometry

/// Folders and settings of whoever starts landctl.
struct MachineChecks {
  let environment: [String: String]
  /// The current folder.
  let folder: String

  func all() -> [HealthCheck] { [temporaryFolder(), currentFolder(), locale()] }

  private func temporaryFolder() -> HealthCheck {
    looked(
      at: environment["TMPDIR"] ?? "/tmp",
      HealthCheck(
        id: "temporary_folder",
        name: Bilingual(zh: "临时目录(TMPDIR)", en: "temporary folder (TMPDIR)"),
        state: .ok, isNecessary: true,
        purpose: Bilingual(
          zh: "压缩文件、标准输入、工作簿、GDAL", en: "packed files, standard input, workbooks, GDAL"),
        remedy: "export TMPDIR=/var/tmp"))
  }

  private func currentFolder() -> HealthCheck {
    looked(
      at: folder,
      HealthCheck(
        id: "current_folder", name: Bilingual(zh: "当前目录", en: "current folder"), state: .ok,
        purpose: Bilingual(
          zh: "相对路径的 --output", en: "--output with a relative path"),
        remedy: "cd"))
  }

  private func looked(at folder: String, _ check: HealthCheck) -> HealthCheck {
    var check = check
    check.place = folder
    check.freeBytes = FolderProbe.freeBytes(in: folder)
    check.reason = FolderProbe.fault(in: folder)
    if check.reason != nil { check.state = .unusable }
    return check
  }

  /// Files never depend on the locale; a terminal that expects other bytes shows Chinese wrongly.
  private func locale() -> HealthCheck {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    var check = HealthCheck(
      id: "locale", name: Bilingual(zh: "区域设置", en: "locale"), state: .ok,
      purpose: Bilingual(
        zh: "终端上的中文;--lang 的默认值", en: "Chinese on the terminal; the default of --lang"),
      remedy: "export LANG=C.UTF-8")
    check.place = named
    let encoding = (named ?? "").lowercased().replacing("-", with: "")
    if !encoding.contains("utf8") {
      check.state = named == nil ? .missing : .unusable
      check.reason = Bilingual(zh: "不是 UTF-8", en: "it is not UTF-8")
    }
    return check
  }
}
