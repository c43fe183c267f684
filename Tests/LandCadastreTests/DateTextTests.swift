import LandLayers
import Testing

@testable import LandCadastre

@Suite struct DateTextTests {
  @Test(arguments: [
    "2024-05-01", "2024/5/1", "2024-5-1", "2024.5.1", "2024.05.01", "2024年5月1日", "2024年05月01日",
    "20240501", " 2024-05-01 ", "２０２４－０５－０１", "2024年5月1号", "2024-05-01T00:00:00",
    "2024-05-01 12:30", "2024/5/1 0:00:00", "2024-05-01T08:00:00+08:00", "2024-04-30T16:00:00.000Z",
    "2024-05-01T15:59:59Z", "2024-05-01T00:00:00.123",
  ])
  func forms(_ text: String) {
    #expect(DateText.parse(text) == .day(.iso("2024-05-01")))
  }

  @Test(arguments: [
    "2024-13-01", "2023-02-29", "2024-05", "2024年5月", "2024-05-01x", "01/05/2024", "2024-5/1",
    "May 1", "2024-05-01T25:00", "202405011", "1e4", "", "19999", "80001", "2024--5-1",
    "2024-05-01 (延期)", "2024年5-1", "2024.5", "-45413", "45413天",
  ])
  func refused(_ text: String) {
    #expect(DateText.parse(text) == nil)
  }

  @Test func excelSerials() {
    #expect(DateText.parse("45413") == .serial(.iso("2024-05-01")))
    #expect(DateText.parse("45413.75") == .serial(.iso("2024-05-01")))
    #expect(DateText.parse(45413) == .serial(.iso("2024-05-01")))
    #expect(DateText.parse(20_240_501) == .day(.iso("2024-05-01")))
    #expect(DateText.parse(20_241_301) == nil)
    #expect(DateText.parse(2024) == nil)
  }

  @Test(arguments: ["1900-01-01", "1900/1/1", "1900年1月1日", "19000101", "1900-01-01T00:00:00"])
  func nineteenHundredIsEmpty(_ text: String) {
    #expect(DateText.parse(text) == .empty)
  }

  @Test func implausibleDays() {
    #expect(AttributeValue.text("0024-05-01").day().0 == .implausible)
    #expect(AttributeValue.text("2999-05-01").day().0 == .implausible)
    #expect(AttributeValue.text("无").day().0 == .empty)
    #expect(AttributeValue.boolean(true).day().0 == .unreadable)
  }
}
