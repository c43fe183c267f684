import ArgumentParser
import Foundation
import LandKit

/// The value of `--as-of`.
enum DayArgument {
  /// The day of a text like `2025-06-30`; today in Shanghai where there is none.
  static func day(_ text: String?) throws -> CalendarDate {
    guard let text else { return Today.inShanghai }
    guard let date = CalendarDate(iso: text)
    else { throw ValidationError("--as-of takes a day like 2025-06-30, not \"\(text)\"") }
    return date
  }
}

/// The one place that looks at the clock.
enum Today {
  /// Today in Asia/Shanghai, UTC+8 without summer time since 1991.
  static var inShanghai: CalendarDate {
    let seconds = Date().timeIntervalSince1970 + 8 * 3600
    return CalendarDate(dayNumber: Int((seconds / 86_400).rounded(.down)))
  }
}
