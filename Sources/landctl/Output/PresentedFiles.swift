import LandKit

/// Makes what was asked for beside the data files of an audit, from these files, and moves all to
/// their places together.
struct PresentedFiles {
  let names: [String]
  let folder: String
  let zones: PlacedLayer?
  let language: Language

  /// Why the files cannot be made.
  enum Failure: Error {
    case book(AuditBookError)
    case workbook(WorkbookError)
    case layers(GeoPackageError)
    case output(OutputError)
  }

  /// Adds the files and publishes; where one cannot be made, none appears.
  ///
  /// - Parameter data: the finished data files, the manifest last.
  func publish(with data: [FinishedFile]) throws(Failure) {
    var added: [FinishedFile] = []
    do throws(Failure) { try make(from: data, into: &added) } catch {
      for file in data + added { file.discard() }
      throw error
    }
    do throws(OutputError) {
      // The manifest stays last: where it stands, all others stand.
      try publishTogether(data.dropLast() + added + data.suffix(1))
    } catch { throw .output(error) }
  }

  private func make(
    from data: [FinishedFile], into added: inout [FinishedFile]
  ) throws(Failure) {
    if names.isEmpty { return }
    let book: AuditBook
    do throws(AuditBookError) {
      let places = Dictionary(
        zip(AuditDirectory.names, data.map(\.temporary)), uniquingKeysWith: { $1 })
      book = try AuditBook { places[$0] ?? $0 }
    } catch { throw .book(error) }
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if name == AuditWorkbook.name {
        do throws(WorkbookError) {
          added.append(try AuditWorkbook(book, language: language.ofPaper).finished(at: path))
        } catch { throw .workbook(error) }
      } else {
        do throws(GeoPackageError) {
          let layers = AuditLayers(
            book, zones: zones.flatMap { ZoneOutlines($0) }, language: language.ofPaper)
          added.append(try layers.finished(at: path))
        } catch { throw .layers(error) }
      }
    }
  }
}

extension ErrorText {
  /// Files that cannot be made from those of an audit.
  func failure(_ error: PresentedFiles.Failure) -> Failure {
    switch error {
    case .output(let error): failure(error)
    case .workbook(let error):
      failure(
        error.kind == .resources ? .cannotCreate : .ourFault, AuditWorkbook.name, error.message,
        error.remedy)
    case .layers(let error):
      failure(
        error.kind == .output ? .cannotCreate : .ourFault, AuditLayers.name, error.message,
        error.remedy)
    case .book(let error):
      // What this run has just written.
      failure(
        .ourFault, "manifest.json", Bilingual(zh: "\(error)", en: "\(error)"),
        Bilingual(zh: "请报告此问题", en: "please report this"))
    }
  }
}
