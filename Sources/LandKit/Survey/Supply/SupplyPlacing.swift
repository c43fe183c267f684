import LandCadastre
import LandGeometry
import LandTopology

/// Finds out which parcels lie in which block, and what lies outside.
struct SupplyPlacing: Sendable {
  private let layers: SupplyLayers
  private let blocks: [Region<Plane>]
  private let ids: [String]
  private let whole: Region<Plane>
  private let options: SupplyOptions

  init(
    _ layers: SupplyLayers, blocks: [Region<Plane>], ids: [String], whole: Region<Plane>,
    _ options: SupplyOptions
  ) {
    self.layers = layers
    self.blocks = blocks
    self.ids = ids
    self.whole = whole
    self.options = options
  }

  /// The parcels and where they lie.
  struct Placed: Sendable {
    var placings: [ParcelPlacing] = []
    var blockOverlaps: [BlockOverlap] = []
    var findings: [Finding] = []
    fileprivate var standing: [SupplyParcel?]

    /// The parcels of which more than half lies in the scope.
    var parcelsInScope: [SupplyParcel] {
      placings.compactMap { $0.inside > $0.outside ? standing[$0.feature] : nil }
    }

    /// Those of which this block holds the largest part, the first of equal ones.
    func parcels(ofBlock block: Int) -> [SupplyParcel] {
      placings.compactMap { placing in
        guard placing.inside > placing.outside,
          let most = placing.parts.max(by: { ($0.area, -$0.block) < ($1.area, -$1.block) }),
          most.block == block
        else { return nil }
        return standing[placing.feature]
      }
    }
  }

  /// What one block gives.
  private struct Share: Sendable {
    var parts: [(feature: Int, area: Double)] = []
    /// Parcels whose overlay failed; where they lie nobody knows.
    var failed: [Int] = []
    var overlaps: [BlockOverlap] = []
    var findings: [Finding] = []
  }

  func all() -> Placed {
    let shares = options.survey.workers.map(blocks.count, size: 1) { share(of: $0.lowerBound) }
    var result = Placed(standing: layers.standing)
    var parts: [Int: [ParcelPlacing.Part]] = [:]
    var failed: Set<Int> = []
    for (block, share) in shares.enumerated() {
      for part in share.parts {
        parts[part.feature, default: []].append(
          ParcelPlacing.Part(block: block, area: part.area))
      }
      failed.formUnion(share.failed)
      result.blockOverlaps += share.overlaps
      result.findings += share.findings
    }
    for (feature, parcel) in layers.standing.enumerated() {
      guard let parcel, layers.parcels.isWorkable[feature], !failed.contains(feature)
      else { continue }
      let area = layers.parcels.plane.planarArea(of: feature)
      let own = parts[feature] ?? []
      do throws(TopologyError) {
        let inside = try inside(feature, own)
        result.placings.append(
          ParcelPlacing(
            feature: feature, id: parcel.id, inside: inside, outside: max(0, area - inside),
            parts: own))
      } catch {
        result.findings.append(failure(error, parcel, feature))
      }
    }
    return result
  }

  /// How much of a parcel lies in the scope: the sum of its parts, unless blocks may overlap there.
  private func inside(
    _ feature: Int, _ parts: [ParcelPlacing.Part]
  ) throws(TopologyError) -> Double {
    if parts.count <= 1 { return parts.first?.area ?? 0 }
    let context = try GEOSContext()
    let parcel = try context.region(uniting: [feature], in: layers.parcels.plane)
    return try context.region(.intersection, parcel, whole).area
  }

  private func share(of block: Int) -> Share {
    var share = Share()
    do throws(TopologyError) {
      let context = try GEOSContext()
      for other in blocks.indices.dropFirst(block + 1) {
        let area = try context.region(.intersection, blocks[block], blocks[other]).area
        if area > options.noiseArea {
          share.overlaps.append(BlockOverlap(first: block, second: other, area: area))
        }
      }
      let clip = try GEOSPreparedGeometry(
        try context.geometry(of: 0, in: blocks[block].columns))
      let near = layers.parcels.features(near: blocks[block].box) { layers.standing[$0] != nil }
      for feature in near {
        do throws(TopologyError) {
          let parcel = try context.geometry(of: feature, in: layers.parcels.plane)
          var area = 0.0
          if try clip.covers(parcel) {
            area = layers.parcels.plane.planarArea(of: feature)
          } else if try clip.intersects(parcel) {
            area = try context.intersectionArea(parcel, clip.geometry).area
          }
          if area > 0 { share.parts.append((feature, area)) }
        } catch {
          share.failed.append(feature)
          if let parcel = layers.standing[feature] {
            share.findings.append(failure(error, parcel, feature))
          }
        }
      }
    } catch {
      share.findings.append(
        SupplyLayers.failure(
          error, subject: ids[block], file: layers.scopeFile, what: "blocks"))
      // Without the block nobody knows what of these parcels lies in it.
      share.failed += layers.parcels.features(near: blocks[block].box) { _ in true }
    }
    return share
  }

  /// Land of supplied parcels outside the scope, each ground once; nil where it is not known.
  func suppliedOutside(_ findings: inout [Finding]) -> Double? {
    let everywhere = Envelope(
      minX: -.infinity, minY: -.infinity, maxX: .infinity, maxY: .infinity)
    let isSupplied = { @Sendable (feature: Int) in layers.standing[feature]?.supply == .supplied }
    // Where supply is not stated, or the geometry is faulty, the ground may be anywhere.
    if layers.standing.contains(where: { $0 != nil && $0?.supply == nil }) { return nil }
    guard layers.parcels.unworkable(near: everywhere, where: isSupplied).isEmpty else { return nil }
    let features = layers.parcels.features(near: everywhere, where: isSupplied)
    do throws(TopologyError) {
      let context = try GEOSContext()
      let supplied = try context.region(uniting: features, in: layers.parcels.plane)
      return try context.region(.difference, supplied, whole).area
    } catch {
      findings.append(
        SupplyLayers.failure(
          error, subject: "scope", file: layers.parcels.file, what: "supplied_outside"))
      return nil
    }
  }

  private func failure(_ error: TopologyError, _ parcel: SupplyParcel, _ feature: Int) -> Finding {
    var finding = Finding(.overlayFailed, .parcel, parcel.id)
    finding.file = layers.parcels.file
    finding.featureIndex = feature
    finding.place.coordinate = error.near
    finding.note = "\(error.operation);placing"
    return finding
  }
}
