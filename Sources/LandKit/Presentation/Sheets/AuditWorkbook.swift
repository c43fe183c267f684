import LandDocuments
import LandOutput
import LandWorkbook

/// An audit as an XLSX workbook: overview, parcels, contracts, findings, overlaps, zones, quality of
/// data, notes. It says what the audit's files say and measures nothing.
///
/// Areas stand in m² with 2 decimals, quotients with 4, shares in percent, rounded half away from
/// zero from the figures of the files. The same audit gives the same bytes.
public struct AuditWorkbook: Sendable {
  /// The name of the file in an audit's folder.
  public static let name = "audit.xlsx"

  private let book: AuditBook
  private let language: Document.Language

  /// The workbook of an audit in a language.
  public init(_ book: AuditBook, language: Document.Language) {
    self.book = book
    self.language = language
  }

  /// Writes the file beside its place; the caller publishes it together with the audit's others.
  ///
  /// - Throws: ``WorkbookError`` where the place or the temporary folder cannot be written to.
  public func finished(at path: String) throws(WorkbookError) -> FinishedFile {
    let sheets = BookSheet(language: language)
    return try StreamedWorkbook(
      tables: [
        OverviewSheet(book, language).table(), sheets.parcels(book), sheets.contracts(book),
        sheets.findings(book), sheets.overlaps(book), sheets.zones(book),
        QualitySheet(book, language).table(), OriginSheet(book, language).table(),
      ],
      properties: WorkbookProperties(
        title: language("宗地审查", "Audit of parcels"), day: book.manifest.asOf,
        language: language)
    ).finished(at: path)
  }
}
