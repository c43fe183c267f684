import LandLayers

/// What `ogrinfo` says of a file: the driver that opened it and its layers.
struct GDALLayerList: Hashable {
  /// GDAL's name of the driver.
  var driver = ""
  /// The layers in their order.
  var layers: [ForeignLayer] = []

  /// Reads the program's output, `1: name (title: …) (Polygon)` or `Layer: name (Multi Polygon)`.
  init(_ output: String) {
    for line in output.split(separator: "\n") {
      if let start = line.firstRange(of: "using driver `"),
        let end = line.firstRange(of: "' successful."), start.upperBound <= end.lowerBound
      {
        driver = String(line[start.upperBound..<end.lowerBound])
        continue
      }
      guard let colon = line.firstRange(of: ": "),
        line[..<colon.lowerBound] == "Layer"
          || line[..<colon.lowerBound].utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { continue }
      layers.append(Self.layer(line[colon.upperBound...]))
    }
  }

  private static func layer(_ text: Substring) -> ForeignLayer {
    var name = text
    var type: String?
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
      let word = String(name[name.index(after: open)...].dropLast())
      if isType(word), name[..<open].last == " " {
        type = word
        name = name[..<open].dropLast()
      }
    }
    if name.hasSuffix(")"), let title = name.firstRange(of: " (title: ") {
      name = name[..<title.lowerBound]
    }
    return ForeignLayer(name: String(name), geometryType: type)
  }

  /// Whether words in brackets are a type of geometry and no part of the name.
  private static func isType(_ word: String) -> Bool {
    let known: Set<String> = [
      "None", "Unknown", "Point", "Line", "String", "Polygon", "Multi", "Geometry", "Collection",
      "3D", "Measured", "Surface", "Curve", "Compound", "Circular", "TIN", "PolyhedralSurface",
      "Triangle", "(any)",
    ]
    return word.split(separator: " ").allSatisfy { known.contains(String($0)) }
  }
}

/// A layer of a file that GDAL reads.
public struct ForeignLayer: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// GDAL's words for its geometry, `Multi Polygon`; `None` for a table, nil where it says nothing.
  public var geometryType: String?

  /// A layer.
  public init(name: String, geometryType: String?) {
    self.name = name
    self.geometryType = geometryType
  }
}
