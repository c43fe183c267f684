import Foundation
import LandTestSupport

/// Small inputs that the runs of the program share.
enum Sample {
  /// A feature from rings of text.
  static func feature(_ properties: String, _ rings: String) -> String {
    #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Polygon","coordinates":[\#(rings)]}}"#
  }

  /// A collection, with a system where one is named.
  static func collection(_ features: [String], crs: String? = nil) -> String {
    let system = crs.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
    return #"{"type":"FeatureCollection",\#(system)"features":["#
      + features.joined(separator: ",\n") + "]}\n"
  }

  /// Rectangles as text.
  static func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> String {
    "[[\(x0),\(y0)],[\(x1),\(y0)],[\(x1),\(y1)],[\(x0),\(y1)],[\(x0),\(y0)]]"
  }

  static let squareOne = box(114.1, 28.1, 114.101, 28.101)
  static let squareTwo = box(114.1005, 28.1, 114.1015, 28.101)
  static let bowTie = "[[114.2,28.1],[114.201,28.101],[114.201,28.1],[114.2,28.101],[114.2,28.1]]"

  /// Three parcels: two that overlap, one of them with its start overdue, and a bow-tie.
  static let parcels = collection(
    [
      feature(
        #""parcel_id":"P1","zone_id":"Z1","land_use":"工业用地","contract_no":"甲-1","contract_area_m2":10900,"agreed_start_date":"2020-01-01","start_state":"not_started","n":1.50,"名称":"\u4e2d""#,
        squareOne),
      feature(#""parcel_id":"P2","zone_id":"Z1","land_use":"工业用地""#, squareTwo),
      feature(#""parcel_id":"P3","land_use":"工业用地""#, bowTie),
    ], crs: "urn:ogc:def:crs:EPSG::4490")

  static let buildings = collection([
    feature(#""building_id":"B1","floors":3"#, box(114.1001, 28.1001, 114.1003, 28.1004)),
    feature(#""building_id":"B2","floors":1"#, box(114.1002, 28.1002, 114.1004, 28.1005)),
  ])

  static let zones = collection([
    feature(#""zone_id":"Z1","name":"示例区""#, box(114.09, 28.09, 114.11, 28.11))
  ])

  static let contracts = """
    合同编号,宗地代码,受让人,面积(公顷),约定开工时间
    甲-2,P2,某某公司,1.09,2024-03-01
    甲-9,P9,没有宗地的公司,2.0,2024-03-01

    """

  /// So many parcels in rows of a hundred, none of which touches another; `more` are further members.
  static func parcels(_ count: Int, more: (Int) -> String = { _ in "" }) -> [String] {
    (0..<count).map { i in
      let (x, y) = (114.1 + 0.0002 * Double(i % 100), 28.1 + 0.0002 * Double(i / 100))
      return feature(#""parcel_id":"P\#(i)"\#(more(i))"#, box(x, y, x + 0.0001, y + 0.0001))
    }
  }

  /// Writes all four into a folder; the arguments of an audit with all of them.
  static func write(into scratch: Scratch) throws -> [String] {
    try scratch.write("contracts.csv", contracts)
    return [
      "audit", try scratch.write("parcels.geojson", parcels),
      "--buildings", try scratch.write("buildings.geojson", buildings),
      "--zones", try scratch.write("zones.geojson", zones),
      "--contracts", scratch.path("contracts.csv"), "--as-of", "2025-06-30",
    ]
  }

  /// The machine files that an audit writes.
  static let dataFiles: Set<String> = [
    "parcels.csv", "parcel_contracts.csv", "findings.csv", "overlaps.csv", "zones.csv",
    "parcels.geojson", "manifest.json",
  ]

  /// All files that an audit writes.
  static let outputs = dataFiles.union(["report.html"])
}

/// A CSV file of ours, read by a small reader of its own so that a fault of the writer is not
/// hidden by the same fault of the program's reader.
struct Table {
  var header: [String] = []
  var rows: [[String]] = []

  init(_ bytes: [UInt8]) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var record: [[UInt8]] = [[]]
    var quoted = false
    var all: [[String]] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      let next = i + 1 < bytes.endIndex ? bytes[i + 1] : 0
      switch (byte, quoted) {
      case (0x22, true) where next == 0x22:
        record[record.count - 1].append(byte)
        i += 1
      case (0x22, _): quoted.toggle()
      case (0x2C, false): record.append([])
      case (0x0D, false) where next == 0x0A:
        all.append(record.map { String(decoding: $0, as: UTF8.self) })
        record = [[]]
        i += 1
      default: record[record.count - 1].append(byte)
      }
      i += 1
    }
    header = all.first ?? []
    rows = Array(all.dropFirst())
  }

  /// The values of a column.
  subscript(_ name: String) -> [String] {
    guard let column = header.firstIndex(of: name) else { return [] }
    return rows.map { column < $0.count ? $0[column] : "" }
  }
}

extension Scratch {
  /// A table of an output folder.
  func table(_ name: String) throws -> Table { Table(try bytes(name)) }
}

/// The shape of a parcel's figures that two runs are compared by: ids and areas.
func areas(_ table: Table) -> [String: Double] {
  Dictionary(
    zip(table["parcel_id"], table["planar_area_m2"].map { Double($0) ?? .nan }),
    uniquingKeysWith: { first, _ in first })
}

/// A JSON object from bytes.
func object(_ bytes: [UInt8]) throws -> [String: Any] {
  try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
}
