import Foundation
import LandTestSupport
import Testing

/// Locales and time zones, known or not: names of files, bytes and messages.
@Suite("Locales and time zones") struct LocaleTests {
  private let scratch: Scratch
  private let parcels: String

  init() throws {
    scratch = try Scratch()
    parcels = try scratch.write("数据/宗地.geojson", Sample.parcels)
  }

  private static let locales: [[String: String]] = [
    ["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LC_ALL": "zh_CN.GB18030"], ["LC_ALL": "xx_YY.no"],
    ["LC_ALL": ""], ["LANG": ""],
  ]

  @Test("names in Chinese, the same bytes, messages in UTF-8", arguments: locales)
  func locale(environment: [String: String]) throws {
    let usual = try runLandctl(["convert", parcels, "-", "--format", "csv", "--lang", "zh"])
    let run = try runLandctl(
      ["convert", parcels, "-", "--format", "csv", "--lang", "zh"], environment: environment)
    #expect(run.status == 0 && run.stdout == usual.stdout && run.stderr == usual.stderr)
    #expect(String(validating: usual.stdout, as: UTF8.self)?.contains("名称") == true)
    let missing = try runLandctl(
      ["audit", scratch.path("没有.geojson"), "--lang", "zh"], environment: environment)
    #expect(missing.status == 66 && missing.stderr.contains("没有.geojson: 无法打开文件"))
  }

  @Test("a name that is not UTF-8 is refused as such, not taken for another file")
  func otherEncoding() throws {
    for locale in ["C", "zh_CN.GB18030"] {
      let run = try runLandctl(
        [], environment: ["LC_ALL": locale],
        launch: .after(#"set -- inspect "$(printf '\326\320.geojson')""#))
      #expect(run.status == 64, "\(run.stderr)")
      let words = locale == "C" ? "argument 2 is not UTF-8" : "第 2 个参数不是 UTF-8"
      #expect(run.stderr.contains(words), "\(run.stderr)")
    }
  }

  @Test(
    "the default day is that of Shanghai, whatever the time zone",
    arguments: ["Pacific/Kiritimati", "America/Adak", "no/such zone", "", ":/etc/passwd"])
  func timeZone(name: String) throws {
    func today() throws -> String {
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
      let day = calendar.dateComponents([.year, .month, .day], from: Date())
      func two(_ number: Int?) -> String { String((number ?? 0) + 100).suffix(2).description }
      return "\(day.year ?? 0)-\(two(day.month))-\(two(day.day))"
    }
    let before = try today()
    let run = try runLandctl(["audit", parcels, "--format", "csv"], environment: ["TZ": name])
    let days = Set(Table(run.stdout)["as_of"])
    let after = try today()
    #expect(days == [before] || days == [after], "\(days)")
  }
}
