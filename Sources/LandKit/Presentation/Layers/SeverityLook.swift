import LandDocuments

/// How findings of a severity are drawn: a colour and a shape of its own.
struct SeverityLook {
  let colour: MapColour
  /// The shape by the name that QGIS and Symbology Encoding share.
  let shape: String

  static func of(_ severity: String) -> SeverityLook {
    switch severity {
    case "error": SeverityLook(colour: .vermillion, shape: "triangle")
    case "warning": SeverityLook(colour: .orange, shape: "square")
    default: SeverityLook(colour: .skyBlue, shape: "circle")
    }
  }
}
