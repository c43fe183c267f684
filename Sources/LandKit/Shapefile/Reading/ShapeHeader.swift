import LandGeometry
import LandLayers

/// The 100 bytes at the start of a .shp and a .shx file (ESRI Shapefile Technical Description, 1998,
/// page 4).
struct ShapeHeader {
  /// How many bytes it takes.
  static var size: Int { 100 }

  /// The length of the file that it states, in bytes; negative ones happen in damaged files.
  var length: Int
  /// The type of the shapes.
  var type: ShapeType

  /// Reads the header. Throws where the file is too short or is no shapefile.
  init(_ file: SourceBytes) throws(FormatError) {
    guard file.count >= Self.size, let code = file.bigEndian32(at: 0),
      let words = file.bigEndian32(at: 24), let number = file.littleEndian32(at: 32)
    else {
      throw .damaged(
        file.name, offset: file.count,
        zh: file.count == 0 ? "文件是空的" : "文件只有 \(file.count) 字节,不足 100 字节的文件头",
        en: file.count == 0
          ? "the file is empty"
          : "the file of \(file.count) bytes is shorter than its header of 100")
    }
    guard code == 9994 else {
      throw .damaged(
        file.name, offset: 0, zh: "不是 shapefile:文件代码为 \(code),应为 9994",
        en: "not a shapefile: the file code is \(code), not 9994")
    }
    guard let type = ShapeType(rawValue: number) else {
      throw .damaged(
        file.name, offset: 32, zh: "几何类型代码 \(number) 不存在",
        en: "there is no shape type \(number)")
    }
    length = words * 2
    self.type = type
  }
}

/// The types of shapes (page 4 of the description).
enum ShapeType: Int {
  case null = 0
  case point = 1
  case polyLine = 3
  case polygon = 5
  case multiPoint = 8
  case pointZ = 11
  case polyLineZ = 13
  case polygonZ = 15
  case multiPointZ = 18
  case pointM = 21
  case polyLineM = 23
  case polygonM = 25
  case multiPointM = 28
  case multiPatch = 31

  /// The name in the description.
  var name: String {
    switch self {
    case .null: "Null"
    case .point: "Point"
    case .polyLine: "PolyLine"
    case .polygon: "Polygon"
    case .multiPoint: "MultiPoint"
    case .pointZ: "PointZ"
    case .polyLineZ: "PolyLineZ"
    case .polygonZ: "PolygonZ"
    case .multiPointZ: "MultiPointZ"
    case .pointM: "PointM"
    case .polyLineM: "PolyLineM"
    case .polygonM: "PolygonM"
    case .multiPointM: "MultiPointM"
    case .multiPatch: "MultiPatch"
    }
  }
}
