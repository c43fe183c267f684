import LandCadastre

/// Enterprises that belong to nothing known.
public enum SubjectPlaces {
  /// D423 for enterprises whose zone and parcels are all unknown.
  public static func unplaced(
    _ enterprises: [Enterprise], zones: Set<String>, parcels: Set<ParcelKey>
  ) -> [Finding] {
    enterprises.filter { enterprise in
      !(enterprise.zoneID.map(zones.contains) ?? false)
        && !enterprise.parcelIDs.contains { parcels.contains(ParcelKey($0)) }
    }.map(SubjectFindings.unplaced)
  }
}

/// What is wrong with the inputs that rules ask of zones and enterprises.
enum SubjectFindings {
  /// D421: name, level and approved area that the zone file and the layer state differently. The
  /// zone file counts.
  static func differences(
    _ file: ZoneFile, from record: ZoneRecord?, layer: String, asOf: CalendarDate
  ) -> [Finding] {
    guard let record else { return [] }
    var findings: [Finding] = []
    func add(_ field: String, _ line: Int?, _ note: String) {
      var finding = finding(.zoneFileDiffers, file, line: line)
      finding.field = field
      finding.source = layer
      finding.note = note
      findings.append(finding)
    }
    if let ours = file.name, let theirs = record.name, ours.value != theirs {
      add("name", ours.line, "used=\(ours.value);other=\(theirs)")
    }
    if let ours = file.level, let theirs = record.level.flatMap(ZoneLevel.init(named:)),
      ours.value != theirs
    {
      add("level", ours.line, "used=\(ours.value.rawValue);other=\(theirs.rawValue)")
    }
    if let hectares = file.approvedAreaHa(asOf: asOf), let theirs = record.approvedArea {
      let ours = hectares * 10_000
      // Official areas carry two decimals of a hectare.
      if (ours - theirs).magnitude > 100 + 1e-6 {
        add("approved_area_m2", nil, "used=\(ours);other=\(theirs)")
      }
    }
    return findings
  }

  /// D422: areas by class that do not add up.
  static func imbalances(_ file: ZoneFile) -> [Finding] {
    (file.official?.imbalances() ?? []).map { imbalance in
      var finding = finding(.zoneClassesUnbalanced, file, line: file.official?.totalHa?.line)
      finding.field = imbalance.whole
      finding.value = imbalance.sumHa
      finding.limit = imbalance.wholeHa
      finding.comparison = "="
      finding.unit = "ha"
      finding.note = imbalance.sum
      return finding
    }
  }

  private static func finding(_ code: FindingCode, _ file: ZoneFile, line: Int?) -> Finding {
    var finding = Finding(code, .zone, file.zoneID?.value ?? file.file)
    finding.file = file.file
    finding.row = line.flatMap { $0 > 0 ? $0 : nil }
    return finding
  }

  /// D423: an enterprise that belongs to nothing known.
  static func unplaced(_ enterprise: Enterprise) -> Finding {
    var finding = Finding(.enterpriseUnplaced, .enterprise, enterprise.label)
    finding.file = enterprise.source.file
    finding.row = enterprise.source.row
    finding.field = enterprise.zoneID == nil ? Field.parcelID.rawValue : Field.zoneID.rawValue
    finding.otherID = enterprise.zoneID ?? enterprise.parcelIDs.joined(separator: ";")
    return finding
  }
}
