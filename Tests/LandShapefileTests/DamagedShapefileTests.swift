import Foundation
import LandGeometry
import LandLayers
import LandShapefile
import LandTestSupport
import Testing

/// Files that are cut short or state places outside themselves: an error with a place and a remedy,
/// never a crash.
@Suite struct DamagedShapefileTests {
  private static let good: (shp: [UInt8], shx: [UInt8], dbf: [UInt8]) = {
    var shapes = MadeShapes()
    shapes.add([square(0, 0, 10), square(2, 2, 3, clockwise: false)])
    shapes.addNull()
    shapes.add([square(20, 0, 5), square(30, 0, 5)], type: 15)
    let table = MadeTable(
      [("NAME", "C", 8), ("AREA", "N", 6), ("DAY", "D", 8), ("OK", "L", 1)],
      ["alpha       1220240520T", "beta     ", "gamma   -1.5  20231231F"])
    let files = shapes.files()
    return (files.shapes, files.index, table.bytes())
  }()

  private func read(
    shp: [UInt8] = good.shp, shx: [UInt8]? = good.shx, dbf: [UInt8]? = good.dbf
  ) throws -> FeatureLayer {
    let scratch = try Scratch()
    let path = try scratch.write("p.shp", bytes: shp)
    if let shx { try scratch.write("p.shx", bytes: shx) }
    if let dbf { try scratch.write("p.dbf", bytes: dbf) }
    return try ShapefileReader(path).read()
  }

  private func error(
    shp: [UInt8] = good.shp, shx: [UInt8]? = good.shx, dbf: [UInt8]? = good.dbf
  ) -> FormatError? {
    do {
      _ = try read(shp: shp, shx: shx, dbf: dbf)
      return nil
    } catch { return error as? FormatError }
  }

  private func changed(_ bytes: [UInt8], at place: Int, _ new: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes.replaceSubrange(place..<place + new.count, with: new)
    return bytes
  }

  @Test func `the good file is read`() throws {
    let layer = try read()
    #expect(layer.state == [.polygon, .missing, .polygon])
    #expect(layer.heightsDropped == 1)
    #expect(layer.issues.isEmpty)
    #expect(
      layer.values(0) == [
        .text("alpha"), .number(12, literal: "12"), .text("2024-05-20"), .boolean(true),
      ])
    #expect(layer.values(1) == [.text("beta"), .null, .null, .null])
  }

  @Test func `every shortening of a file is an error with a remedy`() throws {
    let scratch = try Scratch()
    let path = scratch.path("p.shp")
    // The last byte of a table is the mark of the end, which many files lack.
    let files = [
      ("p.shp", Self.good.shp), ("p.shx", Self.good.shx), ("p.dbf", Self.good.dbf.dropLast()),
    ]
    for (name, bytes) in files { try scratch.write(name, bytes: Array(bytes)) }
    for (name, bytes) in files {
      for count in 0..<bytes.count {
        try scratch.write(name, bytes: Array(bytes.prefix(count)))
        let found = #expect(throws: FormatError.self, "\(name) \(count)") {
          try ShapefileReader(path).read()
        }
        #expect(found?.file.hasSuffix(name) == true)
        #expect(found?.remedy.zh.contains("重新拷贝") == true)
      }
      try scratch.write(name, bytes: Array(bytes))
    }
  }

  @Test(
    arguments: [
      (0, big(9995), "not a shapefile"), (24, big(1 << 29), "the file is cut short"),
      (32, little(99), "there is no shape type 99"),
    ])
  func `a wrong header names its byte`(place: Int, new: [UInt8], message: String) throws {
    let found = error(shp: changed(Self.good.shp, at: place, new))
    #expect(found?.message.en.contains(message) == true)
    #expect(found?.offset != nil)
  }

  @Test func `an index that leads elsewhere is an error`() throws {
    let outside = error(shx: changed(Self.good.shx, at: 108, big(1 << 28)))
    #expect(outside?.offset == 108)
    #expect(outside?.message.en.contains("record 2 is said to be at byte") == true)
    // All entries lead to the first record.
    let twice = changed(Self.good.shx, at: 116, Array(Self.good.shx[100..<108]))
    let again = changed(twice, at: 108, Array(Self.good.shx[100..<108]))
    #expect(error(shx: again)?.message.en.contains("overlaps") == true)
    let long = error(shp: changed(Self.good.shp, at: 104, big(1 << 28)), shx: nil)
    #expect(long?.offset == 100)
    #expect(long?.message.en.contains("would end behind the file") == true)
  }

  @Test(
    arguments: [
      (4, little(1 << 30), "there is room for 3"), (4, little(-1), "there is room for 3"),
      (8, [0xFF, 0xFF], "the header says it has 65535 bytes"), (8, [3, 0], "it has 3 bytes"),
      (10, [0, 0], "the length of a row is 0"), (10, [5, 0], "a row has 5"),
      (48, [200], "the columns take"), (0, [4], "dBASE 7"),
    ] as [(Int, [UInt8], String)])
  func `a wrong table names its byte`(place: Int, new: [UInt8], message: String) throws {
    let found = error(dbf: changed(Self.good.dbf, at: place, new))
    #expect(found?.message.en.contains(message) == true, "\(found?.message.en ?? "no error")")
    #expect(found?.offset != nil)
    #expect(found?.remedy.zh.isEmpty == false)
  }

  @Test(
    arguments: [
      (44, little(1 << 24), "rings of"), (48, little(40_000_000), "take"),
      (48, little(-3), "rings"),
      (56, little(0), "ring 2 of 2 starts at vertex 0"), (56, little(11), "starts at vertex 11"),
      (52, little(1), "ring 1 of 2 starts at vertex 1"), (8, little(77), "no shape type 77"),
    ])
  func `a wrong record is one unreadable feature`(
    place: Int, new: [UInt8], reason: String
  ) throws {
    let layer = try read(shp: changed(Self.good.shp, at: 100 + place, new))
    #expect(layer.state == [.unreadable, .missing, .polygon])
    #expect(layer.issues.count == 1)
    guard case .structure(let found)? = layer.issues.first?.kind else {
      Issue.record("\(layer.issues)")
      return
    }
    #expect(found.contains(reason), "\(found)")
    #expect(layer.issues.first?.line == 1)
    #expect(layer.values(0).first == .text("alpha"))
  }

  @Test func `a coordinate that is no number makes the feature unreadable`() throws {
    let layer = try read(shp: changed(Self.good.shp, at: 160, double(.nan)))
    #expect(layer.state[0] == .unreadable)
    #expect(layer.issues.map(\.kind) == [.invalidNumber])
  }

  @Test func `ten thousand columns, random bytes, a folder`() throws {
    let fields = (0..<10_000).map { ("F\($0)", Character("C"), 1) }
    let many = MadeTable(Array(fields.prefix(2000)), ["x"]).bytes()
    #expect(try read(dbf: many).attributes.names.count == 2000)
    // The header has two bytes for its length.
    var tooMany = Array(many.prefix(32))
    tooMany += fields.flatMap { Array($0.0.utf8) + Array(repeating: 0, count: 22) }
    tooMany.replaceSubrange(8..<10, with: [0xFF, 0xFF])
    #expect(error(dbf: tooMany) != nil)
    var random = SeededGenerator(seed: 4)
    for count in [1, 31, 33, 99, 101, 5000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(error(shp: bytes) != nil)
      #expect(error(shx: bytes) != nil)
      #expect(error(dbf: bytes) != nil)
    }
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.url("d.shp"), withIntermediateDirectories: true)
    let folder = #expect(throws: FormatError.self) { try ShapefileReader(scratch.path("d.shp")) }
    #expect(folder?.kind == .missing)
    #expect(folder?.message.en.contains("it is a folder") == true)
  }

  /// Some bytes of one of the three files become others: an error or a layer in which every feature
  /// has its row, whatever they are.
  @Test func `thousands of random changes never crash`() throws {
    var random = SeededGenerator(seed: 1998)
    let scratch = try Scratch()
    let path = scratch.path("p.shp")
    var (read, refused) = (0, 0)
    let good = [Self.good.shp, Self.good.shx, Self.good.dbf]
    let names = ["p.shp", "p.shx", "p.dbf"]
    for (name, bytes) in zip(names, good) { try scratch.write(name, bytes: bytes) }
    // A thousand changes of each file, one after the other.
    let each = rounds(1000)
    for round in 0..<3 * each {
      let which = round / each
      var bytes = good[which]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        // Headers and counts are where faults do harm.
        let end = Bool.random(using: &random) ? bytes.count : min(160, bytes.count)
        let place = Int.random(in: 0..<end, using: &random)
        bytes[place] =
          [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)]
          .randomElement(using: &random) ?? 0
      }
      try scratch.write(names[which], bytes: bytes)
      do throws(FormatError) {
        let layer = try ShapefileReader(path).read()
        read += 1
        #expect(layer.geometry.featureCount == layer.featureCount)
        #expect(layer.attributes.rowCount == layer.featureCount)
        #expect(layer.geometry.vertexCount < 100)
      } catch {
        refused += 1
        #expect(!error.message.zh.isEmpty && !error.remedy.zh.isEmpty)
      }
      if round % each == each - 1 { try scratch.write(names[which], bytes: good[which]) }
    }
    #expect(read > each / 2 && refused > each / 4)
  }
}
