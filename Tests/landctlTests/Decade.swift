import Foundation
import LandTestSupport

/// Ten years of a made zone: 400 parcels of a grid, surveyed every year with splits, merges and new
/// numbers, and 60 cases of idle land that end in every way there is. Everything follows from the
/// number of the case and the year; nothing is random.
struct Decade {
  static let years = 2015...2024
  static let caseCount = 60

  /// How a case goes; the order is the remainder of its number.
  enum Way: Int, CaseIterable {
    case start, feeThenStart, withdraw, buyback, swap, notIdle
    case extendThenStart, temporaryThenStart, adjustThenStart, open
  }

  /// A case by its number, from 0.
  struct Case {
    var number: Int
    var way: Way { Way(rawValue: number % 10) ?? .open }
    /// The year at whose end an audit suspects it.
    var suspected: Int { 2015 + number % 7 }
    /// Index of its parcel in the grid.
    var cell: Int { number * 6 + 3 }
    var contract: String { "C\(100 + number)" }
    /// The agreed start: a year and three months before the audit that suspects it.
    var agreedStart: String { "\(suspected - 1)-10-01" }
    var area: Double { 8_000 }
    /// Whether the causes are the government's.
    var isGovernment: Bool {
      [.buyback, .swap, .extendThenStart, .temporaryThenStart, .adjustThenStart].contains(way)
    }
    var causes: String { (isGovernment ? "8-2" : "own") + ":\(agreedStart)/" }
  }

  static let cases = (0..<caseCount).map { Case(number: $0) }

  /// One event of a case as a row of a batch.
  struct Step {
    var date: String
    var kind: String
    var document = ""
    var area = ""
    var amount = ""
    var until = ""
    var clause = ""
    var causes = ""
  }

  /// The events of a case in order.
  static func steps(_ item: Case) -> [Step] {
    let y = item.suspected + 1
    let n = item.number
    var steps = [
      Step(date: "\(y)-01-10", kind: "investigation_notice", document: "调字〔\(y)〕\(n)号"),
      Step(date: "\(y)-01-30", kind: "statement", document: "说明\(n)"),
      Step(date: "\(y)-02-10", kind: "investigation", document: "核字〔\(y)〕\(n)号"),
    ]
    if item.way == .notIdle {
      return steps + [Step(date: "\(y)-03-01", kind: "not_idle", document: "非闲〔\(y)〕\(n)号")]
    }
    steps += [
      Step(
        date: "\(y)-03-01", kind: "finding", document: "认字〔\(y)〕\(n)号", area: "8000",
        clause: "2(1)", causes: item.causes),
      Step(date: "\(y)-03-05", kind: "publication"),
      Step(date: "\(y)-03-06", kind: "system_record"),
    ]
    let agreed = [
      Step(date: "\(y)-05-01", kind: "plan", document: "案字〔\(y)〕\(n)号"),
      Step(date: "\(y)-06-01", kind: "approval", document: "政批〔\(y)〕\(n)号"),
    ]
    let decided = [
      Step(date: "\(y)-04-01", kind: "hearing_notice", document: "听字〔\(y)〕\(n)号"),
      Step(date: "\(y)-05-01", kind: "approval", document: "政批〔\(y)〕\(n)号"),
    ]
    func start(_ date: String) -> [Step] {
      [
        Step(date: date, kind: "start", document: "动工\(n)", area: "8000"),
        Step(date: String(date.prefix(8)) + "28", kind: "publication_withdrawn"),
      ]
    }
    switch item.way {
    case .start: steps += start("\(y)-08-01")
    case .feeThenStart:
      steps +=
        decided + [
          Step(date: "\(y)-05-10", kind: "fee_decision", document: "费字〔\(y)〕\(n)号", amount: "200"),
          Step(date: "\(y)-06-01", kind: "fee_paid", document: "票\(n)", amount: "200"),
        ] + start("\(y + 1)-04-01")
    case .withdraw:
      steps +=
        decided + [
          Step(date: "\(y)-11-15", kind: "withdrawal_decision", document: "收字〔\(y)〕\(n)号"),
          Step(date: "\(y)-12-10", kind: "deregistration", document: "注销\(n)", area: "8000"),
          Step(date: "\(y)-12-20", kind: "publication_withdrawn"),
        ]
    case .buyback:
      steps +=
        agreed + [
          Step(date: "\(y)-09-01", kind: "buyback", document: "收协\(n)", area: "8000", amount: "900")
        ]
    case .swap:
      steps +=
        agreed + [
          Step(date: "\(y)-09-02", kind: "swap", document: "换\(n)", area: "8000")
        ]
    case .extendThenStart:
      steps +=
        agreed + [
          Step(date: "\(y)-06-20", kind: "extension", document: "补\(n)", until: "\(y + 1)-06-20")
        ] + start("\(y + 1)-05-01")
    case .temporaryThenStart:
      steps +=
        agreed + [
          Step(
            date: "\(y)-06-21", kind: "temporary_use", document: "临\(n)", until: "\(y + 2)-06-01")
        ] + start("\(y + 2)-07-01")
    case .adjustThenStart:
      steps +=
        agreed + [
          Step(date: "\(y)-06-22", kind: "adjustment", document: "调整\(n)", until: "\(y + 1)-06-22")
        ] + start("\(y + 1)-06-01")
    case .open, .notIdle: break
    }
    return steps
  }

  /// The day on which a case's land started, or left its user; nil while neither happened.
  static func end(_ item: Case) -> (day: String, isStart: Bool)? {
    for step in steps(item) {
      switch step.kind {
      case "start": return (step.date, true)
      case "deregistration", "buyback", "swap": return (step.date, false)
      default: continue
      }
    }
    return nil
  }
}

extension Decade {
  /// A parcel of a survey: a rectangle in metres of EPSG:4547.
  struct Plot: Hashable {
    var id: String
    /// Indices of the cells of the grid that it holds, or holds a part of.
    var cells: [Int]
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  /// What is expected of a parcel's way from one survey to the next, where it is not the same.
  struct Change: Hashable {
    var kind: String
    var earlier: String
    var later: String
  }

  /// The first survey.
  static let first: [Plot] = (0..<400).map { cell in
    Plot(
      id: name("P", cell), cells: [cell], x: 500_000 + Double(cell % 20) * 100,
      y: 3_174_000 + Double(cell / 20) * 80, width: 100, height: 80)
  }

  /// The surveys of all years with what changed since the year before.
  static let surveys: [Int: (plots: [Plot], changes: [Change])] = {
    var surveys: [Int: (plots: [Plot], changes: [Change])] = [years.lowerBound: (first, [])]
    var plots = first
    for year in years.dropFirst() {
      let step = year - years.lowerBound - 1
      var changes: [Change] = []
      // Of the cases that were suspected the year before, one gets a new number and one is split.
      let isEarly = step < 7
      for cell in [isEarly ? cases[step + 14].cell : 6 * (step + 30) + 5, 6 * (step + 1) + 5] {
        renumber(cell, "Q", &plots, &changes)
      }
      for cell in [isEarly ? cases[step + 7].cell : 6 * (step + 30) + 4, 6 * (step + 1) + 4] {
        split(cell, &plots, &changes)
      }
      merge(6 * (step + 10), &plots, &changes)
      surveys[year] = (plots, changes)
    }
    return surveys
  }()

  private static func name(_ prefix: String, _ number: Int) -> String {
    prefix + String("00\(number)".suffix(3))
  }

  private static func renumber(
    _ cell: Int, _ prefix: String, _ plots: inout [Plot], _ changes: inout [Change]
  ) {
    for index in plots.indices where plots[index].cells == [cell] {
      let id = name(prefix, cell)
      changes.append(Change(kind: "renumbered", earlier: plots[index].id, later: id))
      plots[index].id = id
    }
  }

  private static func split(_ cell: Int, _ plots: inout [Plot], _ changes: inout [Change]) {
    guard let index = plots.firstIndex(where: { $0.cells == [cell] }) else { return }
    let whole = plots[index]
    var (left, right) = (whole, whole)
    left.id += "A"
    left.width = 60
    right.id += "B"
    right.x += 60
    right.width = whole.width - 60
    plots.replaceSubrange(index...index, with: [left, right])
    changes.append(Change(kind: "split", earlier: whole.id, later: left.id))
    changes.append(Change(kind: "split", earlier: whole.id, later: right.id))
  }

  /// Joins a cell with the next one of its row.
  private static func merge(_ cell: Int, _ plots: inout [Plot], _ changes: inout [Change]) {
    guard let index = plots.firstIndex(where: { $0.cells == [cell] }),
      let next = plots.firstIndex(where: { $0.cells == [cell + 1] })
    else { return }
    var joined = plots[index]
    joined.id = name("M", cell)
    joined.cells = [cell, cell + 1]
    joined.width += plots[next].width
    for part in [plots[index], plots[next]] {
      changes.append(Change(kind: "merged", earlier: part.id, later: joined.id))
    }
    plots.remove(at: max(index, next))
    plots[min(index, next)] = joined
  }

  /// The parcels of a year as GeoJSON.
  static func parcels(_ year: Int) -> String {
    let features = (surveys[year]?.plots ?? []).map { plot -> String in
      let (a, b) = (plot.x + plot.width, plot.y + plot.height)
      let ring =
        "[[\(plot.x),\(plot.y)],[\(a),\(plot.y)],[\(a),\(b)],[\(plot.x),\(b)],[\(plot.x),\(plot.y)]]"
      return #"{"type":"Feature","properties":{"parcel_id":"\#(plot.id)","zone_id":"Z1","#
        + #""land_use":"工业用地"},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }
    return
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},"#
      + #""features":["# + features.joined(separator: ",\n") + "]}"
  }

  /// The contracts as the register has them at the end of a year: one row for each parcel of a
  /// contract that is still its user's.
  static func contracts(_ year: Int) -> String {
    var rows = [
      "contract_no,parcel_id,holder,price_wan,signed_date,agreed_start_date,amended_start_date,"
        + "amendment_date,start_state,actual_start_date,agreed_finish_date,contract_area_m2"
    ]
    for item in cases {
      let end = end(item).flatMap { $0.day <= "\(year)-12-31" ? $0 : nil }
      if let end, !end.isStart { continue }
      var started = end.map { $0.day }
      let done = steps(item).filter { $0.date <= "\(year)-12-31" }
      if done.contains(where: { $0.kind == "not_idle" }) {
        started = "\(item.suspected - 1)-12-01"
      }
      let put = done.last { !$0.until.isEmpty }
      for plot in surveys[year]?.plots ?? [] where plot.cells == [item.cell] {
        rows.append(
          [
            item.contract, plot.id, "虚构企业\(item.number)", "1000", "\(item.suspected - 2)-06-01",
            item.agreedStart, put?.until ?? "", put?.date ?? "",
            started == nil ? "not_started" : "started", started ?? "", "2030-12-31",
            "\(plot.width * plot.height)",
          ].joined(separator: ","))
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  /// The id that a case's parcel bears in a year; the first part where it was split.
  static func parcelID(_ item: Case, in year: Int) -> String {
    surveys[year]?.plots.first { $0.cells == [item.cell] }?.id ?? ""
  }
}
