import Foundation
import LandAudit
import LandCadastre
import LandGeoPackage
import LandGeometry
import LandLayers
import LandProjection
import LandReport
import LandSurvey

extension DossierMaker {
  /// Boundary points of the proposed blocks as the departments exchange them: text files for each
  /// three-degree zone, GeoPackage, GeoJSON.
  func boundaryFiles(_ notes: inout [Bilingual]) throws(DossierError) -> [DossierFile] {
    guard let survey = application.survey?.boundaries, !survey.blocks.isEmpty else { return [] }
    notes += survey.notices.map(\.text)
    var files: [DossierFile] = []
    let texts = survey.exchangeTexts(
      producer: application.file.name?.value ?? application.check.zone,
      day: application.check.asOf.description)
    for text in texts {
      let name = texts.count == 1 ? "boundary.txt" : "boundary-\(text.zone).txt"
      do throws(ExchangeTextError) {
        files.append(DossierFile("boundary/" + name, try ExchangeTextWriter().bytes(of: text)))
      } catch { throw .exchange(error) }
    }
    files.append(DossierFile("boundary/boundary.geojson", survey.geoJSON(name: "boundary")))
    files.append(try geoPackage(survey))
    return files
  }

  private func geoPackage(_ survey: BoundarySurvey) throws(DossierError) -> DossierFile {
    let layers: [GeoPackageLayer]
    do throws(ProjectionError) { layers = try survey.geoPackageLayers() } catch {
      throw .projection(error)
    }
    // SQLite writes to a file: one of our own, read back and removed.
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "landctl-dossier-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    } catch { throw .temporary("\(error)") }
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "boundary.gpkg").path
    do throws(GeoPackageError) {
      try GeoPackage(day: application.check.asOf, layers: layers).write(to: path)
    } catch { throw .geoPackage(error) }
    do throws(FormatError) {
      return DossierFile("boundary/boundary.gpkg", try SourceBytes.open(path).bytes)
    } catch { throw .temporary(error.message.en) }
  }
}
