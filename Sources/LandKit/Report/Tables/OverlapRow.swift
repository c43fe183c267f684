import LandCadastre
import LandSurvey

/// One row of `overlaps.csv`.
public struct OverlapRow: Sendable {
  /// How much an overlap weighs, by its mean width against the errors of boundary points.
  public enum Class: String, CaseIterable, Sendable {
    /// No wider than the mean error of a point.
    case noise
    /// Wider, but within the largest error a point may have.
    case check
    /// Wider than any point error allows.
    case real
  }
  /// How the two parcels lie to each other.
  public enum Kind: String, CaseIterable, Sendable {
    /// They share a part.
    case partial
    /// One lies within the other.
    case contained
    /// They are the same ground.
    case identical
  }

  /// Id of the parcel that comes first in the file.
  public var first: String
  /// Id of the other one.
  public var second: String
  /// The overlap.
  public var pair: PairOverlap
  /// Its class.
  public var `class`: Class
  /// Its kind.
  public var kind: Kind

  /// Classes an overlap of a survey.
  public init(_ pair: PairOverlap, in survey: Survey) {
    self.pair = pair
    first = survey.parcelID(pair.first)
    second = survey.parcelID(pair.second)
    `class` = Class(width: pair.meanWidth, survey.options)
    // Equal to a billionth: the same coordinates on another plane differ by less.
    let share = 1 - 1e-9
    let a = survey.parcels.planarArea[pair.first]
    let b = survey.parcels.planarArea[pair.second]
    kind =
      pair.area >= max(a, b) * share
      ? .identical : pair.area >= min(a, b) * share ? .contained : .partial
  }

  /// The columns, in order.
  public static let columns: [Column<OverlapRow>] = [
    Column("parcel_a", "Survey/Survey.swift") { .code($0.first) },
    Column("parcel_b", "Survey/Survey.swift") { .code($0.second) },
    Column("overlap_m2", "Geometry/Overlap/OverlapMeasure.swift") { .area($0.pair.area) },
    Column("overlap_width_m", "Survey/Parcels/ParcelMeasures.swift") {
      .number($0.pair.meanWidth, 6)
    },
    Column("class", "Report/Tables/OverlapRow.swift") { .code($0.class.rawValue) },
    Column("kind", "Report/Tables/OverlapRow.swift") { .code($0.kind.rawValue) },
  ]
}

extension OverlapRow.Class {
  /// The class of an overlap of a mean width in metres.
  public init(width: Double, _ options: SurveyOptions) {
    self =
      width <= options.pointError
      ? .noise : width <= options.pointErrorLimit ? .check : .real
  }
}

extension OverlapRow.Kind {
  /// The finding code of an overlap of this kind.
  public var findingCode: FindingCode {
    switch self {
    case .partial: .overlap
    case .contained: .contained
    case .identical: .identical
    }
  }
}
