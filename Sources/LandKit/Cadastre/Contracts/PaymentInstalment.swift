import LandLayers

/// A part of the price that a contract has to be paid by a day.
public struct PaymentInstalment: Hashable, Sendable {
  /// The last day.
  public var day: CalendarDate
  /// The part, 万元; more than nothing.
  public var amount: Double

  /// An instalment.
  public init(_ day: CalendarDate, _ amount: Double) {
    self.day = day
    self.amount = amount
  }

  /// The instalments of a text `2025-06-30:1200;2025-12-31:800` (day, 万元), in order of their
  /// days; nil where any part cannot be read, no amount or a day twice, as half a schedule would
  /// count payments as made that are not.
  public static func parse(_ text: String) -> [PaymentInstalment]? {
    var found: [PaymentInstalment] = []
    for part in TextFolding.fold(text).split(whereSeparator: { ";\n".contains($0) }) {
      let part = TextFolding.trimmed(String(part))
      if part.isEmpty { continue }
      guard let colon = part.firstIndex(of: ":"),
        case .day(let day)? = DateText.parse(String(part[..<colon])),
        let amount = NumberText.parse(String(part[part.index(after: colon)...])),
        amount.unit == nil, amount.value > 0
      else { return nil }
      found.append(PaymentInstalment(day, amount.value))
    }
    return schedule(found)
  }

  /// The same from a list of objects, in which services give it: `zfSj` the day, `zfJe` the amount
  /// in 万元. Objects without either, which stand for nothing agreed, are passed over; empty where
  /// there is nothing else.
  public static func parse(json text: String) -> [PaymentInstalment]? {
    guard let objects = JSONTableReader.objects(in: text) else { return nil }
    var found: [PaymentInstalment] = []
    for object in objects {
      let amountText = object["zfJe"] ?? ""
      let reading = object["zfSj"].flatMap { DateText.parse($0) }
      let isBlank = object["zfSj"].map(TextFolding.saysNothing) ?? true
      if isBlank || reading == .empty, TextFolding.saysNothing(amountText) { continue }
      guard case .day(let day)? = reading, let amount = NumberText.parse(amountText),
        amount.unit == nil, amount.value > 0
      else { return nil }
      found.append(PaymentInstalment(day, amount.value))
    }
    return found.isEmpty ? [] : schedule(found)
  }

  private static func schedule(_ found: [PaymentInstalment]) -> [PaymentInstalment]? {
    guard !found.isEmpty, Set(found.map(\.day)).count == found.count else { return nil }
    return found.sorted { $0.day < $1.day }
  }
}

extension PaymentInstalment: CustomStringConvertible {
  /// `2025-06-30:1200.0`, the form of `payment_schedule`.
  public var description: String { "\(day):\(amount)" }
}

extension [PaymentInstalment] {
  /// Half a 分 in 万元: parts of a contract that are shared out by area are no round sums.
  private static var slack: Double { 0.000_000_5 }

  /// The instalments that what was paid does not reach: a payment counts as made when the sum paid
  /// reaches all instalments up to it. All of them where it is not known what was paid.
  public func unpaid(afterPaying paid: Double?) -> [PaymentInstalment] {
    guard let paid else { return self }
    var due = 0.0
    return filter { instalment in
      due += instalment.amount
      return paid + Self.slack < due
    }
  }

  /// The form of `payment_schedule`.
  public var text: String { map(\.description).joined(separator: ";") }
}
