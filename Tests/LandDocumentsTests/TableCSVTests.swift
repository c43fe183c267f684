import LandDocuments
import LandTestSupport
import Testing

@Suite struct TableCSVTests {
  @Test func rowsAreAsTheyShouldBe() throws {
    let bytes = SamplePapers.cells().csv()
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        项目,面积(公顷),日期,"'=编号"\r
        "'=SUM(A1:A9)",1234567.89,2025-06-30,00123\r
        "a,b ""c""\nd",0.0000,,"'=1"\r
        "'-1",,,\r

        """))
    #expect(text.hasSuffix("\r\n合计,1000,,\r\n"))
    let records = csvRecords(text)
    #expect(records.count == 1 + 3 + SamplePapers.nasty.count + 1)
    #expect(records.allSatisfy { $0.count == 4 })
    // What opens with a sign of formulas is guarded, a code too.
    #expect(records[9][0] == "'=1+1" && records[9][3] == "'=1+1")
  }
}
