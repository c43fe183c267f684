/// The columns of a table with one boundary point a row.
struct CSVPointColumns: Hashable {
  /// What the names say of the two coordinates.
  enum Axes: Hashable {
    /// `first` is the northing or the latitude, `second` the easting or the longitude.
    case north
    /// X and Y, which surveyors and GIS programs mean the opposite way; `first` is X.
    case unnamed
  }

  /// The parcel that a point belongs to.
  var parcel: Int?
  /// The ring within the parcel or part.
  var ring: Int?
  /// The polygon within the parcel.
  var part: Int?
  /// The point's number.
  var number: Int?
  /// Whether the numbers are said to be those of points, not of rows.
  var numbersPoints: Bool
  /// The two coordinates.
  var first: Int
  var second: Int
  /// What their names say.
  var axes: Axes
  /// All columns that say where a point is, other pairs of coordinates among them; they are no
  /// attributes of the parcel.
  var structural: Set<Int>

  /// The columns by their names; nil where there is no pair of coordinates.
  init?(names: [String]) {
    let keys = names.map(Self.key)
    func find(_ known: Set<String>) -> Int? { keys.firstIndex { known.contains($0) } }
    let pairs: [(Int?, Int?, Axes)] = [
      (find(Self.north), find(Self.east), .north),
      (find(["x"]), find(["y"]), .unnamed),
      (find(Self.latitude), find(Self.longitude), .north),
    ]
    let found = pairs.compactMap { first, second, axes in
      first.flatMap { first in second.map { (first: first, second: $0, axes: axes) } }
    }
    guard let pair = found.first else { return nil }
    (first, second, axes) = pair
    parcel = find(Self.parcels) ?? find(Self.parcelNames)
    ring = find(Self.rings)
    part = find(Self.parts)
    number = find(Self.numbers) ?? find(["序号"])
    numbersPoints = find(Self.numbers) != nil
    structural = Set(found.flatMap { [$0.first, $0.second] })
    for column in [ring, part, number] { if let column { structural.insert(column) } }
  }

  private static let parcels: Set<String> = [
    "宗地编号", "宗地代码", "宗地号", "宗地编码", "地块编号", "地块编码", "地块代码", "地块号",
    "不动产单元号", "zddm", "bdcdyh", "parcelid", "parcelno", "parcel", "宗地", "地块",
  ]
  private static let parcelNames: Set<String> = ["宗地名称", "地块名称", "parcelname"]
  private static let rings: Set<String> = ["圈号", "地块圈号", "环号", "ring", "ringno", "ringid"]
  private static let parts: Set<String> = ["部分", "部分号", "部件号", "part", "partno", "partid"]
  private static let numbers: Set<String> = [
    "点号", "界址点号", "界址点编号", "界址点", "点序号", "点序", "顺序号", "pointno", "pointid",
    "point", "vertex", "seq", "order",
  ]
  private static let north: Set<String> = [
    "北", "北向", "纵", "x北", "北x", "纵x", "x纵", "y北", "北y", "northing", "north",
  ]
  private static let east: Set<String> = [
    "东", "东向", "横", "y东", "东y", "横y", "y横", "x东", "东x", "easting", "east",
  ]
  private static let latitude: Set<String> = ["纬度", "大地纬度", "latitude", "lat"]
  private static let longitude: Set<String> = ["经度", "大地经度", "longitude", "lon", "lng", "long"]

  /// A name without its width, case, brackets, unit and the word 坐标.
  private static func key(_ name: String) -> String {
    var key = WidthFolding.fold(name).lowercased()
    for unit in ["(m)", "(米)", "(度)", "(°)", "(单位:米)", "坐标值", "坐标"] {
      key = key.split(separator: unit, omittingEmptySubsequences: false).joined()
    }
    return String(key.filter { !$0.isWhitespace && !"_-.()[]:".contains($0) })
  }
}
