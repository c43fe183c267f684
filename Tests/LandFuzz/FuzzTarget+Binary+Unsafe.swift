// Unsafe because a blob is lent as raw bytes, as SQLite lends it; nothing is kept of it.

import LandCadastre
import LandGeoPackage
import LandGeometry
import LandLayers
import LandShapefile

extension FuzzTarget {
  static func shapefile(_ bytes: [UInt8]) {
    let file = SplitFile(bytes)
    file.write()
    _ = outcome { () throws(FormatError) in try ShapefileReader(SplitFile.path("shp")).read() }
  }

  static func dbf(_ bytes: [UInt8]) {
    SplitFile.write(bytes, "dbf")
    do throws(FormatError) {
      check(try DBFTable.read(SplitFile.path("dbf")), .enterprises)
    } catch { check(error) }
  }

  static func blob(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { lent in
      for closedLines in [false, true] {
        var builder = LayerBuilder(file: "fuzz.gpkg", format: "GeoPackage")
        builder.beginFeature()
        var reader = BlobReader(lent)
        reader.closedLinesAreBoundaries = closedLines
        do throws(BlobFault) {
          let found = try reader.append(to: &builder)
          precondition(found.trailing >= 0, "it read behind the end")
          builder.endFeature()
        } catch { builder.endFeature(.unreadable) }
        check(builder.finish())
      }
      var reader = BlobReader(lent)
      if let box = reader.box() { precondition(box.isEmpty || box.minX <= box.maxX) }
      var columns = PolygonColumns<Plane>()
      var other = BlobReader(lent)
      if other.appendFeature(to: &columns) { precondition(columns.featureCount == 1) }
    }
  }
}
