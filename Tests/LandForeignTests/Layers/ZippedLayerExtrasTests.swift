import Foundation
import LandLayers
import LandTestSupport
import Testing

@testable import LandForeign

/// Packed by Python, which not every machine has.
@Suite("layers in archives", .enabled(if: Extras.areWanted))
struct ZippedLayerExtrasTests {
  @Test("zipped folders of layers")
  func zipped() throws {
    let scratch = try Scratch()
    // The archive has the folder of a database, its files alone, or the files of a shapefile.
    for (driver, inner, name, isFlat) in [
      ("OpenFileGDB", "a.gdb", "x.gdb.zip", false), ("OpenFileGDB", "b.gdb", "y.zip", true),
      ("ESRI Shapefile", "c.shp", "z.zip", true),
    ] {
      let original = fixtures.appendingPathComponent("foreign/parcels.geojson").path
      let made = try Extras.run(["ogr2ogr", "-f", driver, scratch.path(inner), original])
      try #require(made.status == 0)
      let files = try FileManager.default.subpathsOfDirectory(atPath: scratch.folder.path).filter {
        $0.hasPrefix(inner.prefix(2)) && !$0.hasSuffix(".gdb")
      }
      let packed = try Extras.run(
        ["env", "-C", scratch.folder.path, "python3", "-m", "zipfile", "-c", name]
          + (isFlat ? files : [inner]))
      try #require(packed.status == 0)
      let layer = try GDALLayerProgram(scratch.path(name)).read(layer: nil)
      #expect(layer.state == [.polygon, .polygon], "\(name)")
    }
  }
}
