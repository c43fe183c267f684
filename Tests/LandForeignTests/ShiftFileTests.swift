import LandCadastre
import LandForeign
import LandGeometry
import LandLayers
import LandProjection
import LandTestSupport
import Testing

/// Files of parameters to CGCS2000, and layers that are taken along them.
@Suite("transformation files") struct ShiftFileTests {
  private static let text = """
    schema: 1
    source: 某测绘成果资料(示例,参数为虚构)
    date: 2019-03-01
    from: EPSG:2362
    to: EPSG:4526
    method: seven_parameters
    convention: position_vector
    parameters: {tx: -12.5, ty: 83.25, tz: 41.125, rx: 0.75, ry: -1.25, rz: 2.5, scale_ppm: -3.5}
    """

  private static func layer(_ declared: String?) -> FeatureLayer {
    var builder = LayerBuilder(file: "old.shp", format: "Shapefile")
    builder.declaredCRS = declared
    builder.beginFeature()
    builder.beginRing()
    for (x, y) in [(0.0, 0.0), (0, 100), (100, 100), (100, 0), (0, 0)] {
      builder.vertex(38_500_000 + x, 3_000_000 + y)
    }
    builder.endRing()
    builder.endPolygon()
    builder.endFeature()
    return builder.finish()
  }

  @Test("a layer in the old system is moved, and says by what")
  func moves() throws {
    let scratch = try Scratch()
    let file = try ShiftFile.read(path: scratch.write("shift.yaml", Self.text))
    let moved = try Self.layer("EPSG:2362").shifted(by: file)
    #expect(moved.declaredCRS == "EPSG:4526")
    #expect((moved.geometry.x[0] - 38_500_000).magnitude > 1)
    #expect(moved.geometry.x[0] == moved.geometry.x[4])
    #expect(moved.notes.contains { $0.zh.contains("某测绘成果资料") })
    let undeclared = try Self.layer(nil).shifted(by: file)
    #expect(undeclared.geometry.x == moved.geometry.x)
    #expect(undeclared.notes.count == 2)
  }

  @Test("a layer on CGCS2000 stays as it is, one in a third system is refused")
  func others() throws {
    let scratch = try Scratch()
    let file = try ShiftFile.read(path: scratch.write("shift.yaml", Self.text))
    let same = try Self.layer("EPSG:4526").shifted(by: file)
    #expect(same.geometry.x[0] == 38_500_000 && same.notes.isEmpty)
    for name in ["EPSG:2385", "EPSG:2401", "EPSG:32650"] {
      let error = #expect(throws: FormatError.self) { try Self.layer(name).shifted(by: file) }
      #expect(error?.message.en.contains("EPSG:2362") == true)
    }
  }

  @Test(
    "what is missing or beyond reason is refused with its place",
    arguments: [
      ("source: 某测绘成果资料(示例,参数为虚构)", "source: \" \"", 2),
      ("from: EPSG:2362", "from: EPSG:4547", 4), ("to: EPSG:4526", "to: EPSG:2362", 4),
      ("convention: position_vector", "convention: bursa", 7),
      ("convention: position_vector\n", "", 6), ("tx: -12.5", "tx: 1e7", 8),
      ("rx: 0.75, ", "", 8), ("method: seven_parameters", "method: seven", 6),
      ("schema: 1", "schema: 1\nepoch: 2000", 2),
    ])
  func refused(_ old: String, _ new: String, _ line: Int) throws {
    let scratch = try Scratch()
    let text = Self.text.replacing(old, with: new)
    try #require(text != Self.text)
    let path = try scratch.write("shift.yaml", text)
    let error = #expect(throws: FormatError.self) { try ShiftFile.read(path: path) }
    #expect(error?.line == line)
  }

  @Test("the template says nothing until it is filled in, then it is read")
  func template() throws {
    let scratch = try Scratch()
    let empty = try scratch.write("empty.yaml", Template.transform.text)
    #expect(throws: FormatError.self) { try ShiftFile.read(path: empty) }
    let lines = Template.transform.text.split(separator: "\n").map { line in
      let name = line.prefix { $0 != ":" }.filter { $0 != " " }
      return switch name {
      case "source": "source: 某测绘成果"
      case "convention": "convention: coordinate_frame"
      case "tx", "ty", "tz", "rx", "ry", "rz", "scale_ppm": "  \(name): 1"
      default: String(line)
      }
    }
    let filled = try scratch.write("filled.yaml", lines.joined(separator: "\n") + "\n")
    let file = try ShiftFile.read(path: filled)
    #expect(file.shift.from == 2362 && file.shift.to.name == "EPSG:4526")
    #expect(file.parameters.count == 7 && file.method == "seven_parameters:coordinate_frame")
  }
}
