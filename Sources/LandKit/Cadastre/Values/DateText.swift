/// Reads days as people and programs write them; a text that leaves the day open is refused.
enum DateText {
  /// What a text says.
  enum Reading: Hashable {
    /// A day.
    case day(CalendarDate)
    /// A day given as an Excel serial number.
    case serial(CalendarDate)
    /// 1900-01-01, which land systems write for "empty".
    case empty
  }

  /// The day of a text: `2024-05-01`, `2024/5/1`, `2024.5.1`, `2024年5月1日`, `20240501`, each with
  /// an optional time of day behind, or an Excel serial number. A time with its own offset (`Z`,
  /// `+00:00`) is taken to China Standard Time (UTC+8) first, as land systems export local days
  /// as `2010-06-17T16:00:00.000Z`.
  static func parse(_ text: String) -> Reading? {
    let plain = TextFolding.withBytes(of: text) { isoDay($0) }
    if let plain { return reading(plain) }
    let folded = TextFolding.trimmed(TextFolding.fold(text))
    return TextFolding.withBytes(of: folded) { bytes in
      var scanner = Scanner(bytes: bytes)
      if let day = scanner.day() { return reading(day) }
      guard let number = NumberText.parse(folded), number.unit == nil else { return nil }
      return serial(number.value)
    }
  }

  /// The day of a number: eight digits `20240501`, or an Excel serial number.
  static func parse(_ number: Double) -> Reading? {
    guard number.rounded() == number, (10_000_101...99_991_231).contains(number) else {
      return serial(number)
    }
    let digits = Int(number)
    return CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
      .flatMap { reading($0) }
  }

  /// Excel counts days from 1899-12-30 (for every day since 1900-03-01); between 20000 and 80000,
  /// that is 1954 to 2119, a bare number is taken for one.
  private static func serial(_ number: Double) -> Reading? {
    guard (20_000...80_000).contains(number) else { return nil }
    return .serial(excelOrigin.adding(days: Int(number)))
  }

  private static let excelOrigin = CalendarDate(dayNumber: -25_569)
  private static let emptyDay = CalendarDate(dayNumber: -25_567)

  private static func reading(_ day: CalendarDate) -> Reading {
    day == emptyDay ? .empty : .day(day)
  }

  /// Exactly `YYYY-MM-DD`.
  private static func isoDay(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func two(_ i: Int) -> Int? {
      let a = bytes[i] &- 0x30, b = bytes[i + 1] &- 0x30
      return a < 10 && b < 10 ? Int(a) * 10 + Int(b) : nil
    }
    guard let century = two(0), let year = two(2), let month = two(5), let day = two(8) else {
      return nil
    }
    return CalendarDate(year: century * 100 + year, month: month, day: day)
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func day() -> CalendarDate? {
      guard let head = digits(atMost: 8) else { return nil }
      let day: CalendarDate?
      switch head.count {
      case 8:
        day = CalendarDate(
          year: head.value / 10_000, month: head.value / 100 % 100, day: head.value % 100)
      case 4:
        guard let first = separator(), let month = digits(atMost: 2), let second = separator(),
          fits(first, second), let last = digits(atMost: 2)
        else { return nil }
        if case .year = first, !take([0xE6, 0x97, 0xA5]) { _ = take([0xE5, 0x8F, 0xB7]) }
        day = CalendarDate(year: head.value, month: month.value, day: last.value)
      default: return nil
      }
      guard let day else { return nil }
      guard at < bytes.count else { return day }
      return timeShift().map { day.adding(days: $0) }
    }

    private enum Separator { case year, month, sign(UInt8) }

    /// `年` must be followed by `月`; a sign by the same sign.
    private func fits(_ first: Separator, _ second: Separator) -> Bool {
      switch (first, second) {
      case (.year, .month): true
      case (.sign(let a), .sign(let b)): a == b
      default: false
      }
    }

    private mutating func separator() -> Separator? {
      if take([0xE5, 0xB9, 0xB4]) { return .year }
      if take([0xE6, 0x9C, 0x88]) { return .month }
      guard at < bytes.count, [0x2D, 0x2F, 0x2E].contains(bytes[at]) else { return nil }
      at += 1
      return .sign(bytes[at - 1])
    }

    private mutating func take(_ expected: [UInt8]) -> Bool {
      guard bytes.count - at >= expected.count,
        bytes[at..<at + expected.count].elementsEqual(expected)
      else { return false }
      at += expected.count
      return true
    }

    private mutating func digits(atMost limit: Int) -> (value: Int, count: Int)? {
      let start = at
      var value = 0
      while at < bytes.count, at - start < limit, bytes[at] &- 0x30 < 10 {
        value = value * 10 + Int(bytes[at] - 0x30)
        at += 1
      }
      return at > start ? (value, at - start) : nil
    }

    /// Reads a time of day to the end of the text; the days by which it moves the date (−1, 0, 1).
    private mutating func timeShift() -> Int? {
      guard take([0x54]) || take([0x74]) || take([0x20]) else { return nil }
      while take([0x20]) {}
      guard let hour = digits(atMost: 2), hour.value <= 24, take([0x3A]),
        let minute = digits(atMost: 2), minute.value < 60
      else { return nil }
      if take([0x3A]) {
        guard let second = digits(atMost: 2), second.value <= 60 else { return nil }
        if take([0x2E]) {
          guard digits(atMost: 9) != nil else { return nil }
        }
      }
      while take([0x20]) {}
      guard at < bytes.count else { return 0 }
      var offset = 0
      if !take([0x5A]), !take([0x7A]) {
        let sign = take([0x2B]) ? 1 : take([0x2D]) ? -1 : 0
        guard sign != 0, let hours = digits(atMost: 2), hours.count == 2 else { return nil }
        _ = take([0x3A])
        let minutes = at < bytes.count ? digits(atMost: 2)?.value : 0
        guard let minutes else { return nil }
        offset = sign * (hours.value * 60 + minutes)
      }
      guard at == bytes.count else { return nil }
      let local = hour.value * 60 + minute.value - offset + 8 * 60
      return local < 0 ? -1 : local / (24 * 60)
    }
  }
}
