import LandGeometry
import LandLayers

/// The shapes of a .shp file, handed to a ``LayerBuilder`` record by record.
struct ShapeSource: ~Copyable {
  private let shapes: SourceBytes
  private let records: [ShapeIndex.Record]
  private let reading: ShapeReading
  private var rings = RecordRings()
  /// Rings that run against the direction the format asks for, and the features they are in.
  private var reversed = (rings: 0, features: 0)

  init(shapes: SourceBytes, records: [ShapeIndex.Record], reading: consuming ShapeReading) {
    self.shapes = shapes
    self.records = records
    self.reading = reading
  }

  /// The number of records.
  var count: Int { records.count }

  /// Appends the shape of a record to the feature that was begun, and ends the feature.
  mutating func append(_ record: Int, to builder: inout LayerBuilder) {
    switch RecordContent(records[record], of: shapes) {
    case .null: builder.endFeature(.missing)
    case .other(let type):
      builder.issue(.otherType(type))
      builder.endFeature(.otherType)
    case .faulty(let reason):
      builder.issue(.structure(reason))
      builder.endFeature(.unreadable)
    case .polygon(let hasMore):
      if hasMore { builder.dropHeights() }
      guard reading.read(record, into: &rings) else {
        builder.issue(.structure("shapelib cannot read record \(record + 1)"))
        builder.endFeature(.unreadable)
        return
      }
      appendRings(to: &builder)
    }
  }

  private mutating func appendRings(to builder: inout LayerBuilder) {
    guard rings.x.allSatisfy(\.isFinite), rings.y.allSatisfy(\.isFinite) else {
      builder.issue(.invalidNumber)
      builder.endFeature(.unreadable)
      return
    }
    if rings.count > 0 {
      let nesting = RingNesting(rings)
      if nesting.reversed > 0 {
        reversed = (reversed.rings + nesting.reversed, reversed.features + 1)
      }
      for polygon in nesting.polygons {
        for ring in polygon {
          builder.beginRing()
          for i in rings.vertices(ring) { builder.vertex(rings.x[i], rings.y[i]) }
          builder.endRing()
        }
        builder.endPolygon()
      }
    }
    builder.endFeature()
  }

  /// Tells the builder what is to be said of the shapes as a whole.
  func finish(_ builder: inout LayerBuilder) {
    guard reversed.rings > 0 else { return }
    builder.notes.append(
      Bilingual(
        zh: "\(reversed.features) 个要素的 \(reversed.rings) 个环与格式规定的方向相反;内外环按包含关系判定",
        en: """
          \(reversed.rings) rings of \(reversed.features) features run against the direction of the \
          format; holes were told by where rings lie
          """))
  }
}
