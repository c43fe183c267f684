// Unsafe because it works on the lent bytes of the source (see JSONScanner); no pointer outlives
// the call of `withBytes`.

extension SourceBytes {
  /// Where the elements of the first object's `features` array begin; nil where it has none, or
  /// what stands before cannot be read.
  func startOfFeatures(from start: Int) -> Int? {
    withBytes { bytes in
      var scanner = JSONScanner(bytes, from: start)
      guard scanner.take(UInt8(ascii: "{")) else { return nil }
      repeat {
        guard let member = try? scanner.memberName() else { return nil }
        if scanner.matches(member.range, "features") {
          return scanner.take(UInt8(ascii: "[")) ? scanner.at : nil
        }
        guard (try? scanner.skipValue(depth: 1)) != nil else { return nil }
      } while scanner.take(UInt8(ascii: ","))
      return nil
    }
  }

  /// The end of the whole records at the start of a sequence's bytes: before the last record
  /// separator, or behind the last line end. 0 where there is no whole one.
  func endOfWholeRecords(separated: Bool) -> Int {
    withBytes { bytes in
      var at = bytes.count
      while at > 0 {
        at -= 1
        if separated {
          if bytes[at] == 0x1E { return at }
        } else if bytes[at] == 0x0A {
          return at + 1
        }
      }
      return 0
    }
  }

  /// How far the bytes of a collection hold whole elements.
  struct WholeElements {
    /// Behind the comma of the last whole element, or at the bracket.
    var end: Int
    /// Whether the closing bracket stands at `end`.
    var isLast: Bool
  }

  /// The whole elements at the start of an array's bytes. An element counts with the comma behind
  /// it, so that none is taken for whole that goes on. `afterComma` says that one stands before the
  /// bytes: behind it the array cannot end.
  func wholeElements(afterComma: Bool) -> WholeElements {
    withBytes { bytes in
      var scanner = JSONScanner(bytes)
      var end = 0
      var afterComma = afterComma
      while true {
        if !afterComma, scanner.peek() == UInt8(ascii: "]") {
          return WholeElements(end: scanner.at, isLast: true)
        }
        guard (try? scanner.skipValue(depth: 2)) != nil else { break }
        if scanner.take(UInt8(ascii: ",")) {
          end = scanner.at
          afterComma = true
        } else if scanner.peek() == UInt8(ascii: "]") {
          afterComma = false
        } else {
          break
        }
      }
      return WholeElements(end: end, isLast: false)
    }
  }

  /// The line and column of each of some ascending offsets, counted on from a place, and of the
  /// end.
  func positions(
    of offsets: [Int], from start: TextPosition
  ) -> (places: [TextPosition], end: TextPosition) {
    withBytes { bytes in
      var line = start.line
      // Where the line began; before the bytes for the first one.
      var lineStart = 1 - start.column
      var at = 0
      func place(_ offset: Int) -> TextPosition {
        while at < offset {
          if bytes[at] == 0x0A {
            line += 1
            lineStart = at + 1
          }
          at += 1
        }
        return TextPosition(line: line, column: offset - lineStart + 1)
      }
      let places = offsets.map { place(min($0, bytes.count)) }
      return (places, place(bytes.count))
    }
  }
}
