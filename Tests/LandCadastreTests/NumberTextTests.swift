import LandLayers
import Testing

@testable import LandCadastre

@Suite struct NumberTextTests {
  @Test(arguments: [
    ("12345.6", 12345.6), ("12,345.60", 12345.6), ("1,234,567", 1_234_567.0), ("１２３４５．６", 12345.6),
    (" 7 ", 7.0), ("-3", -3.0), ("+3", 3.0), ("1e3", 1000.0), ("0.1", 0.1), ("007", 7.0),
    ("　8,637.22　", 8637.22),
    ("12345678901234567890", 1.2345678901234567e19),
    ("0.30000000000000004", 0.30000000000000004),
  ])
  func plain(_ text: String, _ value: Double) {
    #expect(NumberText.parse(text) == .init(value: value, unit: nil))
  }

  @Test(arguments: [
    ("6.1345公顷", 6.1345, FieldUnit.hectare), ("92亩", 92, .mu), ("61345㎡", 61345, .squareMetre),
    ("61,345.00 平方米", 61345, .squareMetre), ("35%", 35, .percent), ("３５％", 35, .percent),
    ("8637.22万元", 8637.22, .tenThousandYuan), ("1.2亿元", 1.2, .hundredMillionYuan),
    ("300万元/亩", 300, .wanPerMu),
  ])
  func withUnit(_ text: String, _ value: Double, _ unit: FieldUnit) {
    #expect(NumberText.parse(text) == .init(value: value, unit: unit))
  }

  @Test(arguments: [
    "", "abc", "12,34", "1,2345", ",123", "1.", ".5", "1e", "nan", "inf", "0x10", "1 2", "12abc",
    "1e999", "--1", "1,234,56", "大于1.2", "1.2-2.0", "约5",
  ])
  func refused(_ text: String) {
    #expect(NumberText.parse(text) == nil)
  }

  @Test func agreesWithTheLibrary() {
    for text in ["0.1", "123456.789012", "5379.86", "99999999999999.9", "1e-7", "4.35841900483425"]
    {
      #expect(NumberText.parse(text)?.value == Double(text))
    }
  }

  @Test func plausibility() {
    func area(_ text: String) -> CellValue<Double> {
      AttributeValue.text(text).number(.area, dimension: .area, scale: .one)
    }
    #expect(area("-1") == .implausible)
    #expect(area("35%") == .unreadable)
    #expect(area("1公顷") == .value(10_000))
    #expect(area("/") == .empty)
    let percent = FieldUnit.percent.scale
    func share(_ text: String) -> CellValue<Double> {
      AttributeValue.text(text).number(.share, dimension: .share, scale: percent)
    }
    #expect(share("35") == .value(0.35))
    #expect(share("35%") == .value(0.35))
    #expect(share("101") == .implausible)
    #expect(share("100") == .value(1))
    #expect(
      AttributeValue.number(.infinity, literal: "1e999")
        .number(.area, dimension: .area, scale: .one) == .unreadable)
  }

  @Test func truth() {
    #expect(AttributeValue.text("是").truth() == .value(true))
    #expect(AttributeValue.text("0").truth() == .value(false))
    #expect(AttributeValue.boolean(true).truth() == .value(true))
    #expect(AttributeValue.text("maybe").truth() == .unreadable)
    #expect(AttributeValue.null.truth() == .empty)
  }

  @Test(arguments: [
    ("  甲 公司\u{3000}", "甲 公司"), ("\u{FEFF}a\u{A0}", "a"), ("甲公司", "甲公司"), ("\t \n", ""), ("", ""),
    ("\u{3000}", ""), ("。", "。"), ("a", "a"),
  ])
  func trimming(_ text: String, _ trimmed: String) {
    #expect(TextFolding.trimmed(text) == trimmed)
  }
}
