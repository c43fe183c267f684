import LandGeometry

/// Reads WKT and EWKT: a text of one geometry, or a file with one geometry a line.
public enum WKTReader {
  /// One geometry as read from a text of its own.
  public struct Geometry: Sendable {
    /// The type as OGC spells it, `MultiPolygon`.
    public var type: String
    /// How many positions it has, the closing ones of rings included.
    public var coordinateCount: Int
    /// The number of an `SRID=…;` prefix.
    public var srid: Int?
    /// Whether heights or measures were left out.
    public var heightsDropped: Bool
    /// The polygons as one feature; without any for other types. Collections are flattened.
    public var polygons: PolygonColumns<Unplaced>
    /// Whether there is anything but polygons in it.
    public var hasOtherTypes: Bool
  }

  /// Reads one geometry strictly: a ring that is not closed or has fewer than three positions is
  /// an error.
  ///
  /// - Throws: ``FormatError`` with byte offset, line and column.
  public static func parse(_ text: String, name: String = "WKT") throws(FormatError) -> Geometry {
    let source = SourceBytes(name: name, bytes: Array(text.utf8))
    do throws(WKTFault) {
      let (found, columns) = try source.parseWKT()
      for fault in found.ringFaults {
        switch fault.kind {
        case .notClosed: throw .syntax("the ring is not closed", at: fault.offset)
        case .tooFewPoints(let count):
          if count < 3 { throw .syntax("the ring has too few positions", at: fault.offset) }
        }
      }
      return Geometry(
        type: found.type, coordinateCount: found.coordinateCount, srid: found.srid,
        heightsDropped: found.hasZ || found.hasM, polygons: columns,
        hasOtherTypes: found.hasOther)
    } catch {
      let position = source.position(of: error.offset)
      throw FormatError(
        file: name, offset: error.offset, line: position.line, column: position.column,
        message: Bilingual(zh: "不是有效的 WKT:\(error.reason)", en: "not WKT: \(error.reason)"))
    }
  }

  /// Reads a file with one geometry a line; empty lines and lines that start with `#` are skipped.
  ///
  /// A line that cannot be read becomes a feature of state `unreadable` with an issue, and the
  /// next line is read.
  ///
  /// - Throws: ``FormatError`` when the text cannot be decoded.
  public static func readLayer(_ source: SourceBytes) throws(FormatError) -> FeatureLayer {
    let text = try DecodedText(source)
    var layer = FeatureLayer(
      format: "WKT", attributes: AttributeTable(syntax: .csv, source: text.source))
    layer.encoding = text.encoding
    let lines = text.source.lines(from: text.start)
    var builder = WKTFeatureBuilder()
    for (number, line) in lines.enumerated() where line.isContent {
      let place = WKTFeatureBuilder.Place(
        feature: layer.featureCount, range: line.range, line: number + 1,
        lineStart: line.range.start)
      builder.append(text.source, place, to: &layer)
      layer.attributes.base.append(line.range.start)
      layer.identifierOffset.append(0)
      layer.propertyBytes.append(ByteRange())
    }
    builder.finish(&layer)
    return layer
  }
}
