import LandDocuments

/// A map of a dossier.
struct DossierMap: Sendable {
  /// Its name, also that of its file.
  var name: String
  /// The drawing.
  var drawing: MapDrawing
  /// What it shows.
  var caption: String
}
