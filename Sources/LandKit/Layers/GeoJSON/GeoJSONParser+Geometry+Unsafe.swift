// Unsafe because the coordinate loop is where nearly all bytes of a file pass: it reads the lent
// buffer by its own checked position.

import LandGeometry

extension GeoJSONParser {
  /// A geometry object. Returns nil when polygons were put into the columns, else the state.
  ///
  /// Text that is no JSON throws; JSON that is no such geometry is an issue.
  mutating func geometryObject(depth: Int) throws(JSONFault) -> GeometryState? {
    let start = scanner.at
    guard scanner.peek() == UInt8(ascii: "{") else {
      try scanner.skipValue(depth: depth)
      assembler.issue(.structure("a geometry must be an object or null"), offset: start)
      return .unreadable
    }
    guard depth < JSONScanner.maximumDepth else {
      throw scanner.fault("nested deeper than \(JSONScanner.maximumDepth) levels")
    }
    var kind: Kind?
    var typeText: Range<Int>?
    var coordinates: Int?
    var pending: Int?
    var result: GeometryState?? = .none
    var seen = MemberSet()
    scanner.at += 1
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        let member = try scanner.memberName()
        let name = member.range
        let next = scanner.peek()
        let valueAt = scanner.at
        if scanner.matches(name, "type") {
          if !seen.insert(.type) { result = duplicate("type", at: member.offset) }
          if next == UInt8(ascii: "\"") {
            let text = try scanner.string().range
            typeText = text
            kind = Kind(text, scanner)
          } else {
            try scanner.skipValue(depth: depth + 1)
          }
        } else if scanner.matches(name, "coordinates") || scanner.matches(name, "geometries") {
          if !seen.insert(.coordinates) { result = duplicate("coordinates", at: member.offset) }
          coordinates = valueAt
          if let kind, result == nil, kind.member == (bytesMatchGeometries(name) ? 1 : 0) {
            result = .some(try members(of: kind, at: valueAt, depth: depth + 1))
          } else {
            pending = valueAt
            try scanner.skipValue(depth: depth + 1)
          }
        } else {
          try scanner.skipValue(depth: depth + 1)
        }
      } while scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "}"), "a comma or } is expected")
    }
    let end = scanner.at
    if let result { return result }
    guard let kind else {
      assembler.issue(
        .structure(typeText == nil ? "the geometry has no \"type\"" : "unknown geometry type"),
        offset: typeText?.lowerBound ?? start)
      return .unreadable
    }
    guard coordinates != nil, let pending else {
      assembler.issue(
        .structure("the geometry has no \"\(kind == .collection ? "geometries" : "coordinates")\""),
        offset: start)
      return .unreadable
    }
    scanner.at = pending
    let state = try members(of: kind, at: pending, depth: depth + 1)
    scanner.at = end
    return state
  }

  private func bytesMatchGeometries(_ name: Range<Int>) -> Bool {
    scanner.matches(name, "geometries")
  }

  private mutating func duplicate(_ name: String, at offset: Int) -> GeometryState? {
    assembler.issue(.duplicateMember(name), offset: offset)
    assembler.takeBack()
    return .unreadable
  }

  /// The geometry types of RFC 7946.
  enum Kind: Equatable {
    case polygon, multiPolygon, collection
    /// A type without area, with the nesting of its coordinates.
    case other(name: String, nesting: Int)

    init?(_ text: Range<Int>, _ scanner: JSONScanner) {
      if scanner.matches(text, "Polygon") {
        self = .polygon
      } else if scanner.matches(text, "MultiPolygon") {
        self = .multiPolygon
      } else if scanner.matches(text, "GeometryCollection") {
        self = .collection
      } else if scanner.matches(text, "Point") {
        self = .other(name: "Point", nesting: 0)
      } else if scanner.matches(text, "LineString") {
        self = .other(name: "LineString", nesting: 1)
      } else if scanner.matches(text, "MultiPoint") {
        self = .other(name: "MultiPoint", nesting: 1)
      } else if scanner.matches(text, "MultiLineString") {
        self = .other(name: "MultiLineString", nesting: 2)
      } else {
        return nil
      }
    }

    /// 0 where the type has coordinates, 1 where it has geometries.
    var member: Int { self == .collection ? 1 : 0 }
  }

  /// The coordinates or geometries of a type.
  private mutating func members(
    of kind: Kind, at start: Int, depth: Int
  ) throws(JSONFault) -> GeometryState? {
    switch kind {
    case .polygon:
      return try structured(start, depth) { parser throws(Stop) in try parser.polygon() }
    case .multiPolygon:
      return try structured(start, depth) { parser throws(Stop) in try parser.multiPolygon() }
    case .collection:
      return try collection(depth: depth)
    case .other(let name, let nesting):
      let state = try structured(start, depth) { parser throws(Stop) in
        try parser.positions(nesting: nesting)
      }
      if state == nil { assembler.issue(.otherType(name), offset: start) }
      return state ?? .otherType
    }
  }

  /// Why the coordinates of one geometry cannot be used.
  enum Stop: Error {
    case structure(String, Int)
    case number(Int)
  }

  /// Runs `body` over the coordinates; when their structure is wrong, takes the feature back,
  /// reads the value as plain JSON (which may throw) and reports the place.
  private mutating func structured(
    _ start: Int, _ depth: Int, _ body: (inout GeoJSONParser) throws(Stop) -> Void
  ) throws(JSONFault) -> GeometryState? {
    do throws(Stop) {
      try body(&self)
      return nil
    } catch {
      assembler.takeBack()
      scanner.at = start
      try scanner.skipValue(depth: depth)
      switch error {
      case .structure(let reason, let offset): assembler.issue(.structure(reason), offset: offset)
      case .number(let offset): assembler.issue(.invalidNumber, offset: offset)
      }
      return .unreadable
    }
  }

  private mutating func collection(depth: Int) throws(JSONFault) -> GeometryState? {
    let start = scanner.at
    guard scanner.peek() == UInt8(ascii: "[") else {
      try scanner.skipValue(depth: depth)
      assembler.issue(.structure("geometries must be an array"), offset: start)
      return .unreadable
    }
    scanner.at += 1
    var worst: GeometryState?
    if !scanner.take(UInt8(ascii: "]")) {
      repeat {
        if let state = try geometryObject(depth: depth + 1) {
          worst = worst == .unreadable ? worst : state
        }
      } while scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "]"), "a comma or ] is expected")
    }
    return worst
  }

  // MARK: Coordinates

  @inline(__always)
  private mutating func open(_ what: StaticString) throws(Stop) {
    guard scanner.peek() == UInt8(ascii: "["), scanner.at < scanner.end else {
      throw .structure("\(what) must be an array", scanner.at)
    }
    scanner.at &+= 1
  }

  @inline(__always)
  private mutating func close() throws(Stop) {
    guard scanner.take(UInt8(ascii: "]")) else {
      throw .structure("a comma or ] is expected in coordinates", scanner.at)
    }
  }

  private mutating func multiPolygon() throws(Stop) {
    try open("coordinates")
    if scanner.take(UInt8(ascii: "]")) { return }
    repeat { try polygon() } while scanner.take(UInt8(ascii: ","))
    try close()
  }

  private mutating func polygon() throws(Stop) {
    try open("a polygon")
    if !scanner.take(UInt8(ascii: "]")) {
      repeat { try ring() } while scanner.take(UInt8(ascii: ","))
      try close()
    }
    assembler.endPolygon()
  }

  private mutating func ring() throws(Stop) {
    let offset = scanner.at
    try open("a ring")
    let start = assembler.beginRing()
    if !scanner.take(UInt8(ascii: "]")) {
      repeat {
        let (x, y) = try position()
        assembler.columns.appendVertex(x: x, y: y)
      } while scanner.take(UInt8(ascii: ","))
      try close()
    }
    assembler.endRing(from: start, offset: offset)
  }

  /// Coordinates of a type without area, read for their structure alone.
  private mutating func positions(nesting: Int) throws(Stop) {
    if nesting == 0 {
      _ = try position()
      return
    }
    try open("coordinates")
    if scanner.take(UInt8(ascii: "]")) { return }
    repeat { try positions(nesting: nesting - 1) } while scanner.take(UInt8(ascii: ","))
    try close()
  }

  /// `[x, y]`; further numbers are read and left out.
  @inline(__always)
  private mutating func position() throws(Stop) -> (Double, Double) {
    try open("a position")
    let x = try number()
    guard scanner.take(UInt8(ascii: ",")) else {
      throw .structure("a position needs two numbers", scanner.at)
    }
    let y = try number()
    while scanner.take(UInt8(ascii: ",")) {
      _ = try number()
      sawHeight = true
    }
    try close()
    return (x, y)
  }

  @inline(__always)
  private mutating func number() throws(Stop) -> Double {
    _ = scanner.peek()
    guard
      let (value, next) = parseDecimal(
        scanner.bytes, from: scanner.at, to: scanner.end, jsonGrammar: true)
    else { throw notANumber() }
    scanner.at = next
    return value
  }

  private func notANumber() -> Stop {
    var probe = scanner
    // A number by its grammar, but too large for a double.
    if (try? probe.skipNumber()) != nil { return .number(scanner.at) }
    return .structure("a coordinate must be a number", scanner.at)
  }
}
