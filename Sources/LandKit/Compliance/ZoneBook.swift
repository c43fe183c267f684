import LandCadastre
import LandRulebook

/// What zone files and the zone layer say about the zones of an audit.
public struct ZoneBook: Sendable {
  /// The zone files, in the order given.
  public let files: [ZoneFile]
  private let asOf: CalendarDate
  private let records: [String: ZoneRecord]
  private let layerFile: String
  private let isOnlyZone: Bool

  /// A book of zone files and of the records of a zone layer.
  public init(
    files: [ZoneFile] = [], records: [(id: String, record: ZoneRecord)] = [],
    layerFile: String = "", asOf: CalendarDate
  ) {
    self.files = files
    self.asOf = asOf
    self.layerFile = layerFile
    self.records = Dictionary(
      records.map { ($0.id, $0.record) }, uniquingKeysWith: { first, _ in first })
    isOnlyZone = files.count == 1 && records.isEmpty
  }

  /// The zone that a parcel, a contract or an enterprise without zone belongs to: the only one
  /// there is.
  public func zoneID(_ stated: String?) -> String? {
    stated ?? (isOnlyZone ? files[0].zoneID?.value : nil)
  }

  /// The zone file of a zone.
  public func file(of zone: String?) -> ZoneFile? {
    guard let zone = zoneID(zone) else { return isOnlyZone ? files[0] : nil }
    return files.first { $0.zoneID?.value == zone }
  }

  /// Level and territory of a zone: the zone file's, else the layer's.
  public func frame(of zone: String?) -> SubjectFrame {
    var frame = SubjectFrame(asOf: asOf)
    let zone = zoneID(zone)
    if let file = file(of: zone) {
      frame.level = file.level.map {
        Fact(.text($0.value.rawValue), $0.origin(file: file.file))
      }
      frame.territory = file.territory.map { Fact(.text($0.value), $0.origin(file: file.file)) }
    }
    if frame.level == nil, let zone, let text = records[zone]?.level,
      let level = ZoneLevel(named: text)
    {
      frame.level = Fact(.text(level.rawValue), Fact.Origin(.given, file: layerFile))
    }
    return frame
  }

  /// The territories of all zone files, each once.
  public static func territories(of files: [ZoneFile]) -> [String] {
    var codes: [String] = []
    for file in files {
      if let code = file.territory?.value, !codes.contains(code) { codes.append(code) }
    }
    return codes
  }

  /// What a zone file and the layer say differently (D421), and areas that do not add up (D422).
  public func findings() -> [Finding] {
    files.flatMap { file in
      SubjectFindings.differences(
        file, from: file.zoneID.flatMap { records[$0.value] }, layer: layerFile, asOf: asOf)
        + SubjectFindings.imbalances(file)
    }
  }
}

extension ZoneLevel {
  /// The level that a text means, as zone layers write it.
  public init?(named text: String) {
    switch text {
    case "national", "国家级", "国家级开发区": self = .national
    case "provincial", "省级", "省级开发区": self = .provincial
    case "other", "其他", "市级", "县级": self = .other
    default: return nil
    }
  }
}
