import LandCadastre
import LandGeometry
import LandRulebook

/// What a statement has to know of a zone.
public struct StatementZone: Hashable, Sendable {
  /// Its id, as cases name it.
  public var id: String
  /// Its name; nil prints the id.
  public var name: String?
  /// 行政区: code or name, as written.
  public var territory: String?
  /// The day from which land identified counts in the rate of disposal (`idle_register.base_date`);
  /// nil counts all.
  public var baseDate: CalendarDate?

  /// A zone.
  public init(
    id: String, name: String? = nil, territory: String? = nil, baseDate: CalendarDate? = nil
  ) {
    self.id = id
    self.name = name
    self.territory = territory
    self.baseDate = baseDate
  }
}

/// A target as the rule itself judged it. The statement prints it and judges nothing.
public struct TargetResult: Hashable, Sendable {
  /// Id of the rule, `JX4-20`.
  public var rule: String
  /// Its clause, as cited.
  public var clause: String
  /// What is demanded, or what is measured.
  public var label: Bilingual
  /// The zone; nil for all zones together.
  public var zoneID: String?
  /// What was measured, in `unit`; nil is unknown.
  public var value: Double?
  /// The limit of the clause, in `unit`.
  public var limit: Double?
  /// Unit of both, as people write it; empty for plain numbers.
  public var unit: String
  /// How the value is held against the limit.
  public var relation: Comparison?
  /// What the rule says.
  public var verdict: Verdict
  /// The first day on which the target is in force; nil where no text names one.
  public var from: CalendarDate?
  /// The last day; nil where no text names one.
  public var until: CalendarDate?

  /// A judged target.
  public init(
    rule: String, clause: String = "", label: Bilingual, zoneID: String? = nil, value: Double?,
    limit: Double?, unit: String = "", relation: Comparison?, verdict: Verdict,
    from: CalendarDate? = nil, until: CalendarDate? = nil
  ) {
    self.rule = rule
    self.clause = clause
    self.label = label
    self.zoneID = zoneID
    self.value = value
    self.limit = limit
    self.unit = unit
    self.relation = relation
    self.verdict = verdict
    self.from = from
    self.until = until
  }

  /// Whether it is in force on a day.
  public func isInForce(on day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { $0 >= day } ?? true)
  }
}

/// Figures of zones that do not come from the ledger.
public struct StatementFigures: Hashable, Sendable {
  /// Built-up area of a zone at the end of a year.
  public struct BuiltUp: Hashable, Sendable {
    /// The zone.
    public var zoneID: String
    /// The year.
    public var year: Int
    /// Built-up area on 31 December, m²; nil is unknown.
    public var area: Double?

    /// A figure.
    public init(zoneID: String, year: Int, area: Double?) {
      self.zoneID = zoneID
      self.year = year
      self.area = area
    }
  }

  /// How far a stock of zombie firms or projects is cleared.
  public struct Clearing: Hashable, Sendable {
    /// The zone; nil for all zones together.
    public var zoneID: String?
    /// What is cleared: 僵尸企业, 僵尸项目.
    public var label: Bilingual
    /// The day on which the stock was counted.
    public var baseDay: CalendarDate?
    /// The stock on that day; nil is unknown.
    public var stock: Int?
    /// Cleared of it until the end of the year; nil is unknown.
    public var cleared: Int?

    /// A figure.
    public init(
      zoneID: String?, label: Bilingual, baseDay: CalendarDate?, stock: Int?, cleared: Int?
    ) {
      self.zoneID = zoneID
      self.label = label
      self.baseDay = baseDay
      self.stock = stock
      self.cleared = cleared
    }

    /// Cleared ÷ stock, 0–1; nil where either is unknown or the stock is nothing.
    public var share: Double? {
      guard let stock, let cleared, stock > 0 else { return nil }
      return Double(cleared) / Double(stock)
    }
  }

  /// Built-up areas, of the year and the year before; others are passed over.
  public var builtUp: [BuiltUp] = []
  /// Clearings, printed in this order.
  public var clearings: [Clearing] = []

  /// No figures.
  public init() {}
}
