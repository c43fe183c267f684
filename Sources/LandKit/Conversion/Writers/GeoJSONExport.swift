import LandGeometry
import LandLayers
import LandProjection

/// A layer as GeoJSON: every number of a coordinate with the fewest digits that give it back.
struct GeoJSONExport {
  let source: ConvertedLayer
  let isSequence: Bool

  /// The text, handed on in pieces.
  func write(_ sink: ([UInt8]) throws -> Void) throws {
    let shapes = source.shapes
    let members = source.columns.enumerated().map { column, profile -> (Int, [UInt8]) in
      var bytes: [UInt8] = []
      JSONString.append(profile.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      return (column, bytes)
    }
    var bytes: [UInt8] = []
    if !isSequence {
      bytes += #"{"type":"FeatureCollection","#.utf8
      if let name = crsName {
        bytes += #""crs":{"type":"name","properties":{"name":""#.utf8
        bytes += name.utf8
        bytes += #""}},"#.utf8
      }
      bytes += "\"features\":[".utf8
    }
    for feature in 0..<source.layer.featureCount {
      if !isSequence { bytes += (feature == 0 ? "\n" : ",\n").utf8 }
      append(feature, shapes, members, to: &bytes)
      if isSequence { bytes.append(0x0A) }
      if bytes.count > 1 << 18 {
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    if !isSequence { bytes += "\n]}\n".utf8 }
    try sink(bytes)
  }

  /// What the member `crs` says; nil for longitude and latitude of WGS 84, and for a system that has
  /// no name there.
  private var crsName: String? {
    guard let name = source.system?.name, name.hasPrefix("EPSG:"), name != "EPSG:4326" else {
      return nil
    }
    return "urn:ogc:def:crs:EPSG::" + name.dropFirst(5)
  }

  /// What is lost.
  var losses: [Bilingual] {
    guard let system = source.system, system.name != "EPSG:4326",
      crsName == nil || isSequence
    else { return [] }
    return [.unnamedSystem(system)]
  }

  private func append(
    _ feature: Int, _ shapes: borrowing PolygonColumns<Unplaced>,
    _ members: [(column: Int, name: [UInt8])], to bytes: inout [UInt8]
  ) {
    bytes += #"{"type":"Feature","#.utf8
    if let id = source.layer.identifier(of: feature) {
      bytes += #""id":"#.utf8
      JSONString.append(id, to: &bytes)
      bytes.append(UInt8(ascii: ","))
    }
    bytes += #""properties":{"#.utf8
    if source.layer.attributes.syntax == .csv {
      // An empty field is a member without a value, so that all features have all columns.
      for (column, name) in members {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += name
        switch source.layer.attributes.value(row: feature, column: column) {
        case .text(let text): JSONString.append(text, to: &bytes)
        default: bytes += "null".utf8
        }
      }
    } else {
      source.layer.appendProperties(of: feature, members: members, first: true, to: &bytes)
    }
    bytes += #"},"geometry":"#.utf8
    appendGeometry(feature, shapes, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  private func appendGeometry(
    _ feature: Int, _ shapes: borrowing PolygonColumns<Unplaced>, to bytes: inout [UInt8]
  ) {
    let polygons = shapes.polygons(of: feature)
    guard !polygons.isEmpty else {
      bytes += "null".utf8
      return
    }
    let isMulti = polygons.count > 1
    bytes +=
      (isMulti ? #"{"type":"MultiPolygon","coordinates":["# : #"{"type":"Polygon","coordinates":"#)
      .utf8
    for polygon in polygons {
      if polygon > polygons.lowerBound { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "["))
      let rings = shapes.rings(of: polygon)
      for ring in rings {
        if ring > rings.lowerBound { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "["))
        let vertices = shapes.vertices(of: ring)
        for vertex in vertices {
          if vertex > vertices.lowerBound { bytes.append(UInt8(ascii: ",")) }
          bytes += "[\(shapes.x[vertex]),\(shapes.y[vertex])]".utf8
        }
        bytes.append(UInt8(ascii: "]"))
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes += (isMulti ? "]}" : "}").utf8
  }
}

extension Bilingual {
  /// That a file does not say in which system its numbers are.
  static func unnamedSystem(_ system: CoordinateSystem) -> Bilingual {
    Bilingual(
      zh: "文件里写不下坐标系 \(system.name),读取时请加 --crs \(system.name)",
      en:
        "the file cannot name the system \(system.name): pass --crs \(system.name) when reading it")
  }
}
