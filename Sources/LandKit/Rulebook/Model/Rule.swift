import LandCadastre
import LandGeometry

/// One rule: a clause, what it demands, of whom and when.
public struct Rule: Hashable, Sendable {
  /// What a rule is for.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A condition of an approval.
    case gate
    /// An indicator with a limit.
    case indicator
    /// A goal with a date.
    case target
    /// A step, a deadline.
    case procedure
    /// A paper of an application.
    case material
    /// What a term or a measure means.
    case definition
    /// A direction without a number.
    case direction
  }
  /// How the clause binds.
  public enum Softness: String, CaseIterable, Hashable, Sendable {
    /// Without exception.
    case strict
    /// 一般.
    case general
    /// 原则上.
    case principle
  }

  /// The stable name, unique among all books.
  public var id: String
  /// The provision it renders, where several rules render one.
  public var row: String
  /// The place in the text.
  public var clause: String
  /// Whom it is about.
  public var subject: RuleSubject
  /// What it is for.
  public var kind: Kind
  /// The acts of a zone that it is a condition, a paper or a step of; empty for none.
  public var acts: [ZoneAct]
  /// How the clause binds.
  public var softness: Softness
  /// Title.
  public var title: Bilingual
  /// The words of the clause.
  public var text: Bilingual
  /// When it applies.
  public var applies: Applicability
  /// What it demands, or reports.
  public var content: Content
  /// What closes the gap.
  public var remedy: Bilingual?
  /// Who takes the step, and whom it goes to.
  public var actor: Bilingual?
  /// Whether the test says what a subject is rather than what it should be: neither success nor
  /// failure.
  public var classifies: Bool
  /// Whether a miss makes a parcel underused (低效用地).
  public var marksUnderused: Bool
  /// A remark.
  public var note: Bilingual?
  /// Keys of the sources.
  public var source: String?
  /// How sure the text is.
  public var verification: Verification
  /// What proves that it does what the clause says.
  public var examples: [RuleExample]
  /// The line in the book.
  public var line: Int

  /// What a rule demands, or reports.
  public enum Content: Hashable, Sendable {
    /// A condition under each reading; the first is the one that decides unless another is chosen.
    case test([RuleReading], chosenBy: String?)
    /// A figure, without judgement; `binding` hands a limit to landctl's own assessment.
    case figure(MeasureUse?, Unit, binding: FigureBinding?)
    /// Nothing that could be computed, and why.
    case recorded(Bilingual)
  }

  /// Whether anything is computed.
  public var isComputed: Bool {
    switch content {
    case .test: true
    case .figure(let measure, _, _): measure != nil
    case .recorded: false
    }
  }

  /// The readings, the deciding one first; empty where there is no test.
  public var readings: [RuleReading] {
    if case .test(let readings, _) = content { return readings }
    return []
  }
}

/// What a zone may apply for.
public enum ZoneAct: String, CaseIterable, Hashable, Sendable {
  /// 扩区.
  case expansion
  /// 调区.
  case adjustment
  /// 更名为工业园区.
  case renameIndustrial = "rename_industrial"
  /// 更名为高新技术产业园区.
  case renameHightech = "rename_hightech"
  /// 更名为经济开发区.
  case renameEconomic = "rename_economic"
  /// 整合.
  case merger
  /// 转为城市综合功能区.
  case conversion
}

/// When a rule applies; what is nil or empty does not restrict it.
public struct Applicability: Hashable, Sendable {
  /// Levels of zones.
  public var levels: [String] = []
  /// Two-digit industry codes of GB/T 4754-2017.
  public var industries: Set<String> = []
  /// The industry code in that edition.
  var industry: Formula?
  /// Whether it is about industry and storage only.
  public var industrialOnly = false
  /// The year of a target.
  public var year: Int?
  /// The first day.
  public var from: CalendarDate?
  /// The last day.
  public var until: CalendarDate?
  /// Whether it is owed by finished projects only: before that a miss is no miss.
  public var asBuilt = false
  /// A further condition.
  public var when: RuleTest?
}

/// One way to read a clause.
public struct RuleReading: Hashable, Sendable {
  /// Its name; empty where the clause has only one.
  public var id: String
  /// What people call it.
  public var label: Bilingual?
  /// What it demands.
  public var test: RuleTest
}

/// A limit that landctl's own assessment uses.
public struct FigureBinding: Hashable, Sendable {
  /// The name of the figure, `idle.not_started`.
  public var name: String
  /// The figure, in `unit`.
  public var value: Double
  /// Its unit.
  public var unit: Unit
}
