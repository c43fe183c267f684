import LandAudit
import LandDocuments
import LandOutput
import LandSurvey

/// Why the papers of an audit cannot be made.
public enum AuditPaperError: Error, Sendable {
  /// They cannot be written.
  case output(OutputError)
  /// The files of the audit cannot be read back.
  case book(AuditBookError)
  /// A template cannot be used.
  case template(TemplateError)
}

/// The papers of an audit on their way into its folder. They are made from the data files before
/// these appear, so that all appear together.
public struct AuditPapers: ~Copyable {
  private let outputs: AuditOutputs
  private var page: AtomicFile?

  /// Opens the papers beside their places, so that a place that cannot be written to is known
  /// before any work is done.
  public init(folder: String, outputs: AuditOutputs) throws(OutputError) {
    self.outputs = outputs
    let path = { (name: String) in folder.hasSuffix("/") ? folder + name : folder + "/" + name }
    page = nil
    if outputs.contains(.report) {
      try makeFolder(folder)
      page = try AtomicFile(path("report.html"))
    }
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
      if var page {
        let book: AuditBook
        do throws(AuditBookError) { book = try AuditBook { audit.path(of: $0) } } catch {
          throw .book(error)
        }
        let bytes: [UInt8]
        do throws(TemplateError) {
          bytes = try AuditPage(report(book), files: files).bytes(workers: workers)
        } catch { throw .template(error) }
        do throws(OutputError) {
          try page.write(bytes)
          papers.append(try page.finish())
        } catch { throw .output(error) }
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
}
