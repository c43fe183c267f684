import Foundation

/// The root of the checkout, found from this source file.
public let checkout = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The `fixtures` folder of the checkout.
public let fixtures = checkout.appendingPathComponent("fixtures")

/// The rows of a file with one JSON value a line.
public func jsonLines<Row: Decodable>(_ path: String, as type: Row.Type = Row.self) throws -> [Row]
{
  let data = try Data(contentsOf: fixtures.appendingPathComponent(path))
  return try data.split(separator: UInt8(ascii: "\n")).map {
    try JSONDecoder().decode(Row.self, from: Data($0))
  }
}

/// A repeatable source of random numbers (SplitMix64): a failing case can be run again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that always gives the same numbers for the same seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
