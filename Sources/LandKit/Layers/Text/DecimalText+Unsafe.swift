// Unsafe because the number parser takes a buffer pointer; the one that an array slice lends is
// used for one call and not kept.

/// The number that a piece of ASCII text is, wholly: `007`, `+1`, `.5`, `5.` and exponents among
/// them; nil for anything else, blanks at its ends included.
func wholeDecimal(_ text: ArraySlice<UInt8>) -> Double? {
  text.withUnsafeBufferPointer { bytes in
    guard
      let (value, next) = parseDecimal(bytes, from: 0, to: bytes.count, jsonGrammar: false),
      next == bytes.count
    else { return nil }
    return value
  }
}

/// The same for a text.
func wholeDecimal(_ text: some StringProtocol) -> Double? { wholeDecimal(Array(text.utf8)[...]) }
