import LandCadastre
import LandIdleLand
import LandLayers
import LandReport
import LandSurvey

/// What zones have to know of parcels, collected part after part. The row of a zone whose parcels are
/// all in one part is made there; one with parcels in several parts is made at the end, from these
/// parcels alone.
struct PartitionZones {
  typealias Row = (row: ZoneRow, findings: [Finding])

  private let audit: PartitionedAudit
  /// The zone of each parcel, -1 without one; what lies outside it, m²; how it stands.
  private var zone: [Int32] = []
  private var outside: [Double] = []
  private var standing: [UInt16] = []
  /// The same of the part that is being audited.
  private var ledger = ParcelLedger()
  private var current: [ZoneFiguring.Standing] = []
  private var rows: [Int: Row] = [:]
  private var partsOfZone: [Int: Int] = [:]

  init(_ audit: PartitionedAudit) {
    self.audit = audit
    guard audit.zones != nil else { return }
    zone.reserveCapacity(audit.parcelCount)
    outside.reserveCapacity(audit.parcelCount)
    standing.reserveCapacity(audit.parcelCount)
  }

  mutating func add(_ part: AuditRun.Part) {
    guard audit.zones != nil else { return }
    ledger.zone += part.zone
    ledger.outside += part.outside
    current += part.standing
  }

  /// Ends a part: its parcels are counted in their zones.
  mutating func finish(_ unit: PartitionUnit) {
    guard audit.zones != nil else { return }
    defer { (ledger, current) = (ParcelLedger(), []) }
    let survey = unit.run.survey
    let counted = unit.part.zones
    let skipped = counted.lowerBound - unit.part.own.lowerBound
    let start = unit.ownRows.lowerBound + skipped
    var whole = ParcelLedger()
    whole.zone = Array(repeating: nil, count: survey.parcels.count)
    whole.outside = Array(repeating: .nan, count: survey.parcels.count)
    var states = Array(repeating: Self.unpacked(0), count: survey.parcels.count)
    var found = Set<Int>()
    for place in 0..<counted.count {
      let own = ledger.zone[skipped + place]
      whole.zone[start + place] = own
      whole.outside[start + place] = ledger.outside[skipped + place]
      states[start + place] = current[skipped + place]
      zone.append(own.map { Int32($0) } ?? -1)
      outside.append(ledger.outside[skipped + place])
      standing.append(Self.packed(current[skipped + place]))
      if let own { found.insert(own) }
    }
    whole.overlaps = unit.run.overlaps.overlaps
    for own in found { partsOfZone[own, default: 0] += 1 }
    let fresh = found.filter { partsOfZone[$0] == 1 }.sorted()
    for (own, row) in zip(fresh, figure(fresh, survey, whole, states)) { rows[own] = row }
  }

  private func figure(
    _ zones: [Int], _ survey: Survey, _ ledger: ParcelLedger,
    _ standing: [ZoneFiguring.Standing]
  ) -> [Row] {
    ZoneFiguring(
      survey: survey, ledger: ledger, standing: standing,
      planeCode: { audit.frame.figuring.planeCode($0) }
    ).rows(of: zones)
  }

  /// One row a zone, in the order of the file, with what was found.
  mutating func finished() throws(AuditError) -> [Row] {
    guard let layer = audit.zones?.layer else { return [] }
    for own in partsOfZone.keys.sorted() where partsOfZone[own] != 1 {
      rows[own] = try row(ofScattered: own)
    }
    let empty = (0..<layer.count).filter { rows[$0] == nil }
    for (own, row) in zip(empty, figure(empty, audit.frame.survey, ParcelLedger(), [])) {
      rows[own] = row
    }
    return (0..<layer.count).compactMap { rows[$0] }
  }

  /// The row of a zone with parcels in several parts.
  private func row(ofScattered own: Int) throws(AuditError) -> Row? {
    let members = zone.indices.filter { zone[$0] == Int32(own) }
    let layer: FeatureLayer
    do throws(FormatError) { layer = try audit.parcels.indexed.layer(of: runs(of: members)) } catch
    {
      throw .format(error)
    }
    let options = audit.options.survey
    let placed = try AuditInputs.place(
      layer, system: options.system, swapAxes: options.swapAxes, fallback: nil,
      subject: .parcel, field: .parcelID, isPart: true)
    let survey = Survey(parcels: placed, buildings: nil, zones: audit.zones, options: options)
    var ledger = ParcelLedger()
    ledger.zone = members.map { _ in own }
    ledger.outside = members.map { outside[$0] }
    ledger.overlaps = survey.overlaps().overlaps
    return figure([own], survey, ledger, members.map { Self.unpacked(standing[$0]) }).first
  }

  private static let states = IdleAssessment.State.allCases

  private static func packed(_ standing: ZoneFiguring.Standing) -> UInt16 {
    var bits = UInt16(states.firstIndex(of: standing.state) ?? 0) << 4
    if standing.isSupplied { bits |= 1 }
    if standing.isUnsupplied { bits |= 2 }
    if let industrial = standing.isIndustrial { bits |= industrial ? 4 : 8 }
    return bits
  }

  private static func unpacked(_ bits: UInt16) -> ZoneFiguring.Standing {
    ZoneFiguring.Standing(
      state: states[Int(bits >> 4)], isSupplied: bits & 1 != 0, isUnsupplied: bits & 2 != 0,
      isIndustrial: bits & 4 != 0 ? true : bits & 8 != 0 ? false : nil)
  }
}
