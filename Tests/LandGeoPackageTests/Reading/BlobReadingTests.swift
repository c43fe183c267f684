import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandGeoPackage

@Suite("geometry of GeoPackages, blob by blob")
struct BlobReadingTests {
  private func read(_ blobs: [[UInt8]?]) throws -> FeatureLayer {
    let package = try MadePackage()
    for (i, blob) in blobs.enumerated() { try package.add("\(i)", blob) }
    let layer = try package.read().read(layer: nil)
    try #require(layer.featureCount == blobs.count)
    return layer
  }

  @Test("every envelope, both byte orders, heights of both manners")
  func forms() throws {
    let layer = try read([
      Bytes.header() + Bytes.square(0),
      Bytes.header(envelope: 4) + Bytes.square(1, little: false),
      Bytes.header(envelope: 6, little: false) + Bytes.square(2, type: 1003, more: 1),
      Bytes.header(envelope: 8) + Bytes.square(3, type: 3003, more: 2),
      Bytes.header() + Bytes.square(4, type: 0x8000_0003, more: 1),
      Bytes.header() + Bytes.square(5, type: 0xC000_0003, more: 2, little: false),
      Bytes.header() + [1] + Bytes.word(0x2000_0003) + Bytes.word(4490) + Bytes.word(1)
        + Bytes.ring(6),
      Bytes.header() + [1] + Bytes.word(6) + Bytes.word(2) + Bytes.square(7)
        + Bytes.square(9, little: false),
    ])
    #expect(layer.state.allSatisfy { $0 == .polygon })
    #expect(layer.issues.isEmpty)
    #expect(layer.heightsDropped == 4)
    for feature in 0..<8 {
      let box = layer.geometry.envelope(of: feature)
      #expect([box.minX, box.minY, box.maxY] == [Double(feature), 0, 1])
    }
    #expect(layer.geometry.envelope(of: 7).maxX == 10)
    #expect(layer.notes.isEmpty)
  }

  @Test("empty geometries, points without place, and no geometry")
  func empty() throws {
    let layer = try read([
      nil, Bytes.header(flags: 0x10),
      Bytes.header(flags: 0x10) + [1] + Bytes.word(3) + Bytes.word(0),
      Bytes.header(flags: 0x10) + [1] + Bytes.word(1) + Bytes.number(.nan) + Bytes.number(.nan),
      Bytes.header() + [1] + Bytes.word(7) + Bytes.word(0),
    ])
    #expect(layer.state == [.missing, .empty, .empty, .otherType, .empty])
    #expect(layer.issues.map(\.kind) == [.otherType("POINT")])
  }

  @Test("damaged blobs are issues that name their row")
  func damaged() throws {
    let square = Bytes.header() + Bytes.square(0)
    var nested: [UInt8] = Bytes.header()
    for _ in 0..<20 { nested += [1] + Bytes.word(7) + Bytes.word(1) }
    var notANumber = square
    notANumber.replaceSubrange(21..<29, with: Bytes.number(.infinity))
    let layer = try read([
      [], Array("GP".utf8), Array("no geometry".utf8), Array(square.dropLast(1)),
      Bytes.header() + [1] + Bytes.word(3) + Bytes.word(0xFFFF_FFFF),
      Bytes.header() + [1] + Bytes.word(3) + Bytes.word(1) + Bytes.word(0xFFFF_FFF0),
      Bytes.header() + [7] + Bytes.square(0).dropFirst(), Bytes.header() + [1] + Bytes.word(99),
      nested + Bytes.square(0),
      Bytes.header() + [1] + Bytes.word(6) + Bytes.word(1)
        + [1] + Bytes.word(7) + Bytes.word(0), notANumber,
      Bytes.header(flags: 0x20) + Array("GPKG".utf8), Bytes.header(envelope: 1) + Bytes.square(0),
      square,
    ])
    #expect(layer.state.dropLast(3).allSatisfy { $0 == .unreadable })
    #expect(layer.state.suffix(3) == [.otherType, .unreadable, .polygon])
    #expect(layer.geometry.vertexCount == 5)
    #expect(layer.issues.count == 13)
    #expect(layer.issues.map(\.feature) == Array(0..<13))
    guard case .structure(let reason) = layer.issues[4].kind else {
      Issue.record("\(layer.issues[4])")
      return
    }
    #expect(reason.hasPrefix("row 5: "))
    #expect(layer.issues[10].kind == .invalidNumber)
    #expect(layer.issues[11].kind == .otherType("EXTENDED GEOPACKAGE BINARY"))
  }

  @Test("bytes behind a geometry and another system are said")
  func oddities() throws {
    let layer = try read([
      Bytes.header() + Bytes.square(0) + [0, 0], Bytes.header(reference: 4326) + Bytes.square(0),
    ])
    #expect(layer.state == [.polygon, .polygon])
    #expect(layer.issues.map(\.kind) == [.ignored("row 1: 2 bytes behind the geometry")])
    #expect(
      layer.notes.map(\.en) == [
        "1 geometries name another srs_id than the layer; the layer's is used"
      ])
  }
}
