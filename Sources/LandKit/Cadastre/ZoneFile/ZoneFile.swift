/// What `zone.yaml` says about one development zone. Nil, and a key that is not there, is unknown;
/// an empty list says that there is nothing.
public struct ZoneFile: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// The zone's code (开发区代码).
  public var zoneID: Sourced<String>?
  /// Its name.
  public var name: Sourced<String>?
  /// Its level.
  public var level: Sourced<ZoneLevel>?
  /// The county or city that it lies in, six digits by GB/T 2260.
  public var territory: Sourced<String>?
  /// The day that the file describes.
  public var asOf: Sourced<CalendarDate>?
  /// Approvals, in the order of the file.
  public var approvals: [ZoneApproval]?
  /// Files and layers of the zone.
  public var layers: [ZoneLayer: FileReference] = [:]
  /// Official areas.
  public var official: OfficialAreas?
  /// The reading of 尚可供应土地 that is to decide.
  public var supplyReading: Sourced<SupplyReading>?
  /// The land that figures per mu are divided by.
  public var perMuBase: Sourced<PerMuBase>?
  /// The register of idle land.
  public var idleRegister: IdleRegister?
  /// Events that stand against the zone.
  public var events: [ZoneEvent] = []
  /// For each kind the days in which all events are listed, both included.
  public var eventsComplete: [ZoneEventKind: ClosedRange<CalendarDate>] = [:]
  /// What authorities have attested.
  public var attestations: [Attestation] = []
  /// Industrial clusters.
  public var clusters: [IndustrialCluster]?
  /// Number of parks (一区多园).
  public var parks: Sourced<Int>?
  /// Whether the zone lies in the central city.
  public var centralCity: Sourced<Bool>?
  /// Why it is to be relocated.
  public var relocationCause: Sourced<RelocationCause>?
  /// Statistics by year.
  public var statistics: [Int: [ZoneStatistic: Sourced<Double>]] = [:]
  /// The layer of 建成区, 发展区 and 控制区.
  public var threeClasses: FileReference?
  /// Papers of an application; nil where the file does not list them.
  public var materials: [ApplicationMaterial]?
  /// Steps of a procedure that have been taken; nil where the file does not list them.
  public var procedure: [ProcedureStep]?
  /// Figures that rulebooks declare.
  public var figures = ZoneFigures()

  /// A file that says nothing yet.
  public init(file: String) { self.file = file }
}

/// An approval of the zone or of a change to it.
public struct ZoneApproval: Hashable, Sendable {
  /// Number of the document.
  public var number: Sourced<String>?
  /// Its day.
  public var date: Sourced<CalendarDate>?
  /// Approved area of the whole zone from then on, hectares.
  public var areaHa: Sourced<Double>?
  /// Kind of approval.
  public var kind: Sourced<ApprovalKind>?
  /// Area taken in by it, hectares.
  public var inHa: Sourced<Double>?
  /// Area given up by it, hectares.
  public var outHa: Sourced<Double>?
  /// The approved boundary.
  public var scope: FileReference?
  /// Number of blocks (区块).
  public var blocks: Sourced<Int>?
  /// The document itself.
  public var evidence: FileReference?

  /// An approval of which nothing is known yet.
  public init() {}
}

/// The register of idle land and how it is counted.
public struct IdleRegister: Hashable, Sendable {
  /// Cases count from this day.
  public var baseDate: Sourced<CalendarDate>?
  /// Whether it lists all cases since then.
  public var complete: Sourced<Bool>?
  /// What the rate of disposal counts.
  public var rateBy: Sourced<RateBasis>?
  /// Ways of disposal that end a case; nil where the file leaves that to the rulebook.
  public var endedBy: [DisposalWay]?
  /// The ledger.
  public var ledger: FileReference?

  /// A register of which nothing is known yet.
  public init() {}
}

/// An event that stands against the zone.
public struct ZoneEvent: Hashable, Sendable {
  /// Its day.
  public var date: Sourced<CalendarDate>
  /// Its kind.
  public var kind: Sourced<ZoneEventKind>
  /// Its grade; nil where the file does not give it.
  public var grade: Sourced<EventGrade>?
  /// The document that establishes it.
  public var document: Sourced<String>?

  /// An event.
  public init(
    date: Sourced<CalendarDate>, kind: Sourced<ZoneEventKind>, grade: Sourced<EventGrade>? = nil,
    document: Sourced<String>? = nil
  ) {
    self.date = date
    self.kind = kind
    self.grade = grade
    self.document = document
  }
}

/// What an authority has attested about the zone or one of its blocks.
public struct Attestation: Hashable, Sendable {
  /// Topic, `plan_land` and others.
  public var topic: Sourced<String>
  /// The block (区块) that it is about; nil for the whole.
  public var block: Sourced<String>?
  /// Whether the zone conforms; nil where the file leaves it open.
  public var conforms: Sourced<Bool>?
  /// The document.
  public var document: Sourced<String>?
  /// Its day.
  public var date: Sourced<CalendarDate>?

  /// An attestation that says nothing yet.
  public init(topic: Sourced<String>) { self.topic = topic }
}

/// An industrial cluster (产业集群).
public struct IndustrialCluster: Hashable, Sendable {
  /// Its name.
  public var name: Sourced<String>
  /// Its main revenue, 亿元.
  public var revenueYi: Sourced<Double>?
  /// The document.
  public var evidence: FileReference?

  /// A cluster.
  public init(name: Sourced<String>) { self.name = name }
}

/// A paper of an application.
public struct ApplicationMaterial: Hashable, Sendable {
  /// Which one.
  public var id: Sourced<MaterialID>
  /// The paper itself.
  public var file: FileReference?
  /// Its day.
  public var date: Sourced<CalendarDate>?
  /// Who issued it.
  public var issuer: Sourced<String>?
  /// The last day on which it is valid; nil where it does not run out.
  public var validUntil: Sourced<CalendarDate>?

  /// A paper.
  public init(id: Sourced<MaterialID>) { self.id = id }
}

/// A step of a procedure that has been taken.
public struct ProcedureStep: Hashable, Sendable {
  /// Number of the step, `4.1`.
  public var step: Sourced<String>
  /// Its day.
  public var date: Sourced<CalendarDate>?
  /// The document.
  public var document: Sourced<String>?

  /// A step.
  public init(step: Sourced<String>) { self.step = step }
}

/// Figures that rulebooks declare, by name.
public struct ZoneFigures: Hashable, Sendable {
  /// Figures of the zone.
  public var zone: [String: Sourced<FigureValue>] = [:]
  /// Figures of the zone by year.
  public var zoneByYear: [Int: [String: Sourced<FigureValue>]] = [:]
  /// Figures of the city.
  public var city: [String: Sourced<FigureValue>] = [:]
  /// Figures of the province.
  public var province: [String: Sourced<FigureValue>] = [:]

  /// No figures.
  public init() {}
}
