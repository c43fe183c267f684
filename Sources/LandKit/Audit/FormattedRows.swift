import LandLayers
import LandOutput
import LandReport

/// Rows as bytes, made by a worker.
public struct FormattedRows: Sendable {
  /// How many parcels.
  public var count = 0
  /// Rows of `parcels.csv`.
  public var csv = ByteText.empty
  /// Rows of `parcel_contracts.csv`.
  public var contracts = ByteText.empty
  /// Features of `parcels.geojson`, separated.
  public var geojson = ByteText.empty
  /// JSON objects, separated.
  public var json = ByteText.empty
  /// Findings, without their numbers.
  public var findings = FormattedFindings()
}

/// Findings as bytes, still without the numbers they get in the run.
public struct FormattedFindings: Sendable {
  /// CSV rows behind the number.
  public var csv = NumberedTexts()
  /// JSON objects.
  public var json = NumberedTexts()
}

/// Texts one after the other, each of which gets a number when it is written.
public struct NumberedTexts: Sendable {
  /// The texts.
  public var text = ByteText.empty
  /// End of each.
  public var ends: [Int] = []

  /// The texts with their numbers, counted from behind `first`, and a comma before them.
  func numbered(from first: Int) -> ByteText {
    var writer = ByteWriter(capacity: text.count + 9 * ends.count)
    each { index, row in
      FixedDecimal.append(first + index + 1, to: &writer)
      writer.append(UInt8(ascii: ","))
      writer.append(bytes: row)
    }
    return writer.finish()
  }

  /// Hands over one text after the other.
  func each(_ body: (Int, Span<UInt8>) -> Void) {
    text.withSpan { span in
      var start = 0
      for index in ends.indices {
        body(index, span.extracting(start..<ends[index]))
        start = ends[index]
      }
    }
  }
}

extension AtomicFile {
  mutating func write(_ text: ByteText) throws(OutputError) {
    try text.withSpan { (span) throws(OutputError) in try write(span) }
  }
}

extension StandardOutput {
  func write(_ text: ByteText) throws(OutputError) {
    try text.withSpan { (span) throws(OutputError) in try write(span) }
  }
}
