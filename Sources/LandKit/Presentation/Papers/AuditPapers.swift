import LandAudit
import LandDocuments
import LandGeoPackage
import LandGeometry
import LandOutput
import LandSurvey
import LandWorkbook

/// Why the papers of an audit cannot be made.
public enum AuditPaperError: Error, Sendable {
  /// They cannot be written.
  case output(OutputError)
  /// The files of the audit cannot be read back.
  case book(AuditBookError)
  /// A template cannot be used.
  case template(TemplateError)
  /// The workbook cannot be made.
  case workbook(WorkbookError)
  /// The layers cannot be made.
  case layers(GeoPackageError)
}

/// The papers of an audit on their way into its folder. They are made from the data files before
/// these appear, so that all appear together.
public struct AuditPapers: ~Copyable {
  private let folder: String
  private let outputs: AuditOutputs
  private var page: AtomicFile?

  /// Opens the papers beside their places, so that a place that cannot be written to is known
  /// before any work is done.
  public init(folder: String, outputs: AuditOutputs) throws(OutputError) {
    self.folder = folder
    self.outputs = outputs
    page = nil
    try makeFolder(folder)
    if outputs.contains(.report) { page = try AtomicFile(path(AuditPage.name)) }
  }

  private func path(_ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Makes the papers and moves them with the data files to their places.
  ///
  /// - Parameters:
  ///   - files: templates, style sheet and scripts of the page.
  ///   - workers: who makes the page; the bytes do not depend on it.
  ///   - report: the report of the audit that is read back.
  public consuming func publish(
    _ audit: FinishedAudit, files: PageFileSet, workers: Workers,
    report: (AuditBook) -> AuditReport
  ) throws(AuditPaperError) {
    var papers: [FinishedFile] = []
    do throws(AuditPaperError) {
      if !outputs.papers.isEmpty {
        let book: AuditBook
        do throws(AuditBookError) { book = try AuditBook { audit.path(of: $0) } } catch {
          throw .book(error)
        }
        let report = report(book)
        try addPage(report, files, workers, to: &papers)
        try addWorkbook(report, to: &papers)
        try addLayers(report, to: &papers)
      }
    } catch {
      audit.discard()
      for paper in papers { paper.discard() }
      throw error
    }
    do throws(OutputError) {
      try audit.publish(with: papers, withData: outputs.contains(.data))
    } catch { throw .output(error) }
  }

  private mutating func addPage(
    _ report: AuditReport, _ files: PageFileSet, _ workers: Workers,
    to papers: inout [FinishedFile]
  ) throws(AuditPaperError) {
    guard outputs.contains(.report) else { return }
    let bytes: [UInt8]
    do throws(TemplateError) {
      bytes = try AuditPage(report, files: files).bytes(workers: workers)
    } catch { throw .template(error) }
    do throws(OutputError) {
      try page?.write(bytes)
      if let file = try page?.finish() { papers.append(file) }
    } catch { throw .output(error) }
  }

  private func addWorkbook(
    _ report: AuditReport, to papers: inout [FinishedFile]
  ) throws(AuditPaperError) {
    guard outputs.contains(.workbook) else { return }
    do throws(WorkbookError) {
      let workbook = AuditWorkbook(report.book, language: report.language)
      papers.append(try workbook.finished(at: path(AuditWorkbook.name)))
    } catch { throw .workbook(error) }
  }

  private func addLayers(
    _ report: AuditReport, to papers: inout [FinishedFile]
  ) throws(AuditPaperError) {
    guard outputs.contains(.layers) else { return }
    do throws(GeoPackageError) {
      let layers = AuditLayers(
        report.book, zones: report.zones.map { ZoneOutlines($0) }, language: report.language)
      papers.append(try layers.finished(at: path(AuditLayers.name)))
    } catch { throw .layers(error) }
  }
}
