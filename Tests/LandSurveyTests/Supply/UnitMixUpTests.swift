import LandKit
import Testing

@Suite("Areas stated in another unit") struct UnitMixUpTests {
  private func mixUp(_ stated: Double, _ measuredHa: Double) -> UnitMixUp? {
    OfficialAreaCheck(statedHa: stated, measured: measuredHa * 10_000).mixUp
  }

  @Test("亩, m² and km² are told by their factor, within 1 %")
  func factors() {
    #expect(mixUp(18_007.5, 1200.5)?.unit == "亩")
    #expect(mixUp(12_005_000, 1200.5)?.unit == "㎡")
    #expect(mixUp(12.005, 1200.5)?.unit == "km²")
    #expect(mixUp(15.14, 1)?.factor == 15 && mixUp(15.16, 1) == nil)
    #expect(mixUp(14.86, 1)?.factor == 15 && mixUp(14.84, 1) == nil)
    // A figure too small by 15 is a wrong unit as well, but none that people use.
    #expect(mixUp(1, 15)?.factor == 15 && mixUp(1, 15)?.unit == nil)
  }

  @Test("areas of the same size are no mix-up, nor is nothing")
  func none() {
    #expect(mixUp(1200.5, 1200.49) == nil && mixUp(0, 5) == nil && mixUp(5, 0) == nil)
  }
}
