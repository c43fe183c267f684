import LandCadastre
import LandDocuments
import LandGeometry

/// What a report of an audit says: a pure function of the audit's machine files and, if given, the
/// layers of zones and buildings. It measures nothing and judges nothing.
public struct AuditReport: Sendable {
  /// The files of the audit.
  public let book: AuditBook
  /// The language that people read.
  public let language: Document.Language
  /// The zones; nil where the layer is not given or cannot be shown.
  public let zones: ReportLayer?
  /// The buildings; nil where the layer is not given or cannot be shown.
  public let buildings: ReportLayer?
  /// How much a page holds.
  public let limits: ReportLimits
  /// What the audit came to.
  public let figures: KeyFigures

  let basics: ParcelBasics
  let groups: FindingGroups
  let law: ReportLaw

  /// The report of an audit.
  public init(
    _ book: AuditBook, language: Document.Language, zones: ReportLayer? = nil,
    buildings: ReportLayer? = nil, limits: ReportLimits = ReportLimits()
  ) {
    self.book = book
    self.language = language
    self.zones = zones
    self.buildings = buildings
    self.limits = limits
    basics = ParcelBasics(book)
    groups = FindingGroups(book)
    law = ReportLaw(book.manifest, language)
    figures = KeyFigures(book, basics, groups)
  }

  /// The title of the page: the zones it is about, where they are few.
  public var title: String {
    let names = (0..<book.zones.count).compactMap { row in
      book.zones["zone_name"].text(row) ?? book.zones["zone_id"].text(row)
    }
    let subject =
      (1...3).contains(names.count) ? language.list(names) + language("", ": ") : ""
    return subject + language("宗地审查报告", "audit of parcels")
  }

  /// The result in one sentence.
  public var verdict: String {
    let (found, suspected) = (figures.amount(.identified), figures.amount(.suspected))
    let unknown = figures.amount(.unknown)
    let all = Self.count(figures.all.count)
    func ha(_ amount: KeyFigures.Amount) -> String { GroupedNumber.text(amount.area / 10_000, 4) }
    var zh = "截至 \(book.manifest.asOf)，\(all) 宗土地中"
    var en = "As of \(book.manifest.asOf), of \(all) parcels "
    if found.count + suspected.count == 0 {
      zh += "未发现已认定或涉嫌闲置的宗地"
      en += "none is found idle or suspected to be"
    } else {
      zh += "已认定闲置 \(Self.count(found.count)) 宗 \(ha(found)) 公顷，"
      zh += "涉嫌闲置 \(Self.count(suspected.count)) 宗 \(ha(suspected)) 公顷"
      en += "\(Self.count(found.count)) (\(ha(found)) ha) are found idle and "
      en += "\(Self.count(suspected.count)) (\(ha(suspected)) ha) suspected to be"
    }
    if unknown.count > 0 {
      zh += "，\(Self.count(unknown.count)) 宗因缺少信息不能判断"
      en += "; for \(Self.count(unknown.count)) inputs are missing"
    }
    if figures.errors > 0 {
      zh += "；数据错误 \(Self.count(figures.errors)) 处"
      en += "; the data have \(Self.count(figures.errors)) errors"
    }
    return language(zh + "。", en + ".")
  }

  /// A count for people.
  static func count(_ value: Int) -> String { GroupedNumber.text(Double(value), 0) }
}
