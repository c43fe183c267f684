/// The parcels of a survey by their ids: features under one id are one parcel.
struct ParcelTable: Sendable {
  /// Ids in the order in which they first come.
  private(set) var ids: [String] = []
  /// The parcel of each feature.
  private(set) var parcel: [Int] = []
  /// The parcel of an id.
  private(set) var index: [String: Int] = [:]
  private var first: [Int] = []
  private var others: [Int: [Int]] = [:]

  /// Puts features together by id.
  ///
  /// - Parameter isTwin: whether two features are drawn alike; under one id the second is left out.
  init(_ featureIDs: [String], isTwin: (Int, Int) -> Bool) {
    index.reserveCapacity(featureIDs.count)
    for (feature, id) in featureIDs.enumerated() {
      guard let known = index[id] else {
        index[id] = ids.count
        parcel.append(ids.count)
        ids.append(id)
        first.append(feature)
        continue
      }
      parcel.append(known)
      repeats[known, default: 1] += 1
      if !features(of: known).contains(where: { isTwin($0, feature) }) {
        others[known, default: []].append(feature)
      } else {
        twins.insert(feature)
      }
    }
  }

  /// Parcels with several features, and how many.
  private(set) var repeats: [Int: Int] = [:]
  /// Features that repeat another of their parcel and are left out.
  private(set) var twins: Set<Int> = []

  /// The number of parcels.
  var count: Int { ids.count }

  /// The features of a parcel, those left out not among them.
  func features(of parcel: Int) -> [Int] { [first[parcel]] + (others[parcel] ?? []) }

  /// The only feature of a parcel; nil where it has several.
  func onlyFeature(of parcel: Int) -> Int? { others[parcel] == nil ? first[parcel] : nil }

  /// Whether an id is no number of a parcel but its place in a file, `#7`.
  static func isPlaceInFile(_ id: String) -> Bool {
    id.utf8.first == UInt8(ascii: "#") && id.utf8.count > 1
      && id.utf8.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
