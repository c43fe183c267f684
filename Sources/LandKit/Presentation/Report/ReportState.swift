import LandDocuments
import LandGeometry
import LandIdleLand

/// How the idle-land states are shown, in the order of the legend: the number of a state is its
/// place here. Colours are those of Okabe and Ito; each state has a hatch and a sign of its own, so
/// that it is told apart without its colour.
enum ReportState: Int, CaseIterable, Sendable {
  case identified, suspected, dueSoon, unknown, notIdle, disposed, notApplicable

  /// The state that a machine word stands for; a word that is not known is unknown.
  init(word: String?) {
    let state = word.flatMap { IdleAssessment.State(rawValue: $0) }
    self = Self.allCases.first { $0.state == state } ?? .unknown
  }

  /// The state in the assessment's terms.
  var state: IdleAssessment.State {
    switch self {
    case .identified: .identified
    case .suspected: .suspected
    case .dueSoon: .dueSoon
    case .unknown: .unknown
    case .notIdle: .notIdle
    case .disposed: .disposed
    case .notApplicable: .notApplicable
    }
  }

  /// What people call it.
  var label: Bilingual { state.label }
  /// Its word in the machine files.
  var key: String { state.rawValue }

  /// Its colour.
  var colour: MapColour {
    switch self {
    case .identified: .vermillion
    case .suspected: .orange
    case .dueSoon: .yellow
    case .unknown: .grey
    case .notIdle: .bluishGreen
    case .disposed: .blue
    case .notApplicable: .white
    }
  }

  /// Its hatch; nil for none.
  var hatch: MapHatch? {
    switch self {
    case .identified: .cross
    case .suspected: .forward
    case .dueSoon: .dots
    case .unknown: .backward
    case .disposed: .horizontal
    case .notIdle, .notApplicable: nil
    }
  }

  /// A sign that stands for it in a text.
  var sign: String {
    switch self {
    case .identified: "■"
    case .suspected: "▲"
    case .dueSoon: "◔"
    case .unknown: "?"
    case .notIdle: "✓"
    case .disposed: "●"
    case .notApplicable: "○"
    }
  }
}
