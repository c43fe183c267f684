import Foundation
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandTopology

private struct ValidityCase: Decodable {
  var name: String
  var wkt: String
  var readable: Bool
  var agreed: Bool
  var isValid: Bool?
  var reason: String?
  var location: String?
  var linework: Double?
  var structure: Double?

  enum CodingKeys: String, CodingKey {
    case name, wkt, readable, agreed, reason, location
    case isValid = "is_valid"
    case linework = "area_after_make_valid_linework"
    case structure = "area_after_make_valid_structure"
  }
}

private struct RepairCase: Decodable {
  var name: String
  var wkt: String
  var valid: String
  var area: Double

  enum CodingKeys: String, CodingKey {
    case name, wkt
    case valid = "valid_wkt_linework"
    case area = "valid_area"
  }
}

/// Cases whose recorded answer is not ours, each with the reason.
private struct Exceptions: Decodable {
  /// The place differs: the polygon has several faults of the kind, and versions name another.
  var place: [String: String]
  var validity: [String: String]
  var repair: [String: String]
  var overlay: [String: String]

  static func load() throws -> Exceptions {
    let file = fixtures.appendingPathComponent("geometry/exceptions.json")
    return try JSONDecoder().decode(Exceptions.self, from: Data(contentsOf: file))
  }
}

@Suite("Topology against recorded answers") struct TopologyCaseTests {
  /// The polygons of a case; nil where the reader itself refuses a coordinate that is no finite
  /// number, as it must.
  private func polygons(_ test: ValidityCase) throws -> PolygonColumns<Unplaced>? {
    if test.reason == "Invalid Coordinate" {
      #expect(throws: FormatError.self) { try WKTReader.parse(test.wkt) }
      return nil
    }
    return try WKTReader.parse(test.wkt).polygons
  }

  @Test("validity, reason and place", arguments: CaseSource.allCases)
  func validity(source: CaseSource) throws {
    let context = try GEOSContext()
    let exceptions = try Exceptions.load()
    var wrong: [String] = []
    for test in try source.cases(ValidityCase.self, in: "geometry/validity.jsonl") {
      guard test.agreed, test.readable, exceptions.validity[test.name] == nil else { continue }
      guard let columns = try polygons(test) else { continue }
      switch try context.validity(of: 0, in: columns) {
      case .valid:
        if test.isValid != true { wrong.append("\(test.name) valid, not \(test.reason ?? "")") }
      case .invalid(let reason):
        if test.isValid != false || reason.text != test.reason {
          wrong.append("\(test.name) \(reason.text), not \(test.reason ?? "")")
          continue
        }
        if reason.fault == .other { wrong.append("\(test.name) has no name for \(reason.text)") }
        let place = test.location?.split(separator: " ").compactMap { Double($0) } ?? []
        guard let found = reason.place else {
          wrong.append("\(test.name) has no place")
          continue
        }
        if exceptions.place[test.name] == nil, place.count == 2,
          abs(found.x - place[0]) > 1e-6 || abs(found.y - place[1]) > 1e-6
        {
          wrong.append("\(test.name) at \(found), not \(place)")
        }
        if reason.fault != .invalidCoordinate,
          let spot = columns.boundaryPlace(nearest: found, feature: 0), spot.distance > 1e-6
        {
          wrong.append("\(test.name) is \(spot.distance) off the boundary")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    #expect(context.liveGeometries == 0)
  }

  @Test("areas after both repairs", arguments: CaseSource.allCases)
  func repair(source: CaseSource) throws {
    let context = try GEOSContext()
    let exceptions = try Exceptions.load().repair
    var wrong: [String] = []
    for test in try source.cases(ValidityCase.self, in: "geometry/validity.jsonl") {
      guard test.agreed, test.readable, exceptions[test.name] == nil else { continue }
      guard let columns = try polygons(test) else { continue }
      for (method, expected) in [
        (RepairMethod.linework, test.linework), (.structure, test.structure),
      ] {
        guard let expected else { continue }
        do throws(TopologyError) {
          let repair = try context.repaired(0, in: columns, method: method)
          let area = try context.geometry(of: 0, in: repair.columns).area()
          if abs(area - expected) > 1e-9 * max(1, abs(expected)) {
            wrong.append("\(test.name) \(method) \(area), not \(expected)")
          }
          if try !context.validity(of: 0, in: repair.columns).isValid {
            wrong.append("\(test.name) \(method) is still not valid")
          }
        } catch {
          wrong.append("\(test.name) \(method) \(error)")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    #expect(context.liveGeometries == 0)
  }

  @Test("repaired geometry is the recorded one", arguments: CaseSource.allCases)
  func repairedGeometry(source: CaseSource) throws {
    let context = try GEOSContext()
    for test in try source.cases(RepairCase.self, in: "geometry/makevalid.jsonl") {
      let repair = try context.repaired(
        0, in: try WKTReader.parse(test.wkt).polygons, method: .linework)
      let valid = try WKTReader.parse(test.valid)
      let ours = try context.geometry(of: 0, in: repair.columns)
      let theirs = try context.geometry(of: 0, in: valid.polygons)
      #expect(try abs(ours.area() - test.area) < 1e-9, "\(test.name)")
      #expect(try context.symmetricDifferenceArea(ours, theirs).area < 1e-9, "\(test.name)")
      #expect((repair.droppedParts > 0) == valid.hasOtherTypes, "\(test.name)")
    }
    #expect(context.liveGeometries == 0)
  }

  /// An operand; one that is not valid must be found so, and goes in repaired (linework), which
  /// is what the recorded areas are of.
  private func operand(
    _ wkt: String, isValid: Bool, _ context: borrowing GEOSContext
  ) throws -> GEOSGeometry {
    let columns = try WKTReader.parse(wkt).polygons
    let found = try context.validity(of: 0, in: columns).isValid
    #expect(found == isValid, "\(wkt)")
    if found { return try context.geometry(of: 0, in: columns) }
    let repair = try context.repaired(0, in: columns, method: .linework)
    return try context.geometry(of: 0, in: repair.columns)
  }

  @Test("areas of the four overlays", arguments: CaseSource.allCases)
  func overlays(source: CaseSource) throws {
    let context = try GEOSContext()
    let exceptions = try Exceptions.load().overlay
    var wrong: [String] = []
    for test in try source.cases(RecordedOverlay.self, in: "geometry/overlay.jsonl") {
      if exceptions[test.name] != nil { continue }
      let a = try operand(test.a, isValid: test.isAValid, context)
      let b = try operand(test.b, isValid: test.isBValid, context)
      let tolerance = 1e-7 * (test.areaA + test.areaB)
      do throws(TopologyError) {
        for (name, found, expected) in [
          ("intersection", try context.intersectionArea(a, b), test.intersection),
          ("union", try context.unionArea(a, b), test.union),
          ("difference", try context.differenceArea(a, b), test.difference),
          ("symmetric", try context.symmetricDifferenceArea(a, b), test.symmetric),
        ] {
          if abs(found.area - expected) > tolerance {
            wrong.append("\(test.name) \(name) \(found), not \(expected)")
          }
          if found.path != .direct { wrong.append("\(test.name) \(name) took the grid") }
        }
        let prepared = try GEOSPreparedGeometry(a)
        if try prepared.covers(b), abs(test.intersection - test.areaB) > tolerance {
          wrong.append("\(test.name) covers")
        }
        if try !prepared.intersects(b), test.intersection > tolerance {
          wrong.append("\(test.name) intersects")
        }
      } catch {
        wrong.append("\(test.name) \(error)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    #expect(context.liveGeometries == 0)
  }
}
