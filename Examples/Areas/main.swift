// The three areas of every parcel of a layer, in m², and the one on the plane in 亩.
//
//     swift run example-areas fixtures/zone/parcels.geojson
import LandKit

/// The layer with its coordinate system, which comes from the file; without one the numbers have to
/// be degrees.
func placed(_ path: String) throws -> PlacedLayer {
  let layer = try InputFile(path).layer(.parcels, OpeningOptions())
  let names = FeatureNames(layer, field: .parcelID)
  return try PlacedLayer(layer, system: nil, swapAxes: false, subject: .parcel, id: { names[$0] })
}

func measure(_ path: String) throws {
  let zones: PlacedLayer? = nil
  let survey = Survey(
    parcels: try placed(path), buildings: nil, zones: zones, options: SurveyOptions())
  let parcels = survey.parcels
  print("parcel,planar_m2,ellipsoidal_m2,geodesic_m2,mu")
  for parcel in 0..<parcels.count {
    let planar = parcels.planarArea[parcel]
    let areas = [
      planar, parcels.ellipsoidalArea[parcel], parcels.geodesicArea[parcel], AreaUnits.mu(planar),
    ]
    // NaN says that there is no area: the boundary is missing or doubtful. It is never zero.
    let texts = areas.map { $0.isNaN ? "" : FixedDecimal.text($0, 2) }
    print(([survey.parcelID(parcel)] + texts).joined(separator: ","))
  }
  for finding in survey.findings where finding.code.severity == .error {
    print("\(finding.code.rawValue) \(finding.code.title.en): \(finding.subjectID)")
  }
}

do {
  guard let path = CommandLine.arguments.dropFirst().first else {
    throw FormatError(
      file: "PARCELS", message: Bilingual(zh: "未给出", en: "is not given"),
      remedy: Bilingual(zh: "请给出宗地文件", en: "name a file of parcels"))
  }
  try measure(path)
} catch let error as FormatError {
  print("\(error.file): \(error.message.en): \(error.remedy.en)")
} catch {
  print(error)
}
