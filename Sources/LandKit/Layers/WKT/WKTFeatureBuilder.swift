import LandGeometry

/// Turns WKT texts into the features of a layer, one after the other; nothing stops it.
struct WKTFeatureBuilder {
  /// Where a text stands.
  struct Place {
    var feature: Int
    var range: ByteRange
    /// Line and the byte where it starts, for messages.
    var line: Int
    var lineStart: Int
  }

  private var columns = PolygonColumns<Unplaced>()
  private var srid: Int?

  /// Reads a text as the next feature: its state, its polygons and what is wrong with it.
  mutating func append(_ source: SourceBytes, _ place: Place, to layer: inout FeatureLayer) {
    let mark = columns.mark
    let outcome = source.parseWKT(in: place.range, appendingTo: &columns)
    layer.geometryBytes.append(place.range)
    switch outcome {
    case .failure(let fault):
      columns.rewind(to: mark)
      let kind: FeatureIssue.Kind =
        switch fault.kind {
        case .syntax(let reason): .structure("WKT: \(reason)")
        case .invalidNumber: .invalidNumber
        }
      layer.issues.append(Self.issue(kind, place, offset: fault.offset))
      layer.state.append(.unreadable)
    case .success(let geometry):
      layer.state.append(accept(geometry, place, mark, &layer))
    }
    columns.endFeature()
  }

  /// A feature without any text.
  mutating func appendMissing(_ place: Place, to layer: inout FeatureLayer) {
    layer.geometryBytes.append(ByteRange())
    layer.state.append(.missing)
    columns.endFeature()
  }

  /// Hands the polygons over; once, at the end.
  mutating func finish(_ layer: inout FeatureLayer) {
    layer.geometry = columns
    if let srid { layer.declaredCRS = "EPSG:\(srid)" }
    columns = PolygonColumns()
  }

  private mutating func accept(
    _ geometry: WKTGeometry, _ place: Place, _ mark: PolygonColumns<Unplaced>.Mark,
    _ layer: inout FeatureLayer
  ) -> GeometryState {
    if let found = geometry.srid {
      if let srid, srid != found {
        columns.rewind(to: mark)
        layer.issues.append(
          Self.issue(
            .structure("SRID \(found) where the file has \(srid)"), place,
            offset: place.range.start))
        return .unreadable
      }
      srid = found
    }
    if geometry.hasZ || geometry.hasM { layer.heightsDropped += 1 }
    if geometry.hasOther {
      columns.rewind(to: mark)
      layer.issues.append(
        Self.issue(.otherType(geometry.type), place, offset: place.range.start))
      return .otherType
    }
    var isUsable = true
    for fault in geometry.ringFaults {
      let kind: FeatureIssue.Kind
      switch fault.kind {
      case .notClosed: kind = .ringNotClosed
      case .tooFewPoints(let count):
        kind = .tooFewPoints(count)
        isUsable = false
      }
      var issue = Self.issue(kind, place, offset: fault.offset)
      issue.part = fault.part
      issue.ring = fault.ring
      layer.issues.append(issue)
    }
    if !isUsable {
      columns.rewind(to: mark)
      return .unreadable
    }
    return columns.mark == mark ? .empty : .polygon
  }

  private static func issue(
    _ kind: FeatureIssue.Kind, _ place: Place, offset: Int
  ) -> FeatureIssue {
    FeatureIssue(
      feature: place.feature, kind: kind, offset: offset, line: place.line,
      column: offset - place.lineStart + 1)
  }
}

extension PolygonColumns {
  /// How far the columns were filled at some moment.
  struct Mark: Hashable {
    var vertices: Int
    var rings: Int
    var polygons: Int
  }

  var mark: Mark {
    Mark(vertices: vertexCount, rings: ringStart.count, polygons: polygonStart.count)
  }

  /// Takes back what was appended since; no feature may have ended in between.
  mutating func rewind(to mark: Mark) {
    x.removeLast(x.count - mark.vertices)
    y.removeLast(y.count - mark.vertices)
    ringStart.removeLast(ringStart.count - mark.rings)
    polygonStart.removeLast(polygonStart.count - mark.polygons)
  }
}
