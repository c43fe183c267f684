import LandLayers
import LandShapefile
import LandTestSupport
import Testing
@Suite struct ShapefileReaderTests {
  @Test func a() throws {
    for p in ["/work/shared/data/encodings/shp/gbk_cpg_GBK/parcels.shp","/work/shared/data/encodings/shp/utf8_nocpg/parcels.shp","/work/shared/data/parcels/seoul_nonhyeon_5186/parcels.shp"] {
    let l = try ShapefileReader(p).read()
    print(l.encoding, l.featureCount, l.notes, l.issues.prefix(3), l.attributes.names, (0..<l.attributes.names.count).map { l.attributes.value(row: 0, column: $0) })
    }
    for e in ["big5","latin1","shiftjis"] {
    let t = try DBFTable.read("/work/shared/data/encodings/mapshaper/\(e).dbf", encoding: e == "shiftjis" ? "shift_jis" : e)
    print(t.encoding, t.notes, t.issues, t.attributes.value(row:0,column:0)) }
  }
}
