import Foundation
import LandTestSupport
import Testing

/// Reports made by the program, driven in Chromium by `Tests/Browser/test_report.py`
/// (`make test-extras`): a made zone, holders that are no decent names, and many parcels.
@Suite(.enabled(if: Extras.areWanted)) struct ReportBrowserExtrasTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Audits and returns where the page is.
  private func report(_ name: String, _ arguments: [String]) throws -> String {
    let run = try runLandctl(
      ["audit"] + arguments
        + ["--as-of", "2025-06-30", "--lang", "zh", "--output", scratch.path(name)])
    try #require(run.status == 0, "\(run.stderr)")
    return scratch.path(name + "/report.html")
  }

  private func madeZone() throws -> String {
    func path(_ name: String) -> String { fixtures.appendingPathComponent("zone/" + name).path }
    return try report(
      "zone",
      [
        path("parcels.geojson"), "--buildings", path("buildings.geojson"), "--zones",
        path("zones.geojson"), "--contracts", path("contracts.csv"),
      ])
  }

  /// The side of a parcel, degrees.
  private let side = 0.0009
  /// The distance from a parcel to the next one, degrees.
  private let step = 0.001

  private func square(_ column: Int, _ row: Int, width: Double, height: Double) -> String {
    let (west, south) = (115 + Double(column) * step, 28 + Double(row) * step)
    let corners = [(0, 0), (width, 0), (width, height), (0, height), (0, 0)].map {
      "[\(west + $0.0),\(south + $0.1)]"
    }
    return "{\"type\":\"Polygon\",\"coordinates\":[[\(corners.joined(separator: ","))]]}"
  }

  private func layer(_ features: [(properties: String, geometry: String)]) -> String {
    let lines = features.map {
      "{\"type\":\"Feature\",\"properties\":{\($0.properties)},\"geometry\":\($0.geometry)}"
    }
    return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
      + "\"urn:ogc:def:crs:EPSG::4490\"}},\"features\":[\n\(lines.joined(separator: ",\n"))\n]}\n"
  }

  private func code(_ number: Int) -> String {
    "369901001003GB" + String(repeating: "0", count: 5 - String(number).count) + String(number)
  }

  /// Square parcels in rows of a hundred that touch nobody, in zones of fifty by fifty.
  private func grid(_ count: Int, in folder: String) throws -> [String] {
    let parcels = (0..<count).map { number in
      (
        "\"parcel_id\":\"\(code(number))\",\"zone_id\":\"Z\(number % 100 / 50 + number / 5000 * 2)\","
          + "\"land_use\":\"工业用地\",\"supply_state\":\"已供\"",
        square(number % 100, number / 100, width: side, height: side)
      )
    }
    let size = 50 * step - 0.0001
    let zones = (0..<(count > 5000 ? 4 : 1)).map { zone in
      (
        "\"zone_id\":\"Z\(zone)\",\"zone_name\":\"虚构\(zone)区\"",
        square(zone % 2 * 50, zone / 2 * 50, width: size, height: size)
      )
    }
    return [
      try scratch.write(folder + "/parcels.geojson", layer(parcels)), "--zones",
      try scratch.write(folder + "/zones.geojson", layer(zones)),
    ]
  }

  /// Names that mean something to a browser, a spreadsheet or a line of text.
  private static let holders = [
    "<script>window.hacked = 1; alert(1)</script>", "</script><img src=x onerror=alert(1)>",
    "\" onclick=\"alert(1)", "O'Brien & <b>Sons</b>", "公司\u{202E}cod.exe", "🏭 虚构表情有限公司",
    "=cmd|' /C calc'!A0", "--><svg onload=alert(1)>", "شركة 虚构 ١٢",
  ]

  private func hostile() throws -> String {
    let arguments = try grid(12, in: "hostile-input")
    var lines = ["合同编号,宗地代码,文书类型,受让人,土地用途,出让面积(平方米),合同签订日期,约定动工日期,动工状态"]
    for (number, holder) in Self.holders.enumerated() {
      let quoted = "\"" + holder.replacingOccurrences(of: "\"", with: "\"\"") + "\""
      lines.append("H\(number),\(code(number)),出让合同,\(quoted),工业用地,8800,2020-01-10,2020-07-10,未动工")
    }
    let contracts = try scratch.write(
      "hostile-input/contracts.csv", lines.joined(separator: "\r\n") + "\r\n")
    return try report("hostile", arguments + ["--contracts", contracts])
  }

  @Test("the pages work in a browser: map, table, search, dialogs, print, phone, hostile texts")
  func browser() throws {
    let pages = [
      "REPORT=" + (try madeZone()), "REPORT_HOSTILE=" + (try hostile()),
      "REPORT_LARGE=" + (try report("large", try grid(10_000, in: "large-input"))),
    ]
    // Debian's own Python: it has Debian's selenium. Its messages go to standard error.
    let script = checkout.appendingPathComponent("Tests/Browser/test_report.py").path
    let run = try Extras.run(
      ["PYTHONDONTWRITEBYTECODE=1"] + pages
        + ["sh", "-c", "exec /usr/bin/python3 \"$0\" 2>&1", script])
    #expect(run.status == 0, "\(run.text)")
    // Nothing may be left out for want of a page.
    #expect(!run.text.contains("skipped="), "\(run.text)")
  }
}
