import LandCadastre
import Testing

/// Names that a `.dbf` cut off.
@Suite("names cut at ten bytes") struct CutNamesTests {
  @Test("cut in UTF-8, in GBK and in ASCII")
  func whole() {
    let found = CutNames.whole(
      of: ["宗地代", "土地用", "约定动工日", "contract_a", "plot_ratio", "其他列"], role: .parcels)
    #expect(found["宗地代"] == "宗地代码")
    #expect(found["土地用"] == "土地用途")
    #expect(found["约定动工日"] == "约定动工日期")
    #expect(found["contract_a"] == "contract_area_m2")
    // The lower and the upper limit begin alike.
    #expect(found["plot_ratio"] == nil)
    #expect(found["其他列"] == nil)
  }

  @Test("short names are not cut names, and a field that is there is not named twice")
  func kept() {
    #expect(CutNames.whole(of: ["宗地"], role: .parcels).isEmpty)
    #expect(CutNames.whole(of: ["parcel"], role: .parcels).isEmpty)
    #expect(CutNames.whole(of: ["宗地代", "parcel_id"], role: .parcels).isEmpty)
    // Both could be the day of the start that was agreed on.
    #expect(CutNames.whole(of: ["约定动工日", "约定开工日"], role: .parcels).isEmpty)
  }
}
