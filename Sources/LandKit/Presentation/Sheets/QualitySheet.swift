import LandCadastre
import LandDocuments
import LandGeometry
import LandWorkbook

/// What was found, code by code, and that nothing got lost: parcels read and shown, findings made
/// and listed.
struct QualitySheet {
  private let book: AuditBook
  private let language: Document.Language

  init(_ book: AuditBook, _ language: Document.Language) {
    self.book = book
    self.language = language
  }

  func table() -> StreamedTable {
    let column = book.findings["code"]
    var listed: [String: Int] = [:]
    for row in 0..<book.findings.count { listed[column.text(row) ?? "", default: 0] += 1 }
    let codes = Set(listed.keys).union(book.manifest.findings.keys)
    let known = codes.map { (name: $0, code: FindingCode(rawValue: $0)) }.sorted {
      let (a, b) = ($0.code?.severity ?? .info, $1.code?.severity ?? .info)
      return a != b ? a > b : $0.name < $1.name
    }
    var rows = known.map { name, code in
      self.row(
        name, code.map { language($0.title) } ?? name, severity: code?.severity,
        counts: (book.manifest.findings[name] ?? 0, listed[name] ?? 0),
        explanation: code.map { language($0.explanation) } ?? "",
        remedy: code.map { language($0.remedy) } ?? "")
    }
    rows.append(
      row(
        "", language("合计", "total"), severity: nil,
        counts: (book.manifest.findings.values.reduce(0, +), book.findings.count),
        explanation: language("本次审查的全部问题与本表“问题”", "findings made, and those in the sheet"),
        remedy: ""))
    let counts = book.manifest.counts
    let (audited, reported) = (counts["audited"] ?? 0, counts["reported"] ?? 0)
    rows.append(
      row(
        "", language("宗地:读取与列出", "parcels read and listed"), severity: nil,
        counts: (counts["read"] ?? 0, book.parcels.count),
        explanation: language(
          "读取 = 已量算 \(audited) + 未能量算 \(reported)",
          "read = measured \(audited) + not measurable \(reported)"), remedy: ""))
    return StreamedTable(
      caption: language("数据质量", "Quality of data"),
      headings: [
        language("问题代码", "code"), language("问题", "finding"), language("级别", "severity"),
        language("审查所得", "found"), language("本表所列", "listed"), language("一致", "agree"),
        language("说明", "explanation"), language("处理办法", "remedy"),
      ], rows: rows)
  }

  private func row(
    _ code: String, _ title: String, severity: FindingCode.Severity?, counts: (Int, Int),
    explanation: String, remedy: String
  ) -> [DocumentCell] {
    let agree = counts.0 == counts.1
    return [
      .code(code), .text(title),
      .text(
        severity.map { language(BookWords.label($0.rawValue, of: "severity")) },
        tone: severity.map { BookTone.of($0.rawValue, column: "severity") } ?? .plain),
      .count(counts.0), .count(counts.1),
      .text(agree ? language("是", "yes") : language("否", "no"), tone: agree ? .good : .bad),
      .text(explanation), .text(remedy),
    ]
  }
}
