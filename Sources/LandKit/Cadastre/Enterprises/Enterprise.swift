/// One enterprise in one year, as a row of `enterprises.csv` gives it. Nil is unknown, never zero
/// or "no".
public struct Enterprise: Hashable, Sendable {
  /// Where the facts stand.
  public var source: Contract.Source
  /// Fields that the file should hold but the program could not use (D403, D410).
  public var faultyFields: Set<Field> = []
  /// Unified social credit code (统一社会信用代码), half width and capitals.
  public var enterpriseID: String?
  /// Name (企业名称).
  public var name: String?
  /// The development zone.
  public var zoneID: String?
  /// The parcels that it uses; empty where none is named.
  public var parcelIDs: [String] = []
  /// Year of the figures; nil where the row bears none.
  public var year: Int?
  /// Industry by GB/T 4754.
  public var industryCode: String?
  /// Edition of GB/T 4754: 2002, 2011 or 2017.
  public var industryEdition: Double?
  /// The leading industry (主导产业) of the zone that it belongs to, as written.
  public var leadingIndustry: String?
  /// Whether it operates.
  public var operating: Bool?
  /// Day on which production stopped.
  public var stoppedSince: CalendarDate?
  /// The last year for which it filed an annual report.
  public var lastAnnualReportYear: Int?
  /// Whether it cannot be reached (失联).
  public var contactLost: Bool?
  /// Whether it is a recognised high-tech enterprise.
  public var highTech: Bool?
  /// Land that it uses, m².
  public var landArea: Double?
  /// Main revenue of the year (主营业务收入), 万元.
  public var revenue: Double?
  /// Gross output of the year (工业总产值), 万元.
  public var output: Double?
  /// Taxes paid in the year, 万元.
  public var tax: Double?
  /// Fixed-asset investment so far, 万元.
  public var fixedInvestment: Double?
  /// People employed.
  public var employees: Double?
  /// Day on which it was found or registered as a zombie enterprise (僵尸企业).
  public var zombieListedDate: CalendarDate?
  /// Day on which that case was cleared.
  public var zombieClearedDate: CalendarDate?
  /// Remark.
  public var remark: String?
  /// Further columns by their names in the file, as texts; empty cells are left out.
  public var extra: [String: String] = [:]

  /// An enterprise of which nothing is known yet.
  public init(source: Contract.Source) { self.source = source }

  /// What a finding calls it: its code, else its name, else its place.
  public var label: String {
    enterpriseID ?? name ?? "\(source.fileName)#\(source.row.map(String.init) ?? "")"
  }

  /// Whether it was listed as a zombie enterprise on a day and not cleared by its end; nil where no
  /// day of listing is known.
  public func isZombie(on day: CalendarDate) -> Bool? {
    guard let zombieListedDate else { return nil }
    return zombieListedDate <= day && (zombieClearedDate.map { $0 > day } ?? true)
  }
}
