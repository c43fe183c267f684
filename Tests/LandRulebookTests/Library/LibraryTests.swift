import LandCadastre
import LandGeometry
import LandLayers
import Testing

@testable import LandRulebook

@Suite("which rulebook holds where and when") struct LibraryTests {
  private let library = RulebookLibrary.shipped

  @Test(
    "of a family the edition in force on a day",
    arguments: [
      ("control-indicators", "2008-01-30", nil),
      ("control-indicators", "2008-01-31", "control-indicators-2008"),
      ("control-indicators", "2023-06-24", "control-indicators-2008"),
      ("control-indicators", "2023-06-25", "control-indicators-2023"),
      ("control-indicators", "2030-01-01", "control-indicators-2023"),
      ("idle-land", "2012-06-30", nil), ("idle-land", "2012-07-01", "decree53"),
      ("jiangxi", "2018-12-24", nil), ("jiangxi", "2018-12-25", "jiangxi-2018"),
      ("jiangxi", "2026-01-01", "jiangxi-2018"), ("nobody", "2025-01-01", nil),
    ])
  func families(family: String, day: String, id: String?) {
    #expect(library.book(ofFamily: family, on: .iso(day))?.id == id)
    #expect(library.book(named: family, on: .iso(day))?.id == id)
  }

  @Test("a book that is named is taken on any day")
  func named() {
    for day in ["1990-01-01", "2025-01-01"] {
      #expect(library.book(named: "decree53", on: .iso(day))?.id == "decree53")
      #expect(
        library.book(named: "control-indicators-2008", on: .iso(day))?.id
          == "control-indicators-2008")
    }
    #expect(library.rule("JX2-10")?.book.id == "jiangxi-2018")
    #expect(library.rule("JX2-999") == nil)
  }

  @Test(
    "local books by territory",
    arguments: [
      ("36", ["jiangxi-2018"]), ("3607", ["jiangxi-2018"]), ("360702", ["jiangxi-2018"]),
      ("220302", ["siping-2016"]), ("220381", ["siping-2016"]), ("2203", ["siping-2016"]),
      ("22", []), ("2201", []), ("220100", []), ("210700", ["jinzhou-2017"]),
      ("411102", ["luohe-2016"]),
      ("130102", ["shijiazhuang-2018"]), ("3", []), ("", []), ("136000", []), ("CN", []),
      ("440300", []),
    ])
  func territories(code: String, ids: [String]) {
    #expect(library.localBooks(in: code, on: .iso("2025-06-30")).map(\.id) == ids)
  }

  @Test("local books hold from their first day")
  func localDays() {
    #expect(library.localBooks(in: "3607", on: .iso("2018-12-24")).isEmpty)
    #expect(library.localBooks(in: "3607", on: .iso("2018-12-25")).map(\.id) == ["jiangxi-2018"])
  }

  @Test("the books of the whole country cover every territory")
  func national() {
    for book in library.books where book.identity.territory == Rulebook.wholeCountry {
      #expect(book.covers(territory: "3607") && book.covers(territory: "220302"))
    }
    #expect(library.books.filter { $0.identity.territory == "CN" }.count >= 4)
  }

  @Test("no two editions of a family are in force on one day")
  func editions() {
    let families = Dictionary(grouping: library.books, by: \.identity.family)
    for (family, editions) in families {
      for day in editions.map(\.identity.validFrom) {
        #expect(editions.count { $0.isInForce(on: day) } == 1, "\(family) on \(day)")
      }
    }
  }

  @Test("books stand in the order of their names, the user's behind them")
  func order() throws {
    let ids = library.books.map(\.id)
    #expect(ids == ids.sorted() && library.ownIDs.isEmpty)
    let own = ["zz", "aa"].map { Made.source(Made.text("", id: $0), $0 + ".yaml") }
    let wider = try RulebookLibrary(adding: own)
    #expect(wider.books.map(\.id) == ids + ["zz", "aa"] && wider.ownIDs == ["zz", "aa"])
  }
}
