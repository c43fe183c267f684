import Testing

@testable import LandRulebook

@Suite("units") struct UnitTests {
  @Test(
    "every unit of the manual is known",
    arguments: [
      "m2", "㎡", "公顷", "ha", "亩", "mu", "km2", "平方公里", "万㎡", "元", "万元", "亿元", "万亿元", "美元",
      "万美元", "亿美元", "个", "家", "户", "项", "块", "份", "人", "万人", "%", "1", "日", "月", "年", "m",
      "吨标煤", "万元/公顷", "万元/亩", "元/m2", "吨标煤/万元", "亿元/平方公里", "人/公顷",
    ])
  func known(name: String) { #expect(Unit(name: name) != nil) }

  @Test(
    "what is no unit is none",
    arguments: [
      "", "/", "万元/", "/亩", "万元/亩/年", "公斤", "万元/1", "亩亩", "-", "2", "m3", "万元 每 亩",
    ])
  func unknown(name: String) { #expect(Unit(name: name) == nil) }

  @Test(
    "spellings of one unit are one",
    arguments: [
      ("m2", "㎡"), ("M2", "平方米"), ("ha", "公顷"), ("mu", "亩"), ("km2", "平方公里"), ("家", "个"),
      ("万元 / ha", "万元/公顷"), ("pp", "%"), (" 亩", "亩"), ("天", "日"),
    ])
  func spellings(one: String, other: String) throws {
    let (a, b) = (try #require(Unit(name: one)), try #require(Unit(name: other)))
    #expect(a.dimension == b.dimension)
    #expect(a.base(7) == b.base(7))
  }

  @Test(
    "units are exact multiples of each other",
    arguments: [
      (15.0, "亩", 1.0, "公顷"), (1500, "亩", 1, "平方公里"), (1, "万㎡", 1, "公顷"),
      (1, "元/㎡", 1, "万元/公顷"), (400, "万元/亩", 6000, "万元/公顷"), (350, "万元/亩", 5250, "万元/公顷"),
      (300, "万元/亩", 4500, "元/㎡"), (95, "%", 0.95, "1"), (1, "万亿元", 10_000, "亿元"),
      (2, "年", 24, "月"), (365, "日", 1, "年"), (1, "亿美元", 10_000, "万美元"), (3, "万人", 30_000, "人"),
    ])
  func multiples(a: Double, unit: String, b: Double, other: String) throws {
    let (one, two) = (try #require(Unit(name: unit)), try #require(Unit(name: other)))
    #expect(one.dimension == two.dimension)
    #expect(one.base(a) == two.base(b))
    #expect(two.value(ofBase: one.base(a)) == b)
  }

  @Test(
    "different things are measured in different units",
    arguments: [
      ("亩", "万元/亩"), ("元", "美元"), ("m", "㎡"), ("个", "1"), ("万元/亩", "亩/万元"), ("日", "1"), ("%", "人"),
    ])
  func dimensions(one: String, other: String) {
    #expect(Unit(name: one)?.dimension != Unit(name: other)?.dimension)
  }

  @Test("years, months and days are told apart, and nothing else is a period")
  func periods() {
    #expect(Unit(name: "年")?.period == .years)
    #expect(Unit(name: "月")?.period == .months)
    #expect(Unit(name: "日")?.period == .days)
    #expect(Unit(name: "1")?.period == nil)
    #expect(Unit(name: "亩")?.period == nil)
    #expect(Unit(name: "元/年")?.period == nil)
  }
}
