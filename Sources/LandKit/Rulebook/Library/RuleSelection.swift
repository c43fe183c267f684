import LandCadastre
import LandGeometry

/// The rulebooks of one audit: chosen by name, territory and day.
public struct RuleSelection: Sendable {
  /// Why the rulebooks of an audit cannot be chosen.
  public enum Failure: Error, Hashable, Sendable {
    /// No book and no family has the name; the nearest that has.
    case unknown(name: String, nearest: String?)
    /// The book does not hold on the day.
    case notInForce(name: String, day: CalendarDate, from: CalendarDate, until: CalendarDate?)
    /// No book on idle land, on floor area or of settings holds on the day.
    case noLaw(family: String, day: CalendarDate, first: CalendarDate?)
    /// A book does not give a figure that it has to give.
    case binding(BindingError)
  }

  /// The day.
  public let asOf: CalendarDate
  /// The book on idle land.
  public let idleLand: Rulebook
  /// Its figures.
  public let idleLandRules: IdleLandRules
  /// How floor area counts.
  public let buildingRules: BuildingRules
  /// The books whose rules are judged one by one; empty where none was chosen.
  public let judged: [Rulebook]
  /// All books that play a part, by name.
  public let all: [Rulebook]

  /// Chooses books.
  ///
  /// - Parameters:
  ///   - names: books or families that the user names, besides those of `own` files.
  ///   - territories: GB/T 2260 codes of the zones; where nothing is named, the books that hold
  ///     there are taken.
  public init(
    _ library: RulebookLibrary, names: [String] = [], territories: [String] = [],
    asOf: CalendarDate
  ) throws(Failure) {
    self.asOf = asOf
    var chosen: [Rulebook] = []
    for name in names where !chosen.contains(where: { $0.id == name }) {
      chosen.append(try Self.book(name, library, asOf))
    }
    for book in library.books where library.ownIDs.contains(book.id) {
      guard book.isInForce(on: asOf) else {
        throw .notInForce(
          name: book.id, day: asOf, from: book.identity.validFrom, until: book.identity.validUntil)
      }
      if !chosen.contains(where: { $0.id == book.id }) { chosen.append(book) }
    }
    if names.isEmpty && library.ownIDs.isEmpty {
      for territory in territories {
        for book in library.localBooks(in: territory, on: asOf)
        where !chosen.contains(where: { $0.id == book.id }) { chosen.append(book) }
      }
    }
    let idleLand = try Self.inForce(RuleFamily.idleLand, chosen, library, asOf)
    let buildings = try Self.inForce(RuleFamily.controlIndicators, chosen, library, asOf)
    let settings = try Self.inForce(RuleFamily.settings, chosen, library, asOf)
    do throws(BindingError) {
      idleLandRules = try IdleLandRules(idleLand, settings: settings)
      buildingRules = try BuildingRules(buildings)
    } catch { throw .binding(error) }
    self.idleLand = idleLand
    // National law holds wherever a policy is applied.
    let joining =
      chosen.isEmpty && territories.isEmpty
      ? [] : library.books.filter { $0.identity.joins && $0.isInForce(on: asOf) }
    var judged: [Rulebook] = []
    for book in chosen + joining
    where book.id != idleLand.id && !judged.contains(where: { $0.id == book.id }) {
      judged.append(book)
    }
    self.judged = judged
    var all = [idleLand]
    for book in [buildings, settings] + judged where !all.contains(where: { $0.id == book.id }) {
      all.append(book)
    }
    self.all = all.sorted { $0.id < $1.id }
  }

  private static func book(
    _ name: String, _ library: RulebookLibrary, _ day: CalendarDate
  ) throws(Failure) -> Rulebook {
    if let book = library.books.first(where: { $0.id == name }) {
      guard book.isInForce(on: day) else {
        throw .notInForce(
          name: name, day: day, from: book.identity.validFrom, until: book.identity.validUntil)
      }
      return book
    }
    if let book = library.book(ofFamily: name, on: day) { return book }
    if let edition = library.books.first(where: { $0.identity.family == name }) {
      throw .notInForce(
        name: name, day: day, from: edition.identity.validFrom, until: edition.identity.validUntil)
    }
    throw .unknown(name: name, nearest: library.nearest(to: name))
  }

  /// The book of a family: a chosen one, else the edition in force. How floor area counts is a
  /// matter of definition; before its first edition that one is used.
  private static func inForce(
    _ family: String, _ chosen: [Rulebook], _ library: RulebookLibrary, _ day: CalendarDate
  ) throws(Failure) -> Rulebook {
    if let book = chosen.first(where: { $0.identity.family == family }) { return book }
    if let book = library.book(ofFamily: family, on: day) { return book }
    let editions = library.books.filter { $0.identity.family == family }
    let first = editions.min { $0.identity.validFrom < $1.identity.validFrom }
    if family != RuleFamily.idleLand, let first { return first }
    throw .noLaw(family: family, day: day, first: first?.identity.validFrom)
  }
}

extension RuleSelection {
  /// Names of the columns that the judged books ask for of subjects.
  public func declaredColumns(_ subjects: RuleSubject...) -> Set<String> {
    Set(
      judged.flatMap(\.inputs).filter { subjects.contains($0.subject) }
        .map(\.declaration.name))
  }
}

/// The families whose figures landctl's own assessment uses.
public enum RuleFamily {
  /// 闲置土地处置办法.
  public static let idleLand = "idle-land"
  /// 工业项目建设用地控制指标.
  public static let controlIndicators = "control-indicators"
  /// The program's own settings.
  public static let settings = "settings"
  /// 土地市场动态巡查.
  public static let patrol = "patrol"
  /// The editions of the industry codes, by which control indicators are looked up.
  static let industryCodes = "gbt-4754"
  /// What every audit needs.
  static let essential = [idleLand, controlIndicators, settings, industryCodes]
}

extension RuleSelection {
  /// The shipped books as they stand today, for callers without a day of their own.
  public static let shipped: RuleSelection = {
    do throws(Failure) {
      return try RuleSelection(.essential, asOf: CalendarDate(dayNumber: .max / 2))
    } catch {
      // Tested: no release is built in which this happens.
      fatalError("the shipped rulebooks do not fit together: \(error)")
    }
  }()
}
