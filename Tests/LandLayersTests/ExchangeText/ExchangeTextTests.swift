import LandLayers
import Testing

@Suite("Exchange text of boundary points") struct ExchangeTextTests {
  private func text(name: String = "一号", east: Double = 38_520_000) -> ExchangeText {
    ExchangeText(
      producer: "某\n局", day: "2024-05-20", zone: 38,
      records: [
        ExchangeText.Record(
          id: "DK01", name: name, area: 5000,
          rings: [
            [
              .init(number: 1, north: 3_174_100.0005, east: east),
              .init(number: 2, north: 3_174_100, east: east + 100),
              .init(number: 3, north: 3_174_000, east: east),
            ]
          ])
      ])
  }

  @Test("a separator or a line end in a name does not break the line")
  func separators() throws {
    let bytes = try ExchangeTextWriter().bytes(of: text(name: "a,b@c\nd"))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.contains("数据产生单位=某 局"))
    #expect(lines.contains("4,0.5000,DK01,a,b@c d,面,,,,@"))
    #expect(lines.contains("J1,1,3174100.001,38520000.000"))
    #expect(lines.filter { $0.hasPrefix("J1,1,") }.count == 2)
  }

  @Test("GBK where it has the characters; else the line is named")
  func gbk() throws {
    let bytes = try ExchangeTextWriter(encoding: .gbk).bytes(of: text())
    // 带号 in GBK.
    #expect(bytes.split(separator: 0x0A).contains { $0.starts(with: [0xB4, 0xF8, 0xBA, 0xC5]) })
    #expect(throws: ExchangeTextError.encoding("GBK", line: 13)) {
      try ExchangeTextWriter(encoding: .gbk).bytes(of: text(name: "𠮷"))
    }
  }

  @Test("rings, zones and areas that cannot be written are refused")
  func refused() throws {
    #expect(throws: ExchangeTextError.zone(record: "DK01", zone: 38)) {
      try ExchangeTextWriter().bytes(of: text(east: 520_000))
    }
    var short = text()
    short.records[0].rings[0].removeLast()
    #expect(throws: ExchangeTextError.ring(record: "DK01")) {
      try ExchangeTextWriter().bytes(of: short)
    }
    var unknown = text()
    unknown.records[0].area = .nan
    #expect(throws: ExchangeTextError.area(record: "DK01")) {
      try ExchangeTextWriter().bytes(of: unknown)
    }
  }
}
