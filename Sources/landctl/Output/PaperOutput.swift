import LandKit

/// Writes a paper's files into a folder and says which.
enum PaperOutput {
  static func write(
    _ document: Document, name: String, day: CalendarDate, to folder: String, _ language: Language
  ) throws {
    let errors = ErrorText(language: language)
    let files: PaperFiles
    do throws(PaperFiles.Failure) {
      files = try PaperFiles(document, name: name, day: day)
    } catch {
      switch error {
      case .workbook(let error): throw Terminal.said(errors.failure(DossierError.workbook(error)))
      case .template(let error): throw Terminal.said(errors.failure(DossierError.template(error)))
      }
    }
    do throws(OutputError) { try files.write(to: folder) } catch {
      OpenFiles.removeAll()
      throw Terminal.said(errors.failure(error))
    }
    for file in files.files { Terminal.note("\(folder)/\(file.name)") }
  }
}
