import LandCadastre
import LandDocuments
import LandOutput
import LandWorkbook

/// A paper as files for a folder: HTML for print, a workbook and a CSV file for each table.
public struct PaperFiles: Sendable {
  /// A file, made and not yet written.
  public struct File: Sendable {
    /// Its name.
    public var name: String
    /// Its bytes.
    public var bytes: [UInt8]
  }
  /// Why a paper cannot be made.
  public enum Failure: Error {
    /// The workbook.
    case workbook(WorkbookError)
    /// A template of ours.
    case template(TemplateError)
  }

  /// The files, in order.
  public let files: [File]

  /// Makes the files of a paper.
  ///
  /// - Parameters:
  ///   - name: name of the HTML file and the workbook, without extension.
  ///   - day: the day that the workbook bears.
  public init(_ document: Document, name: String, day: CalendarDate) throws(Failure) {
    var files: [File] = []
    do throws(TemplateError) {
      files.append(File(name: name + ".html", bytes: Array(try HTMLPage(document).text().utf8)))
    } catch { throw .template(error) }
    do throws(WorkbookError) {
      files.append(File(name: name + ".xlsx", bytes: try Workbook.bytes(of: document, day: day)))
    } catch { throw .workbook(error) }
    let tables = document.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    for (index, table) in tables.enumerated() {
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      files.append(File(name: "\(name)-\(number).csv", bytes: table.csv()))
    }
    self.files = files
  }

  /// Writes all files into a folder, whole or not at all.
  public func write(to folder: String) throws(OutputError) {
    try writeTogether(files.map { (folder + "/" + $0.name, $0.bytes) })
  }
}
