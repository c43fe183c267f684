import Foundation
import LandTestSupport
import Testing

/// The programs of the folder Examples, which people copy from.
@Suite("Examples of the library") struct ExampleTests {
  @Test(
    "each prints what is kept beside it",
    arguments: [
      ("example-areas", ["fixtures/zone/parcels.geojson"]),
      (
        "example-idle-land",
        ["fixtures/zone/parcels.geojson", "fixtures/zone/contracts.csv", "2025-06-30"]
      ),
      ("example-expansion-check", ["fixtures/expansion/zone.yaml", "2025-06-30", "9396.4965"]),
    ])
  func output(name: String, arguments: [String]) throws {
    let run = try runLandctl(arguments, in: checkout, launch: .program(name))
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    let difference = try Snapshot.difference(run.text, from: "Examples/Expected/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "each says what is wrong with its input",
    arguments: [
      ("example-areas", ["nothing.geojson"]),
      ("example-idle-land", ["nothing.geojson", "nothing.csv", "2025-06-30"]),
      ("example-expansion-check", ["nothing.yaml", "2025-06-30", "1"]),
    ])
  func missing(name: String, arguments: [String]) throws {
    let run = try runLandctl(arguments, launch: .program(name))
    #expect(run.text.hasPrefix("nothing."), "\(run.text)")
  }
}
