import Foundation
import LandKit
import LandTestSupport
import Testing

/// A page taken apart for tests.
struct PageText {
  let text: String
  /// The data as JSON.
  let data: [String: Any]

  init(_ bytes: [UInt8]) throws {
    text = String(decoding: bytes, as: UTF8.self)
    let scripts = MarkupText.elements("script", in: text)
    let json = try #require(scripts.first { $0.attributes.contains("application/json") })
    data = try #require(
      JSONSerialization.jsonObject(with: Data(json.content.utf8)) as? [String: Any])
  }

  /// The page of an audit's folder.
  static func made(
    _ folder: String, _ language: Document.Language = .zh, limits: ReportLimits = ReportLimits(),
    withLayers: Bool = true, files: PageFileSet? = nil, workers: Int = 2
  ) throws -> PageText {
    let book = try AuditBook(folder: folder)
    func layer(_ role: ReportLayer.Role) throws -> ReportLayer? {
      guard withLayers else { return nil }
      let file = fixtures.appendingPathComponent("zone/\(role.rawValue).geojson").path
      let opened = try ReportLayer.open(file, role: role, for: book)
      #expect(opened.isThatOfTheAudit)
      return opened.layer
    }
    let report = AuditReport(
      book, language: language, zones: try layer(.zones), buildings: try layer(.buildings),
      limits: limits)
    let page = AuditPage(report, files: try files ?? PageFileSet())
    return try PageText(page.bytes(workers: Workers(count: workers)))
  }

  /// What is the same whatever the style sheet, the scripts and the libraries: the elements with
  /// words of this project. The data are compared with the files that they come from.
  func still(_ manifest: ManifestRecord) -> String {
    var text = self.text
    for name in ["style", "script"] {
      for element in MarkupText.elements(name, in: text) {
        text = text.replacingOccurrences(
          of: ">" + element.content + "</" + name, with: "></" + name)
      }
    }
    text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("Content-Security-Policy") }.joined(separator: "\n")
    return text.replacingOccurrences(of: manifest.geos, with: "GEOS")
      .replacingOccurrences(of: manifest.proj, with: "PROJ")
      .replacingOccurrences(of: "landctl \(manifest.version)", with: "landctl VERSION")
  }

  /// A part of the data.
  func object(_ name: String) throws -> [String: Any] {
    try #require(data[name] as? [String: Any])
  }

  /// The column of a name, each value as a text: of a word its index's word, of an unknown nil.
  func column(_ name: String) throws -> [String?] {
    let columns = try #require(try object("parcels")["columns"] as? [[String: Any]])
    let column = try #require(columns.first { $0["key"] as? String == name })
    let values = try #require(column["values"] as? [Any])
    if let words = column["words"] as? [String] {
      return values.map { value in
        let index = (value as? NSNumber)?.intValue ?? -1
        return index < 0 ? nil : words[index]
      }
    }
    return values.map { value in
      (value as? String) ?? (value as? NSNumber).map { "\($0.doubleValue)" }
    }
  }
}
