import LandGeometry
import LandLayers

extension InputFile {
  func foreign(_ options: OpeningOptions) throws(FormatError) -> FeatureLayer {
    throw FormatError(
      kind: .component, file: reference.path,
      message: Bilingual(zh: "需要 GDAL", en: "GDAL is needed"))
  }
}
