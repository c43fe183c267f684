import Foundation
import LandAudit
import LandCadastre
import LandDocuments
import LandGeoPackage
import LandGeometry
import LandLayers
import LandReport
import LandSurvey
import LandWorkbook

/// Makes the papers of an application: the same application, language and day give the same bytes.
public struct DossierMaker {
  let application: Application
  private let language: Document.Language
  private let arguments: [DossierArgument]
  private let inputs: [DossierInput]
  private let folder: String
  private let staleAfterMonths: Int?

  /// A maker of one dossier.
  ///
  /// - Parameters:
  ///   - staleAfterMonths: papers older than this are marked; nil marks none.
  ///   - arguments: the command line that asks for the same again.
  ///   - inputs: the files it is made from.
  ///   - folder: where it will be written; paths in the manifest are seen from there.
  public init(
    _ application: Application, language: Document.Language, staleAfterMonths: Int? = nil,
    arguments: [DossierArgument], inputs: [DossierInput], folder: String
  ) {
    self.application = application
    self.language = language
    self.staleAfterMonths = staleAfterMonths
    self.arguments = arguments
    self.inputs = inputs
    self.folder = folder
  }

  /// Makes all files in memory.
  public func make() throws(DossierError) -> Dossier {
    var notes: [Bilingual] = []
    let maps =
      application.survey.map {
        DossierMaps(application: application, survey: $0, language: language).all()
      } ?? [:]
    if maps.isEmpty {
      notes.append(
        Bilingual(
          zh: "zone.yaml 的 approvals 没有 scope,不能绘图、核算供地和列界址点",
          en: "no scope under approvals in zone.yaml: no maps, supply or boundary points"))
    }
    let named = DossierTables(
      application: application, language: language, staleAfterMonths: staleAfterMonths
    ).all()
    let document = LandUseReport(
      application: application, language: language,
      tables: Dictionary(
        named.filter(\.isPrinted).map { ($0.name, $0.table) },
        uniquingKeysWith: { first, _ in first }),
      maps: maps
    ).document()

    var files: [DossierFile] = []
    files.append(try page(document))
    let word = try wordFile(document, &notes)
    if let word { files.append(word) }
    files.append(try workbook(document, named))
    files += named.filter(\.isFile).map { DossierFile("tables/\($0.name).csv", $0.table.csv()) }
    files += maps.values.sorted { $0.name < $1.name }.map { map in
      DossierFile("maps/\(map.name).svg", Array(map.drawing.svgFile().utf8))
    }
    files += try boundaryFiles(&notes)
    if let remaining = application.supply?.remainingGeoJSON() {
      files.append(DossierFile("remaining.geojson", remaining))
    }
    let check = application.check.json(supply: application.supply, survey: application.survey)
    files.append(DossierFile("check.json", check.bytes + [UInt8(ascii: "\n")]))

    let programs = word == nil ? [] : WordDocument.programVersions()
    let manifest = DossierManifest(
      application: application, arguments: arguments, inputs: inputs, folder: folder,
      programs: programs)
    return Dossier(
      application: application, files: files, manifest: manifest.json(files), notes: notes,
      programs: programs.map { DossierRecord.Program(name: $0.name, version: $0.version) },
      inputs: inputs)
  }

  private func page(_ document: Document) throws(DossierError) -> DossierFile {
    do throws(TemplateError) {
      return DossierFile("report.html", Array(try HTMLPage(document).text().utf8))
    } catch { throw .template(error) }
  }

  /// The report for word processors, where the programs that make it are installed.
  private func wordFile(
    _ document: Document, _ notes: inout [Bilingual]
  ) throws(DossierError) -> DossierFile? {
    let word = WordDocument(document, day: application.check.asOf)
    let missing = word.missingPrograms()
    guard missing.isEmpty else {
      let packages = missing.compactMap { error -> String? in
        if case .missingProgram(_, let package) = error { package } else { nil }
      }.joined(separator: " ")
      notes.append(
        Bilingual(
          zh: "没有安装 \(packages),未生成 report.docx;安装:sudo apt-get install \(packages)",
          en:
            "\(packages) not installed, so there is no report.docx: sudo apt-get install \(packages)"
        ))
      return nil
    }
    do throws(WordError) { return DossierFile("report.docx", try word.bytes()) } catch {
      throw .word(error)
    }
  }

  private func workbook(
    _ document: Document, _ tables: [DossierTables.Named]
  ) throws(DossierError) -> DossierFile {
    do throws(WorkbookError) {
      let bytes = try Workbook.bytes(
        tables: tables.filter(\.isFile).map(\.table),
        properties: WorkbookProperties(
          title: document.title, day: application.check.asOf, language: language,
          particulars: document.particulars))
      return DossierFile("tables.xlsx", bytes)
    } catch { throw .workbook(error) }
  }
}
