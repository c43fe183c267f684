import LandDocuments
import LandIdleLand

/// How parcels of a state are drawn: a colour of Okabe and Ito's palette and a hatch, so that the
/// states are told apart without colours, too.
struct StateLook {
  let state: IdleAssessment.State
  let colour: MapColour
  let hatch: MapHatch?

  /// The states in the order of the legend, the gravest first.
  static let all = [
    StateLook(state: .identified, colour: .vermillion, hatch: .cross),
    StateLook(state: .suspected, colour: .orange, hatch: .forward),
    StateLook(state: .dueSoon, colour: .yellow, hatch: .dots),
    StateLook(state: .unknown, colour: .grey, hatch: .backward),
    StateLook(state: .notIdle, colour: .bluishGreen, hatch: nil),
    StateLook(state: .disposed, colour: .blue, hatch: .horizontal),
    StateLook(state: .notApplicable, colour: .white, hatch: nil),
  ]
}

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
