import Foundation
import LandGeometry
import LandPrograms

/// The programs of the machine: those that landctl hands work to, and those that people open its
/// files with. None is necessary.
struct ProgramChecks {
  let probe: ProgramProbe

  /// All of them; programs are asked at the same time, since some take a second to answer.
  func all() -> [HealthCheck] {
    let programs = Self.programs
    let found = Found(programs.map { $0.check })
    DispatchQueue.concurrentPerform(iterations: programs.count) { index in
      found.set(index, looked(for: programs[index]))
    }
    return found.checks + [font()]
  }

  private func looked(for program: Sought) -> HealthCheck {
    var check = program.check
    for name in program.names {
      let outside = OutsideProgram(name: name, package: program.package)
      guard let place = probe.location(of: outside) else { continue }
      check.place = place.path
      if let answer = probe.answer(of: place, ["--version"]) {
        check.state = .ok
        check.set(version: VersionNumber(in: answer))
      } else {
        check.state = .unusable
        check.reason = Bilingual(
          zh: "`\(name) --version` 没有正常结束", en: "`\(name) --version` does not end well")
      }
      return check
    }
    return check
  }

  /// A font for Chinese, as fontconfig sees it.
  private func font() -> HealthCheck {
    var check = HealthCheck(
      id: "chinese_font", name: Bilingual(zh: "中文字体", en: "a Chinese font"), state: .missing,
      purpose: Bilingual(
        zh: "打印报告、DOCX 中的图", en: "printed reports, drawings in DOCX"),
      remedy: "sudo apt-get install fonts-noto-cjk")
    let lister = OutsideProgram(name: "fc-list", package: "fontconfig")
    guard let place = probe.location(of: lister),
      let answer = probe.answer(of: place, [":lang=zh", "file", "family"])
    else {
      check.state = .unknown
      check.reason = Bilingual(
        zh: "没有 fc-list(软件包 fontconfig),无法得知",
        en: "there is no fc-list (package fontconfig) to tell")
      return check
    }
    // Fontconfig lists fonts in an order of its own: the first by name is the same every time.
    guard let font = answer.split(separator: "\n").min() else { return check }
    check.state = .ok
    check.place = String(font.prefix { $0 != ":" })
    return check
  }
}

extension ProgramChecks {
  /// A program to look for: the names that it may have, the first that is there counts.
  private struct Sought: Sendable {
    let names: [String]
    let package: String
    let check: HealthCheck

    init(
      _ names: [String], _ title: String, _ package: String, oldest: String? = nil,
      _ purpose: Bilingual
    ) {
      (self.names, self.package) = (names, package)
      check = HealthCheck(
        id: names[0].replacing("-", with: "_"), name: Bilingual(zh: title, en: title),
        state: .missing, oldest: oldest, purpose: purpose,
        remedy: "sudo apt-get install \(package)")
    }
  }

  private static let programs = [
    Sought(
      ["ogr2ogr"], "ogr2ogr (GDAL)", "gdal-bin", oldest: "3.6",
      Bilingual(
        zh: "读取 KML、DXF、MapInfo、FileGDB、PostGIS 等图层和 XLSX 表格",
        en: "layers by GDAL (KML, DXF, MapInfo, FileGDB, PostGIS …) and workbooks")),
    Sought(
      ["ogrinfo"], "ogrinfo (GDAL)", "gdal-bin", oldest: "3.6",
      Bilingual(zh: "同上:列出图层和工作表", en: "the same: lists layers and sheets")),
    Sought(
      ["pandoc"], "pandoc", "pandoc",
      Bilingual(zh: "expansion prepare 的 DOCX 报告", en: "the DOCX report of expansion prepare")),
    Sought(
      ["rsvg-convert"], "rsvg-convert", "librsvg2-bin",
      Bilingual(zh: "DOCX 报告中的图", en: "drawings in the DOCX report")),
    Sought(
      ["xdg-open"], "xdg-open", "xdg-utils",
      Bilingual(zh: "report --open", en: "report --open")),
    Sought(
      ["chromium", "google-chrome", "google-chrome-stable", "chrome"], "Chromium", "chromium",
      Bilingual(zh: "查看、打印 report.html", en: "to see and print report.html")),
    Sought(
      ["soffice", "libreoffice"], "LibreOffice", "libreoffice-calc",
      Bilingual(zh: "查看 XLSX、DOCX", en: "to see XLSX and DOCX")),
  ]

  /// The checks of several threads, each at its place.
  private final class Found: @unchecked Sendable {
    private let lock = NSLock()
    private var content: [HealthCheck]

    init(_ checks: [HealthCheck]) { content = checks }

    var checks: [HealthCheck] { lock.withLock { content } }

    func set(_ index: Int, _ check: HealthCheck) { lock.withLock { content[index] = check } }
  }
}
