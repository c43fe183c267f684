import Foundation

/// How often a random test runs. `LANDCTL_ROUNDS` multiplies it: 20 for a long search, 0.1 where each
/// round is slow, as under a sanitizer. Once at least.
public func rounds(_ count: Int) -> Int {
  let factor = ProcessInfo.processInfo.environment["LANDCTL_ROUNDS"].flatMap(Double.init) ?? 1
  return max(1, Int((Double(count) * factor).rounded()))
}

/// Whether a sanitizer watches (`make sanitize`). It reserves terabytes of addresses, so a limit of
/// them means nothing then.
public let isSanitized = ProcessInfo.processInfo.environment["LANDCTL_SANITIZER"] != nil
