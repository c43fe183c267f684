// Unsafe because it walks a file's bytes and hands them to the number parser: one borrowed buffer,
// every read checked against `end`. A parser lives inside the closure that lends the buffer.

import LandGeometry

/// A strict reader of one WKT or EWKT geometry; polygons go into `columns`.
struct WKTParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  var at: Int
  /// Polygons are appended here; the caller ends the feature, or rewinds after an error.
  var columns: PolygonColumns<Unplaced>
  var geometry = WKTGeometry()
  /// What the positions of the geometry at hand must have; nil until the first one.
  var dimensions: WKTDimensions?
  private var part = 0

  /// Collections in collections; deeper ones are an error rather than a full stack.
  private static let depthLimit = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>, columns: consuming PolygonColumns<Unplaced>) {
    self.bytes = bytes
    self.columns = columns
    at = 0
    end = bytes.count
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
    columns: consuming PolygonColumns<Unplaced>
  ) {
    self.bytes = bytes
    self.columns = columns
    at = start
    self.end = end
  }

  /// Reads the whole range as one geometry.
  mutating func parseWhole() throws(WKTFault) {
    try parseSRID()
    let (type, name) = try typeName()
    geometry.type = name
    try body(type, depth: 0, inside: nil)
    skipSpaces()
    if at < end { throw .syntax("text after the end of the geometry", at: at) }
  }

  private mutating func parseSRID() throws(WKTFault) {
    skipSpaces()
    let start = at
    guard word().map({ $0 == "SRID" }) ?? false, at < end, bytes[at] == UInt8(ascii: "=") else {
      at = start
      return
    }
    at += 1
    let digits = at
    while at < end, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    let text = String(decoding: bytes[digits..<at], as: UTF8.self)
    guard let number = Int(text) else { throw .syntax("SRID is not a number", at: digits) }
    geometry.srid = number
    try expect(";")
  }

  /// The type word; a Z, M or ZM grown together with it goes into `dimensions`.
  private mutating func typeName() throws(WKTFault) -> (WKTType, String) {
    skipSpaces()
    let start = at
    guard let word = word() else { throw .syntax("expected a geometry type", at: start) }
    dimensions = nil
    if let found = WKTType.named(word) { return found }
    for (suffix, hasZ, hasM) in [("ZM", true, true), ("Z", true, false), ("M", false, true)]
    where word.hasSuffix(suffix) {
      if let found = WKTType.named(String(word.dropLast(suffix.utf8.count))) {
        dimensions = WKTDimensions(hasZ: hasZ, hasM: hasM)
        return found
      }
    }
    throw .syntax("unknown geometry type", at: start)
  }

  /// What follows the type: the dimension tag, EMPTY or the coordinates.
  private mutating func body(
    _ type: WKTType, depth: Int, inside outer: WKTDimensions?
  ) throws(WKTFault) {
    let start = at
    var isEmpty = false
    if let word = peekWord() {
      let tags = [
        "Z": WKTDimensions(hasZ: true, hasM: false), "M": WKTDimensions(hasZ: false, hasM: true),
        "ZM": WKTDimensions(hasZ: true, hasM: true),
      ]
      if let tag = tags[word], dimensions == nil {
        dimensions = tag
        _ = self.word()
      }
      isEmpty = takeEmpty()
    }
    if let outer, dimensions != outer {
      throw .syntax("the dimensions differ from those of the collection", at: start)
    }
    if let dimensions { note(dimensions) }
    let isPolygonal = type == .polygon || type == .multiPolygon || type == .collection
    if !isPolygonal { geometry.hasOther = true }
    if isEmpty { return }
    switch type {
    case .point:
      try expect("(")
      try positions(atLeast: 1, atMost: 1)
    case .line:
      try expect("(")
      try positions(atLeast: 2)
    case .ring: try lineRing()
    case .polygon: try polygon()
    case .multiPoint: try multiPoint()
    case .multiLine:
      try list { (parser) throws(WKTFault) in
        if parser.takeEmpty() { return }
        try parser.expect("(")
        try parser.positions(atLeast: 2)
      }
    case .multiPolygon:
      try list { (parser) throws(WKTFault) in
        if parser.takeEmpty() { return }
        try parser.polygon()
      }
    case .collection:
      if depth >= Self.depthLimit { throw .syntax("collections are nested too deep", at: start) }
      let declared = dimensions
      try list { (parser) throws(WKTFault) in
        let (member, _) = try parser.typeName()
        try parser.body(member, depth: depth + 1, inside: declared)
      }
    case .curved: try skipBalanced()
    }
  }

  private mutating func multiPoint() throws(WKTFault) {
    try expect("(")
    if peek() != UInt8(ascii: "("), peekWord() != "EMPTY" {
      try positions(atLeast: 1)
      return
    }
    repeat {
      if takeEmpty() { continue }
      try expect("(")
      try positions(atLeast: 1, atMost: 1)
    } while take(",")
    try expect(")")
  }

  private mutating func lineRing() throws(WKTFault) {
    try expect("(")
    let start = at
    let ends = try positions(atLeast: 3)
    if ends.first != ends.last { throw .syntax("the ring is not closed", at: start) }
  }

  /// One polygon: its rings in parentheses.
  private mutating func polygon() throws(WKTFault) {
    try expect("(")
    var ring = 0
    repeat {
      skipSpaces()
      let start = at
      if takeEmpty() {
        if ring == 0, !take(")") { throw .syntax("holes without an exterior ring", at: at) }
        if ring == 0 { return }
        continue
      }
      try expect("(")
      try ringPositions(ring, start: start)
      ring += 1
    } while take(",")
    try expect(")")
    columns.endPolygon()
    part += 1
  }

  private mutating func ringPositions(_ ring: Int, start: Int) throws(WKTFault) {
    let first = columns.vertexCount
    repeat {
      let offset = at
      let position = try position()
      guard position.x.isFinite, position.y.isFinite else {
        throw WKTFault(kind: .invalidNumber, offset: offset)
      }
      columns.appendVertex(x: position.x, y: position.y)
    } while take(",")
    try expect(")")
    func fault(_ kind: WKTGeometry.RingFault.Kind) {
      geometry.ringFaults.append(
        WKTGeometry.RingFault(kind: kind, part: part, ring: ring, offset: start))
    }
    let last = columns.vertexCount - 1
    geometry.coordinateCount += columns.vertexCount - first
    if columns.x[first] != columns.x[last] || columns.y[first] != columns.y[last] {
      columns.appendVertex(x: columns.x[first], y: columns.y[first])
      fault(.notClosed)
    }
    let count = columns.vertexCount - first
    if count < 4 { fault(.tooFewPoints(count)) }
    columns.endRing()
  }

  /// Positions up to the closing parenthesis, the opening one taken already; none is kept.
  @discardableResult
  private mutating func positions(
    atLeast least: Int, atMost most: Int = .max
  ) throws(WKTFault) -> (first: Coordinate, last: Coordinate) {
    let start = at
    let first = try position()
    var last = first
    var count = 1
    while take(",") {
      last = try position()
      count += 1
    }
    try expect(")")
    if count < least || count > most { throw .syntax("wrong number of positions", at: start) }
    geometry.coordinateCount += count
    return (first, last)
  }

  /// One position; what it has beside x and y must be the same within a geometry.
  private mutating func position() throws(WKTFault) -> Coordinate {
    let x = try ordinate()
    let y = try ordinate()
    var count = 2
    skipSpaces()
    while count < 4, at < end, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: ")") {
      _ = try ordinate()
      count += 1
      skipSpaces()
    }
    if let dimensions {
      if count != dimensions.count { throw .syntax("wrong number of ordinates", at: at) }
    } else {
      let found = WKTDimensions(hasZ: count > 2, hasM: count > 3)
      dimensions = found
      note(found)
    }
    return Coordinate(x: x, y: y)
  }

  private mutating func note(_ dimensions: WKTDimensions) {
    if dimensions.hasZ { geometry.hasZ = true }
    if dimensions.hasM { geometry.hasM = true }
  }

  private mutating func list(
    _ member: (inout WKTParser) throws(WKTFault) -> Void
  ) throws(WKTFault) {
    try expect("(")
    repeat { try member(&self) } while take(",")
    try expect(")")
  }
}
