import LandGeometry

/// Reads GeoJSON (RFC 7946) and GeoJSON text sequences (RFC 8142, or one feature a line) into
/// columns.
///
/// Text that is not JSON ends the reading with a ``FormatError`` at its line and column; in a
/// sequence only the record. A feature that is JSON but not a feature, or whose geometry is not
/// what it says, keeps its row and gets an issue.
public enum GeoJSONReader {
  /// Reads a source. `isSequence` says that every line is a record of its own; left out, it is
  /// recognised from a record separator at the start or a second value after the first.
  ///
  /// The features of a large collection are shared among `workers`; what comes out, faults and
  /// their places included, does not depend on how many there are.
  public static func readLayer(
    _ source: SourceBytes, isSequence: Bool = false, workers: Workers = Workers(count: 1)
  ) throws(FormatError) -> FeatureLayer {
    try readLayer(source, isSequence: isSequence, sharing: GeoJSONSharing(workers: workers))
  }

  /// The same in pieces of any length.
  package static func readLayer(
    _ source: SourceBytes, isSequence: Bool = false, sharing: GeoJSONSharing
  ) throws(FormatError) -> FeatureLayer {
    do throws(JSONFault) {
      var layer = try source.withBytes { bytes throws(JSONFault) -> FeatureLayer in
        var parser = GeoJSONParser(bytes, source: source, sharing: sharing)
        try parser.parse(isSequence: isSequence)
        return parser.finish()
      }
      let placed = layer.issues.indices.filter { layer.issues[$0].offset != nil }
      let positions = source.positions(of: placed.map { layer.issues[$0].offset ?? 0 })
      for (i, position) in zip(placed, positions) {
        (layer.issues[i].line, layer.issues[i].column) = (position.line, position.column)
      }
      return layer
    } catch {
      let position = source.position(of: error.offset)
      throw FormatError.notGeoJSON(
        source.name, error.reason, offset: error.offset, position)
    }
  }
}
