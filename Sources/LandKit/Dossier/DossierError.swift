import LandDocuments
import LandGeoPackage
import LandLayers
import LandProjection
import LandReport
import LandWorkbook

/// Why a dossier cannot be made.
public enum DossierError: Error, Sendable {
  /// The workbook.
  case workbook(WorkbookError)
  /// The GeoPackage.
  case geoPackage(GeoPackageError)
  /// The exchange text.
  case exchange(ExchangeTextError)
  /// PROJ's database.
  case projection(ProjectionError)
  /// A template of ours.
  case template(TemplateError)
  /// The DOCX, though the programs are there.
  case word(WordError)
  /// A temporary file.
  case temporary(String)
}
