import Glibc
import LandLayers

/// The files of one shapefile, which lie beside each other and have one name but for its ending.
struct ShapefileParts: Sendable {
  /// The file with the shapes.
  var shapes: String
  var index: String?
  var table: String?
  var projection: String?
  var codePage: String?

  /// Finds the files beside one of them, whatever the case of their endings.
  ///
  /// - Parameter path: the .shp file, or another of the five.
  init(_ path: String) {
    let stem: String
    let given: String
    if let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")),
      path.utf8.distance(from: dot, to: path.utf8.endIndex) == 4,
      ["shp", "shx", "dbf", "prj", "cpg"].contains(path[path.index(after: dot)...].lowercased())
    {
      stem = String(path[...dot])
      given = String(path[path.index(after: dot)...])
    } else {
      stem = path + "."
      given = ""
    }
    let like = given == given.uppercased() && !given.isEmpty
    func find(_ ending: String) -> String? {
      Self.spellings(ending, upperFirst: like).map { stem + $0 }.first { access($0, F_OK) == 0 }
    }
    shapes = given.lowercased() == "shp" ? path : find("shp") ?? path
    index = find("shx")
    table = find("dbf")
    projection = find("prj")
    codePage = find("cpg")
  }

  /// The files that are there, the shapes first.
  var all: [String] {
    [shapes, index, table, projection, codePage].compactMap { $0 }
  }

  /// An ending in all mixtures of small and capital letters; those of one case first.
  static func spellings(_ ending: String, upperFirst: Bool) -> [String] {
    var mixed = [""]
    for letter in ending {
      mixed = mixed.flatMap { [$0 + letter.lowercased(), $0 + letter.uppercased()] }
    }
    let whole = upperFirst ? [ending.uppercased(), ending] : [ending, ending.uppercased()]
    return whole + mixed.filter { !whole.contains($0) }
  }
}
