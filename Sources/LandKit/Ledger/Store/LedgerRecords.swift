import LandCadastre
import LandGeometry

/// A development zone as the ledger lists it.
public struct LedgerZone: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// Its name.
  public var name: String
  /// Its level, as written.
  public var level: String?
  /// The county or city it lies in.
  public var territory: String?
  /// Leading industry.
  public var leadingIndustry: String?

  /// A zone.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A figure of a zone and year that no survey gives, such as its built-up area.
public struct ZoneFigure: Hashable, Sendable {
  /// The zone.
  public var zoneID: String
  /// The year.
  public var year: Int
  /// Its name; the unit is part of it.
  public var name: String
  /// Its value; nil where it is not known.
  public var value: Double?

  /// A figure.
  public init(zoneID: String, year: Int, name: String, value: Double?) {
    self.zoneID = zoneID
    self.year = year
    self.name = name
    self.value = value
  }
}

/// A target that was set for a zone or for the whole territory.
public struct LedgerTarget: Hashable, Sendable {
  /// The zone; empty for the territory.
  public var zoneID: String
  /// The rule.
  public var rule: String
  /// The rulebook that the rule is in.
  public var rulebook: String
  /// What is measured.
  public var measure: String
  /// How it is compared: `<`, `<=`, `>`, `>=` or `=`.
  public var comparison: String
  /// The limit, in the measure's unit.
  public var limit: Double
  /// The last day to reach it; nil where none is set.
  public var until: CalendarDate?

  /// A target.
  public init(
    zoneID: String, rule: String, rulebook: String, measure: String, comparison: String,
    limit: Double, until: CalendarDate?
  ) {
    self.zoneID = zoneID
    self.rule = rule
    self.rulebook = rulebook
    self.measure = measure
    self.comparison = comparison
    self.limit = limit
    self.until = until
  }
}

/// A 僵尸企业 (enterprise without business) that is being cleared.
public struct ZombieEnterprise: Hashable, Sendable {
  /// The zone; nil where it is not known.
  public var zoneID: String?
  /// Its name.
  public var name: String
  /// 统一社会信用代码.
  public var creditCode: String?
  /// The day on which it was listed.
  public var listed: CalendarDate?
  /// The day on which it was cleared; nil while it is not.
  public var cleared: CalendarDate?

  /// An enterprise.
  public init(zoneID: String?, name: String) {
    self.zoneID = zoneID
    self.name = name
  }
}

/// A remark that somebody drew on the map.
public struct SiteNote: Hashable, Sendable {
  /// Longitude and latitude, CGCS2000; nil for a note without a place.
  public var place: Coordinate?
  /// The remark.
  public var note: String?
  /// Who wrote it.
  public var author: String?
  /// The day, as written; a GIS may write a time with it.
  public var day: String?

  /// A note.
  public init(place: Coordinate?, note: String?, author: String?, day: String?) {
    self.place = place
    self.note = note
    self.author = author
    self.day = day
  }
}

/// A parcel as it is now, for the layer that GIS programs show.
public struct CurrentParcel: Hashable, Sendable {
  /// The parcel of the latest survey.
  public var parcel: SurveyedParcel
  /// Its open or latest case; nil where it has none.
  public var caseID: String?

  /// A parcel.
  public init(_ parcel: SurveyedParcel, caseID: String?) {
    self.parcel = parcel
    self.caseID = caseID
  }
}

/// A survey as it is kept.
public struct KeptSurvey: Hashable, Sendable {
  /// Its number in the ledger, from 1.
  public var number: Int
  /// The survey.
  public var record: SurveyRecord
}

/// A run as it is kept.
public struct KeptRun: Hashable, Sendable {
  /// Its number in the ledger, from 1.
  public var number: Int
  /// The run.
  public var record: RunRecord
}

/// What a ledger says of itself.
public struct LedgerIdentity: Hashable, Sendable {
  /// Its id; part of the chain.
  public var id: String
  /// The territory that it is kept for; part of the chain.
  public var territory: String
  /// The day on which it was made; part of the chain.
  public var created: CalendarDate
  /// The program that made it.
  public var madeBy: String
  /// The name of its schema.
  public var schema: String
}

/// The end of the chain. Noted outside the file, it shows later that nothing before it was
/// rewritten.
public struct ChainHead: Hashable, Sendable {
  /// Number of the last event; 0 where there is none.
  public var number: Int
  /// Its hash in hexadecimal; of no event, the text that the chain begins with.
  public var hash: String
}
