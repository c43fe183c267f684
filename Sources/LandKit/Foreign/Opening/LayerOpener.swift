import LandCadastre
import LandGeometry
import LandLayers

/// Opens layers of whatever format.
public enum LayerOpener {
  /// Reads a layer of polygons; `FILE:LAYER` names one of several.
  public static func open(
    _ text: String, role: Field.Role = .parcels, _ options: OpeningOptions = OpeningOptions()
  ) throws(FormatError) -> FeatureLayer {
    try InputFile(text).layer(role, options)
  }
}
