import Foundation
import LandLayers
import LandTestSupport
import Testing

@testable import LandCadastre

@Suite("columns of exchange files") struct ExchangeTextFieldsTests {
  @Test("id and use are known; the stated area is no contract's")
  func known() throws {
    let path = fixtures.appending(path: "exchange-text/made/standard.txt").path
    let layer = try ExchangeTextReader.readLayer(SourceBytes.open(path))
    let map = FieldMap(names: layer.attributes.names, role: .parcels)
    #expect(map[.parcelID]?.name == "地块编号")
    #expect(map[.landUse]?.name == "地块用途")
    #expect(map[.contractArea] == nil)
    #expect(map.unrecognised.contains("地块面积(公顷)"))
    #expect(map.duplicates.isEmpty)
  }
}
