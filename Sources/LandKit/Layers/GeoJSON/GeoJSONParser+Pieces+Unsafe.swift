// Unsafe because the pieces are found and read in the lent bytes of the source (see JSONScanner);
// each worker borrows them anew.

import LandGeometry

/// Who reads an array of features, and in what pieces.
package struct GeoJSONSharing: Sendable {
  var workers: Workers
  /// About how many bytes a piece has. Small enough for its columns to stay near the processor,
  /// large enough for its start to cost nothing.
  var pieceLength: Int

  /// A manner of sharing; pieces of another length than the ordinary one are for tests.
  package init(workers: Workers, pieceLength: Int = 1 << 21) {
    self.workers = workers
    self.pieceLength = pieceLength
  }
}

/// A run of features, read by whoever was free.
private struct Piece: Sendable {
  var index: Int
  /// The features, or where their text is wrong.
  var features: Result<FeatureLayer, JSONFault>
  /// Where reading stopped.
  var end: Int
  /// Whether a further feature starts there.
  var goesOn: Bool
}

extension GeoJSONParser {
  /// Reads a long array of features in pieces, all workers at once; the scanner stands at the first
  /// feature. Returns whether there is more to be read, from a feature that it stands at then.
  ///
  /// Where a piece starts is guessed from what its text looks like. It counts only if the piece
  /// before, of which the same was known, ended at that very byte, behind a comma between features:
  /// from there on reading in one go would do the same. Otherwise the piece is read again, from
  /// where the one before ended.
  mutating func pieces() throws(JSONFault) -> Bool {
    guard sharing.workers.count > 1 else { return true }
    let starts = pieceStarts()
    guard starts.count > 1 else { return true }
    let source = attributes.source
    let alone = GeoJSONSharing(workers: Workers(count: 1))
    var stands = true
    let workers = sharing.workers
    try workers.forEach(starts.count, size: 1) { range in
      let start = starts[range.lowerBound]
      let limit = range.upperBound < starts.count ? starts[range.upperBound] : Int.max
      return source.withBytes { bytes in
        var parser = GeoJSONParser(
          bytes, source: source, sharing: alone, expecting: min(limit, bytes.count) - start)
        parser.scanner.at = start
        do throws(JSONFault) {
          let goesOn = try parser.features(until: limit)
          let end = parser.scanner.at
          return Piece(
            index: range.lowerBound, features: .success(parser.finish()), end: end, goesOn: goesOn)
        } catch {
          return Piece(
            index: range.lowerBound, features: .failure(error), end: start, goesOn: false)
        }
      }
    } consume: { (piece: Piece) throws(JSONFault) in
      guard stands else { return }
      defer { source.letGo(starts[piece.index]..<scanner.at) }
      let next = piece.index + 1 < starts.count ? starts[piece.index + 1] : Int.max
      // The one before may have run over all of this piece.
      if scanner.at >= next { return }
      if scanner.at == starts[piece.index], append(try piece.features.get()) {
        scanner.at = piece.end
        stands = piece.goesOn
      } else {
        stands = try features(until: next)
      }
    }
    return stands
  }

  /// Takes over features that were read elsewhere; false where their names cannot be.
  private mutating func append(_ layer: FeatureLayer) -> Bool {
    guard let columns = names.columns(of: layer.attributes.names, in: &attributes) else {
      return false
    }
    let rows = attributes.base.count
    for (column, cells) in zip(columns, layer.attributes.cells) {
      let missing = rows - attributes.cells[column].count
      if missing > 0 {
        attributes.cells[column].append(contentsOf: repeatElement(0, count: missing))
      }
      attributes.cells[column].append(contentsOf: cells)
    }
    attributes.base += layer.attributes.base
    assembler.append(layer.geometry, issues: layer.issues)
    state += layer.state
    identifierOffset += layer.identifierOffset
    geometryBytes += layer.geometryBytes
    propertyBytes += layer.propertyBytes
    heightsDropped += layer.heightsDropped
    return true
  }

  /// Where pieces may start: here, and about every so many bytes where the text looks as it does
  /// here, behind the end of another object and a comma. `{"type":"Feature"`, or whatever member
  /// the first feature starts with; a text within quotes never looks so, an object within a
  /// feature may.
  private func pieceStarts() -> [Int] {
    var starts = [scanner.at]
    guard scanner.end - scanner.at > 2 * sharing.pieceLength, let look = Look(at: scanner) else {
      return starts
    }
    var at = scanner.at + sharing.pieceLength
    while at < scanner.end {
      if scanner.bytes[at] == UInt8(ascii: "{"), look.isAt(at, in: scanner, after: starts[0]) {
        starts.append(at)
        at += sharing.pieceLength
      } else {
        at += 1
      }
    }
    return starts
  }

  /// What the first feature starts with.
  private struct Look {
    private let name: Range<Int>
    /// The text of the first member, where it is the type.
    private let value: Range<Int>?

    /// Nil where it is no object with a member.
    init?(at start: JSONScanner) {
      var scanner = start
      guard scanner.take(UInt8(ascii: "{")), let member = try? scanner.memberName() else {
        return nil
      }
      name = member.range
      if scanner.matches(member.range, "type"), scanner.peek() == UInt8(ascii: "\"") {
        guard let text = try? scanner.string().range else { return nil }
        value = text
      } else {
        value = nil
      }
    }

    /// Whether the object at a byte starts so, behind another one.
    func isAt(_ place: Int, in text: JSONScanner, after first: Int) -> Bool {
      var before = place - 1
      func skipSpace() {
        while before > first, [0x20, 0x0A, 0x0D, 0x09].contains(text.bytes[before]) { before -= 1 }
      }
      skipSpace()
      guard before > first, text.bytes[before] == UInt8(ascii: ",") else { return false }
      before -= 1
      skipSpace()
      guard before > first, text.bytes[before] == UInt8(ascii: "}") else { return false }
      var scanner = text
      scanner.at = place + 1
      guard scanner.peek() == UInt8(ascii: "\""), let member = try? scanner.memberName(),
        member.range.count == name.count, text.equal(member.range, name)
      else { return false }
      guard let value else { return true }
      guard scanner.peek() == UInt8(ascii: "\""), let found = try? scanner.string().range else {
        return false
      }
      return found.count == value.count && text.equal(found, value)
    }
  }
}
