// Unsafe because it works on the lent bytes of the source (see JSONScanner); no pointer outlives
// the call of `withBytes`.

import LandGeometry

/// One pass over GeoJSON text into the columns of a layer.
struct GeoJSONParser {
  var scanner: JSONScanner
  var assembler = PolygonAssembler()
  var names: AttributeNames
  var attributes: AttributeTable
  var state: [GeometryState] = []
  var identifierOffset: [UInt32] = []
  var geometryBytes: [ByteRange] = []
  var propertyBytes: [ByteRange] = []
  var declaredCRS: String?
  var heightsDropped = 0
  var format = "GeoJSON"
  /// Whether the feature being read had a third number in a position.
  var sawHeight = false
  /// Who reads the array of features, and in what pieces.
  let sharing: GeoJSONSharing

  /// A parser of a text, of which it is to read about `byteCount` bytes.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, source: SourceBytes, sharing: GeoJSONSharing,
    expecting byteCount: Int? = nil
  ) {
    scanner = JSONScanner(bytes)
    attributes = AttributeTable(syntax: .json, source: source)
    names = AttributeNames()
    self.sharing = sharing
    // A vertex takes about 28 bytes of text; memory that is never written costs nothing.
    let vertices = (byteCount ?? bytes.count) / 26
    assembler.columns.x.reserveCapacity(vertices)
    assembler.columns.y.reserveCapacity(vertices)
  }

  consuming func finish() -> FeatureLayer {
    names.fillRows(of: &attributes)
    var layer = FeatureLayer(format: format, attributes: attributes)
    layer.geometry = assembler.columns
    layer.state = state
    layer.identifierOffset = identifierOffset
    layer.geometryBytes = geometryBytes
    layer.propertyBytes = propertyBytes
    layer.issues = assembler.issues
    layer.declaredCRS = declaredCRS
    layer.heightsDropped = heightsDropped
    return layer
  }

  // MARK: Documents and sequences

  mutating func parse(isSequence: Bool) throws(JSONFault) {
    let bytes = scanner.bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { scanner.at = 3 }
    let first = scanner.peek()
    guard scanner.at < scanner.end else { throw scanner.fault("the file is empty") }
    if isSequence || first == 0x1E {
      try parseSequence()
      return
    }
    let start = scanner.at
    try parseDocument()
    let next = scanner.peek()
    guard scanner.at < scanner.end else { return }
    // A second value after a whole feature: one feature a line.
    guard next == UInt8(ascii: "{") || next == 0x1E, format == "GeoJSON", state.count == 1 else {
      throw scanner.fault("text follows the end of the document")
    }
    self = GeoJSONParser(bytes, source: attributes.source, sharing: sharing)
    scanner.at = start
    try parseSequence()
  }

  /// Records one after the other: from one record separator to the next, or line by line. A faulty
  /// one keeps its row, and reading goes on with the next.
  mutating func parseSequence() throws(JSONFault) {
    format = "GeoJSONSeq"
    let whole = scanner.end
    while true {
      scanner.end = whole
      var delimiter: UInt8 = 0x0A
      while scanner.peek() == 0x1E {
        delimiter = 0x1E
        scanner.at += 1
      }
      guard scanner.at < whole else { return }
      let start = scanner.at
      var end = start
      while end < whole, scanner.bytes[end] != delimiter { end += 1 }
      scanner.end = end
      do throws(JSONFault) {
        try scanner.skipValue()
        _ = scanner.peek()
        guard scanner.at == end else { throw scanner.fault("text follows the end of the record") }
        scanner.at = start
        try feature(orBareGeometry: true)
      } catch {
        beginRow(start)
        assembler.beginFeature()
        assembler.issue(.structure(error.reason), offset: error.offset)
        endRow(assembler.endFeature(.unreadable), geometry: ByteRange(), properties: ByteRange())
      }
      scanner.at = end
    }
  }

  /// A FeatureCollection, a Feature or a geometry.
  private mutating func parseDocument() throws(JSONFault) {
    let start = scanner.at
    guard scanner.peek() == UInt8(ascii: "{") else {
      throw scanner.fault("a GeoJSON object is expected")
    }
    var type: Range<Int>?
    var sawFeatures = false
    var features: Int?
    var seen = MemberSet()
    scanner.at += 1
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        let member = try scanner.memberName()
        let name = member.range
        if scanner.matches(name, "type") {
          try seen.note(.type, in: scanner, at: member.offset)
          if scanner.peek() == UInt8(ascii: "\"") {
            type = try scanner.string().range
          } else {
            try scanner.skipValue()
          }
        } else if scanner.matches(name, "features") {
          try seen.note(.features, in: scanner, at: member.offset)
          features = scanner.at
          if scanner.peek() == UInt8(ascii: "[") {
            sawFeatures = true
            try featureArray()
          } else {
            try scanner.skipValue()
          }
        } else if scanner.matches(name, "crs") {
          try seen.note(.crs, in: scanner, at: member.offset)
          declaredCRS = crsName(try scanner.skipValue(depth: 1))
        } else {
          try scanner.skipValue(depth: 1)
        }
      } while scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "}"), "a comma or } is expected")
    }
    let end = scanner.at
    guard let type else { throw scanner.fault("the object has no \"type\"", at: start) }
    if scanner.matches(type, "FeatureCollection") {
      guard sawFeatures else {
        throw scanner.fault("the collection has no \"features\" array", at: features ?? start)
      }
      return
    }
    if sawFeatures {
      // The member is foreign to what the object says it is.
      let crs = declaredCRS
      self = GeoJSONParser(scanner.bytes, source: attributes.source, sharing: sharing)
      declaredCRS = crs
    }
    scanner.at = start
    try feature(orBareGeometry: true)
    scanner.at = end
  }

  /// Features of an array, up to where the scanner ends. `isOpen` says that no bracket ends the
  /// array there, so that something is missing.
  mutating func parseElements(isOpen: Bool) throws(JSONFault) {
    while isOpen || scanner.peek() != 0 || scanner.at < scanner.end {
      try feature(orBareGeometry: false)
      if scanner.take(UInt8(ascii: ",")) { continue }
      _ = scanner.peek()
      guard !isOpen, scanner.at == scanner.end else {
        throw scanner.fault("a comma or ] is expected between features")
      }
    }
  }

  private mutating func featureArray() throws(JSONFault) {
    scanner.at += 1
    if scanner.take(UInt8(ascii: "]")) { return }
    if try pieces() { try features(until: .max) }
    try scanner.expect(UInt8(ascii: "]"), "a comma or ] is expected between features")
  }

  /// Reads features one after the other until one would start at `limit` or behind it. Returns
  /// false where no comma follows a feature.
  @discardableResult
  mutating func features(until limit: Int) throws(JSONFault) -> Bool {
    repeat {
      try feature(orBareGeometry: false)
      guard scanner.take(UInt8(ascii: ",")) else { return false }
      _ = scanner.peek()
    } while scanner.at < limit
    return true
  }

  // MARK: Features

  private mutating func beginRow(_ start: Int) {
    attributes.base.append(start)
    sawHeight = false
  }

  private mutating func endRow(
    _ geometryState: GeometryState, geometry: ByteRange, properties: ByteRange,
    identifier: UInt32 = 0
  ) {
    state.append(geometryState)
    geometryBytes.append(geometry)
    propertyBytes.append(properties)
    identifierOffset.append(identifier)
    if sawHeight { heightsDropped += 1 }
  }

  /// One feature: its geometry into the columns, the places of its properties into the table.
  private mutating func feature(orBareGeometry: Bool) throws(JSONFault) {
    let first = scanner.peek()
    let start = scanner.at
    beginRow(start)
    assembler.beginFeature()
    guard first == UInt8(ascii: "{") else {
      try scanner.skipValue(depth: 2)
      assembler.issue(.structure("a feature must be an object"), offset: start)
      endRow(assembler.endFeature(.unreadable), geometry: ByteRange(), properties: ByteRange())
      return
    }
    var type: Range<Int>?
    var typeAt = start
    var identifier: UInt32 = 0
    var geometryState: GeometryState??
    var geometry = ByteRange()
    var properties = ByteRange()
    var bare = false
    var seen = MemberSet()
    scanner.at += 1
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        let member = try scanner.memberName()
        let name = member.range
        let next = scanner.peek()
        let valueAt = scanner.at
        if scanner.matches(name, "type") {
          noteDuplicate(seen.insert(.type), "type", at: member.offset)
          typeAt = valueAt
          if next == UInt8(ascii: "\"") {
            type = try scanner.string().range
          } else {
            try scanner.skipValue(depth: 3)
          }
        } else if scanner.matches(name, "properties") {
          let isNew = seen.insert(.properties)
          noteDuplicate(isNew, "properties", at: member.offset)
          if next == UInt8(ascii: "{"), isNew {
            properties = try propertyObject(featureStart: start)
          } else {
            try scanner.skipValue(depth: 3)
            if next != UInt8(ascii: "n"), isNew {
              assembler.issue(.ignored("properties must be an object or null"), offset: valueAt)
            }
          }
        } else if scanner.matches(name, "geometry") {
          let isNew = seen.insert(.geometry)
          noteDuplicate(isNew, "geometry", at: member.offset)
          if !isNew {
            // Two geometries: which one is meant nobody knows.
            try scanner.skipValue(depth: 3)
            assembler.takeBack()
            geometryState = .some(.unreadable)
          } else if next == UInt8(ascii: "n") {
            try scanner.skipValue(depth: 3)
            geometryState = .some(.missing)
          } else {
            geometryState = .some(try geometryObject(depth: 3))
            geometry = ByteRange(start: valueAt, end: scanner.at)
          }
        } else if scanner.matches(name, "id") {
          noteDuplicate(seen.insert(.id), "id", at: member.offset)
          try scanner.skipValue(depth: 3)
          if next == UInt8(ascii: "{") || next == UInt8(ascii: "[") {
            assembler.issue(.ignored("an id must be a text or a number"), offset: valueAt)
          } else if let offset = UInt32(exactly: valueAt - start) {
            identifier = offset
          }
        } else {
          if scanner.matches(name, "coordinates") || scanner.matches(name, "geometries") {
            bare = true
          }
          try scanner.skipValue(depth: 3)
        }
      } while scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "}"), "a comma or } is expected")
    }
    let end = scanner.at

    if let type, scanner.matches(type, "Feature") {
      if geometryState == nil {
        assembler.issue(.structure("the feature has no \"geometry\""), offset: start)
      }
      let state = assembler.endFeature(geometryState ?? .some(.unreadable))
      endRow(state, geometry: geometry, properties: properties, identifier: identifier)
    } else if orBareGeometry, type != nil, bare || geometryState == nil {
      scanner.at = start
      assembler.takeBack()
      let state = try geometryObject(depth: 1)
      scanner.at = end
      endRow(
        assembler.endFeature(state), geometry: ByteRange(start: start, end: end),
        properties: ByteRange())
    } else {
      assembler.issue(
        .structure(type == nil ? "the feature has no \"type\"" : "the type must be \"Feature\""),
        offset: typeAt)
      endRow(
        assembler.endFeature(.unreadable), geometry: geometry, properties: properties,
        identifier: identifier)
    }
  }

  private mutating func noteDuplicate(_ isNew: Bool, _ name: String, at offset: Int) {
    if !isNew { assembler.issue(.duplicateMember(name), offset: offset) }
  }

  /// The members of a properties object; only their places are kept.
  private mutating func propertyObject(featureStart: Int) throws(JSONFault) -> ByteRange {
    let start = scanner.at
    let row = attributes.base.count - 1
    scanner.at += 1
    names.beginRow()
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        let member = try scanner.memberName()
        let column = names.column(
          of: member.range, hasEscapes: member.hasEscapes, in: scanner, table: &attributes)
        _ = scanner.peek()
        let valueAt = scanner.at
        try scanner.skipValue(depth: 4)
        guard let column else { continue }
        guard let offset = UInt32(exactly: valueAt - featureStart) else {
          throw scanner.fault("a feature larger than 4 GiB", at: featureStart)
        }
        if !names.set(offset, column: column, row: row, in: &attributes) {
          assembler.issue(.duplicateMember(attributes.names[column]), offset: member.offset)
        }
      } while scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "}"), "a comma or } is expected")
    }
    return ByteRange(start: start, end: scanner.at)
  }

  /// The name in a `crs` member: `{"type":"name","properties":{"name":…}}`, the old form
  /// `{"type":"EPSG","properties":{"code":…}}`, or a bare text.
  private func crsName(_ range: Range<Int>) -> String? {
    var walker = JSONScanner(scanner.bytes, from: range.lowerBound)
    guard walker.peek() == UInt8(ascii: "{") else {
      guard let (text, escapes) = try? walker.string() else { return nil }
      return walker.text(text, hasEscapes: escapes)
    }
    var found: String?
    func visit(_ walker: inout JSONScanner) throws(JSONFault) {
      walker.at += 1
      if walker.take(UInt8(ascii: "}")) { return }
      repeat {
        let name = try walker.memberName().range
        if walker.matches(name, "properties"), walker.peek() == UInt8(ascii: "{") {
          try visit(&walker)
        } else if walker.matches(name, "name") || walker.matches(name, "code"),
          walker.peek() != UInt8(ascii: "n")
        {
          let at = walker.at
          try walker.skipValue()
          found = decodeJSONValue(walker.bytes, at: at).text
        } else {
          try walker.skipValue()
        }
      } while walker.take(UInt8(ascii: ","))
      try walker.expect(UInt8(ascii: "}"), "")
    }
    try? visit(&walker)
    return found
  }
}
