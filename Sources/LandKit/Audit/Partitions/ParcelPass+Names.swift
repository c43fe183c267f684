import LandCadastre
import LandLayers
import LandSurvey

extension ParcelPass {
  /// How many records are read at once to look at single ones.
  private static let batch = 1 << 13

  /// Parcels whose id an earlier one has: each with the first of them, in ascending order.
  func duplicates() throws(FormatError) -> [(parcel: Int, first: Int)] {
    var order = ids.indices.filter { ids[$0] != 0 }.map { UInt32($0) }
    order.sort { a, b in
      let (left, right) = (ids[Int(a)], ids[Int(b)])
      return left == right ? a < b : left < right
    }
    var alike: [Int] = []
    for i in order.indices {
      let own = ids[Int(order[i])]
      if i > 0 && ids[Int(order[i - 1])] == own
        || i + 1 < order.count && ids[Int(order[i + 1])] == own
      {
        alike.append(Int(order[i]))
      }
    }
    order = []
    alike.sort()
    // Equal hashes are nearly always equal ids, but only the ids decide.
    var first: [String: Int] = [:]
    var found: [(parcel: Int, first: Int)] = []
    for start in stride(from: 0, to: alike.count, by: Self.batch) {
      let numbers = alike[start..<min(start + Self.batch, alike.count)]
      let names = FeatureNames(try indexed.layer(of: runs(of: numbers)), field: .parcelID)
      for (row, number) in numbers.enumerated() {
        guard let id = names.name(of: row) else { continue }
        if let earlier = first[id] {
          found.append((number, earlier))
        } else {
          first[id] = number
        }
      }
    }
    return found
  }

  /// Planar areas in m² of the parcels of some ids, by id; the last of a repeated id counts.
  func areas(
    of wanted: Set<String>, _ options: AuditOptions
  ) throws(AuditError) -> [String: Double] {
    guard !wanted.isEmpty else { return [:] }
    let hashes = Set(wanted.map(Self.hash))
    let byNumber = Set(
      wanted.compactMap { id in
        id.hasPrefix("#") ? Int(id.dropFirst()) : nil
      })
    let numbers = ids.indices.filter {
      ids[$0] == 0 ? byNumber.contains($0) : hashes.contains(ids[$0])
    }
    var areas: [String: Double] = [:]
    for start in stride(from: 0, to: numbers.count, by: Self.batch) {
      let batch = numbers[start..<min(start + Self.batch, numbers.count)]
      let layer: FeatureLayer
      do throws(FormatError) { layer = try indexed.layer(of: runs(of: batch)) } catch {
        throw .format(error)
      }
      let placed = try AuditInputs.place(
        layer, system: options.survey.system, swapAxes: options.survey.swapAxes, fallback: nil,
        subject: .parcel, field: .parcelID, isPart: true)
      let survey = Survey(parcels: placed, buildings: nil, zones: nil, options: options.survey)
      for parcel in 0..<placed.count where !survey.parcels.planarArea[parcel].isNaN {
        let id = survey.parcelID(parcel)
        if wanted.contains(id) { areas[id] = survey.parcels.planarArea[parcel] }
      }
    }
    return areas
  }
}
