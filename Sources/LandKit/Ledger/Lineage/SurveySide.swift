import LandGeometry
import LandSurvey

/// One of two surveys while they are matched: its features on planes, its parcels by id, and which
/// of them are as they were.
struct SurveySide: Sendable {
  /// The features.
  let columns: GroundColumns
  /// The parcels.
  let table: ParcelTable
  /// For each parcel the one with the same id in the other survey; -1 for none.
  fileprivate(set) var counterpart: [Int] = []
  /// For each parcel whether it stands in the other survey with the same id and drawing.
  fileprivate(set) var isUnchanged: [Bool] = []
  /// Features of all other parcels, in order.
  fileprivate(set) var changedFeatures: [Int] = []

  init(_ ground: SurveyGround, workers: Workers) {
    let columns = GroundColumns(ground, workers: workers)
    self.columns = columns
    table = ParcelTable(ground.ids) { columns.isDrawn($0, like: $1, of: columns, noise: 0) }
  }

  /// The id of a feature.
  func id(of feature: Int) -> String { table.ids[table.parcel[feature]] }

  /// Whether a feature belongs to an unchanged parcel.
  func isUnchanged(feature: Int) -> Bool { isUnchanged[table.parcel[feature]] }

  /// Whether a feature is all of its parcel.
  func isOnly(feature: Int) -> Bool { table.onlyFeature(of: table.parcel[feature]) != nil }

  /// Whether a feature repeats another of its parcel.
  func isLeftOut(feature: Int) -> Bool { table.twins.contains(feature) }

  /// The area of a parcel in m², features under one id added; NaN where one lies on no plane.
  func area(of parcel: Int) -> Double {
    if let only = table.onlyFeature(of: parcel) { return columns.area[only] }
    return table.features(of: parcel).reduce(0) { $0 + columns.area[$1] }
  }

  /// The perimeter of a parcel, m.
  func perimeter(of parcel: Int) -> Double {
    table.features(of: parcel).reduce(0) { $0 + columns.plane.perimeter(of: $1) }
  }

  /// Finds out which parcels of two surveys are as they were.
  static func compare(
    _ earlier: inout SurveySide, _ later: inout SurveySide, noise: Double, workers: Workers
  ) {
    let (a, b) = (earlier, later)
    let found = workers.map(a.table.count, size: 1_024) { range in
      range.map { parcel -> (Int, Bool) in
        guard let other = b.table.index[a.table.ids[parcel]] else { return (-1, false) }
        return (other, a.isDrawn(parcel, like: other, of: b, noise: noise))
      }
    }.flatMap { $0 }
    earlier.counterpart = found.map(\.0)
    earlier.isUnchanged = found.map(\.1)
    later.counterpart = [Int](repeating: -1, count: b.table.count)
    later.isUnchanged = [Bool](repeating: false, count: b.table.count)
    for (parcel, (other, isUnchanged)) in found.enumerated() where other >= 0 {
      later.counterpart[other] = parcel
      later.isUnchanged[other] = isUnchanged
    }
    earlier.findChanged()
    later.findChanged()
  }

  private func isDrawn(
    _ parcel: Int, like other: Int, of side: SurveySide, noise: Double
  ) -> Bool {
    if let mine = table.onlyFeature(of: parcel), let theirs = side.table.onlyFeature(of: other) {
      return columns.isDrawn(mine, like: theirs, of: side.columns, noise: noise)
    }
    let mine = table.features(of: parcel)
    let theirs = side.table.features(of: other)
    return mine.count == theirs.count
      && zip(mine, theirs).allSatisfy {
        columns.isDrawn($0, like: $1, of: side.columns, noise: noise)
      }
  }

  private mutating func findChanged() {
    changedFeatures = columns.box.indices.filter {
      !isUnchanged[table.parcel[$0]] && !isLeftOut(feature: $0)
    }
  }
}
