import Foundation
import LandCadastre

/// The time at which something is written down. It is the only clock of a ledger, and nothing is
/// reckoned by it but which entry was known when.
public enum RecordingClock {
  /// Now in Shanghai, ISO 8601 to the second: `2026-03-01T09:30:00+08:00`.
  public static func now() -> String {
    let seconds = Int(Date().timeIntervalSince1970.rounded(.down)) + 8 * 3600
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let day = CalendarDate(dayNumber: days)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))+08:00"
  }
}
