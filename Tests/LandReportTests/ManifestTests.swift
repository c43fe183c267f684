import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite("The manifest") struct ManifestTests {
  private func manifest(in folder: String, _ scratch: Scratch) throws -> [UInt8] {
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"parcel_id":"P1"},\
      "geometry":{"type":"Polygon","coordinates":[[[114.1,28.1],[114.101,28.1],[114.101,28.101],\
      [114.1,28.1]]]}}]}
      """
    let path = try scratch.write(folder + "/parcels.geojson", text)
    let day = try #require(CalendarDate(year: 2001, month: 2, day: 3))
    let options = AuditOptions(asOf: day)
    let inputs = try AuditInputs(AuditPaths(parcels: path), options: options, digests: true)
    let run = AuditRun(inputs, options: options)
    var sink = try AuditOutput(folder: nil, stream: nil)
    return Manifest(run, try run.run(into: &sink)).json()
  }

  @Test("no folder, no clock, the same wherever the files lie")
  func noTrace() throws {
    let scratch = try Scratch()
    let one = try manifest(in: "one", scratch)
    let two = try manifest(in: "two/deeper", scratch)
    #expect(one == two)
    let text = String(decoding: one, as: UTF8.self)
    #expect(!text.contains(scratch.folder.path) && !text.contains("/tmp"))
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    #expect(!text.contains("\(year)-"))
    let value = try #require(try JSONSerialization.jsonObject(with: Data(one)) as? [String: Any])
    #expect(value["schema"] as? String == "landctl.manifest/1")
    #expect(value["as_of"] as? String == "2001-02-03")
    let input = try #require((value["inputs"] as? [[String: Any]])?.first)
    #expect(input["name"] as? String == "parcels.geojson")
    #expect((input["sha256"] as? String)?.count == 64)
    let counts = try #require(value["counts"] as? [String: Any])
    #expect(counts["read"] as? Int == 1 && counts["audited"] as? Int == 1)
  }
}
