import LandCadastre
import LandLayers
import LandSurvey

/// Turns what readers report into findings.
enum ReadingFindings {
  static func findings(of layer: FeatureLayer, subject: Finding.SubjectKind) -> [Finding] {
    ofFile(layer) + ofIssues(layer, subject: subject) + ofFeatures(layer, subject: subject)
  }

  /// What concerns the file as a whole.
  static func ofFile(_ layer: FeatureLayer) -> [Finding] {
    var findings: [Finding] = []
    if let finding = encoding(layer.encoding, layer.file) { findings.append(finding) }
    if layer.heightsDropped > 0 {
      var finding = Finding(.heightsDropped, .file, layer.file)
      finding.file = layer.file
      finding.value = Double(layer.heightsDropped)
      finding.unit = "features"
      findings.append(finding)
    }
    return findings
  }

  private static func names(
    of layer: FeatureLayer, _ subject: Finding.SubjectKind
  ) -> FeatureNames {
    let field: Field =
      switch subject {
      case .building: .buildingID
      case .zone: .zoneID
      default: .parcelID
      }
    return FeatureNames(layer, field: field)
  }

  private static func finding(
    _ code: FindingCode, _ feature: Int, of layer: FeatureLayer, _ names: FeatureNames,
    _ subject: Finding.SubjectKind
  ) -> Finding {
    var finding = Finding(code, subject, names[feature])
    finding.file = layer.file
    finding.featureIndex = layer.number(of: feature)
    return finding
  }

  /// What the reader noted of single features.
  static func ofIssues(_ layer: FeatureLayer, subject: Finding.SubjectKind) -> [Finding] {
    let names = names(of: layer, subject)
    return layer.issues.map { issue in
      var found = finding(issue.kind.code, issue.feature, of: layer, names, subject)
      found.place.part = issue.part
      found.place.ring = issue.ring
      found.note = issue.kind.note
      if let line = issue.line, let column = issue.column {
        found.source = "\(FileName.last(layer.file)):\(line):\(column)"
      }
      return found
    }
  }

  /// What features lack.
  static func ofFeatures(_ layer: FeatureLayer, subject: Finding.SubjectKind) -> [Finding] {
    let names = names(of: layer, subject)
    var findings: [Finding] = []
    func note(_ code: FindingCode, _ feature: Int) {
      findings.append(finding(code, feature, of: layer, names, subject))
    }
    for feature in 0..<layer.featureCount {
      switch layer.state[feature] {
      case .missing, .empty: note(.noGeometry, feature)
      case .polygon, .tooFewPoints, .otherType, .unreadable: break
      }
      if subject == .parcel, !names.isNamed(feature) {
        note(.parcelIDMissing, feature)
      }
    }
    return findings
  }

  static func findings(of table: CSVTable) -> [Finding] {
    let file = table.attributes.source.name
    var findings: [Finding] = []
    if let finding = encoding(table.encoding, file) { findings.append(finding) }
    for issue in table.issues {
      var finding = Finding(.rowUnreadable, .file, file)
      finding.file = file
      finding.row = issue.row.map { $0 + 1 }
      finding.source = "\(FileName.last(file)):\(issue.line)"
      finding.note = issue.reason
      findings.append(finding)
    }
    return findings
  }

  private static func encoding(_ encoding: String, _ file: String) -> Finding? {
    // A mark, a number or a file beside says what the others are in.
    guard encoding.hasSuffix("(not valid UTF-8)") else { return nil }
    var finding = Finding(.encodingAssumed, .file, file)
    finding.file = file
    finding.note = encoding
    return finding
  }
}

extension FeatureIssue.Kind {
  /// The finding code of an issue.
  var code: FindingCode {
    switch self {
    case .ringNotClosed: .ringNotClosed
    case .tooFewPoints: .tooFewPoints
    case .otherType: .notAPolygon
    case .invalidNumber: .invalidCoordinate
    case .duplicateMember: .duplicateMember
    case .structure: .featureUnreadable
    case .ignored: .featurePartIgnored
    case .row: .rowUnreadable
    }
  }

  /// A short machine note.
  var note: String {
    switch self {
    case .ringNotClosed, .invalidNumber: ""
    case .tooFewPoints(let count): "points:\(count)"
    case .otherType(let type): "type:\(type)"
    case .duplicateMember(let name): name
    case .structure(let reason), .ignored(let reason), .row(let reason): reason
    }
  }
}
