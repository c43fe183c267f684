/// A day of the Gregorian calendar, without time and without time zone.
///
/// Stored as days since 1970-01-01, so days between two dates are a subtraction.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let dayNumber: Int

  /// The day with a number, counted from 1970-01-01.
  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// The day given, or nil where the calendar has no such day (2023-02-29, 2023-13-01).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.daysIn(month: month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// The day of a text of exactly the form `2018-12-31`, or nil.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// Days from civil date: months counted from March, so that the leap day ends a year.
  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1–12) and day (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The number of days of a month.
  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The corresponding day `years` later; where there is none (29 February), the month's end.
  ///
  /// Civil Code Art. 202: a period counted in years ends on the corresponding day of the last
  /// year, and on the last day of the month where that day does not exist.
  public func adding(years: Int) -> CalendarDate { adding(months: 12 * years) }

  /// The corresponding day `months` later; where there is none, the month's end (Art. 202).
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    return CalendarDate(
      unchecked: newYear, newMonth, min(day, CalendarDate.daysIn(month: newMonth, year: newYear)))
  }

  /// The day `days` later.
  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// Whole months from this day to a later one: how often the corresponding day has been reached.
  public func wholeMonths(until later: CalendarDate) -> Int {
    guard later >= self else { return 0 }
    let a = components, b = later.components
    let months = (b.year - a.year) * 12 + b.month - a.month
    return adding(months: months) <= later ? months : months - 1
  }

  /// Whether the first day is before the second.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }

  /// Days from the second date to the first.
  public static func - (a: CalendarDate, b: CalendarDate) -> Int { a.dayNumber - b.dayNumber }
}

extension CalendarDate: CustomStringConvertible {
  /// `2025-06-30`, the form of every machine file.
  public var description: String {
    let (year, month, day) = components
    guard (0...9999).contains(year) else { return "\(year)-\(month)-\(day)" }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      func write(_ value: Int, at place: Int) {
        bytes[place] = UInt8(0x30 + value / 10 % 10)
        bytes[place + 1] = UInt8(0x30 + value % 10)
      }
      write(year / 100, at: 0)
      write(year, at: 2)
      bytes[4] = 0x2D
      write(month, at: 5)
      bytes[7] = 0x2D
      write(day, at: 8)
      return 10
    }
  }
}
