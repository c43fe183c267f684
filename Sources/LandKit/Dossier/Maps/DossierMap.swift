/// A map of a dossier.
struct DossierMap: Sendable {
  /// The drawing.
  var svg: String
  /// What it shows.
  var caption: String
}
