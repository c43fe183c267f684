import Foundation
import GRDB
import LandCadastre
import LandGeometry

/// The columns that hashes cover, in the order of their tables.
enum Columns {
  static let event = [
    "number", "case_id", "kind", "day", "document_sha256", "author", "reason", "forced",
    "parcel_id", "area_m2", "amount_wan", "clause", "idle_since", "cause_spans", "until",
    "audit_state", "corrects", "voids", "right_day", "year", "remark", "recorded_at", "survey",
    "run", "content_sha256", "previous_hash", "hash",
  ]
  static let document = ["event", "document_no", "document_day", "file_name", "sha256"]
  static let survey = [
    "number", "year", "day", "file_name", "sha256", "parcel_count", "total_area", "columns",
  ]
  static let parcel = [
    "geom", "survey", "position", "parcel_id", "zone_id", "land_use", "planar_area_m2",
    "idle_state",
  ]
  static let lineage = [
    "survey", "position", "earlier_survey", "earlier", "later", "kind", "share_of_earlier",
    "share_of_later",
  ]
  static let run = ["number", "as_of", "rulebooks", "manifest", "manifest_sha256"]
  static let ledgerCase = [
    "case_id", "parcel_id", "zone_id", "contract_no", "supervision_no", "holder", "location",
    "land_use", "parcel_area_m2", "price_wan", "agreed_start", "agreed_finish", "opened_by",
  ]

  /// The columns of a table that is rewritten, or of notes; the key `fid` is left out.
  static let rewritten: [String: [String]] = [
    "zones": ["zone_id", "name", "level", "territory", "leading_industry"],
    "zone_figures": ["zone_id", "year", "name", "value"],
    "targets": [
      "zone_id", "rule", "rulebook", "measure", "comparison", "limit", "until",
    ],
    "zombies": ["zone_id", "name", "credit_code", "listed", "cleared"],
    "contracts": [
      "parcel_id", "zone_id", "contract_no", "supervision_no", "holder", "start_in_force",
      "start_source", "started", "agreed_finish", "finished", "price_paid_wan",
      "payment_schedule",
    ],
    "parcel_current": [
      "geom", "parcel_id", "zone_id", "land_use", "planar_area_m2", "idle_state", "case_id",
      "phase", "idle_months", "next_step", "next_deadline",
    ],
    "case_current": [
      "case_id", "parcel_id", "phase", "suspected_day", "identified_day", "identified_no",
      "idle_area_m2", "clause", "idle_since", "cause_spans", "cause_class", "ending", "ended_day",
      "disposed_area_m2", "fee_decided_wan", "fee_paid_wan", "new_start", "temporary_until",
      "in_system", "published", "idle_months", "next_step", "next_actor", "next_deadline",
      "next_clause", "forced",
    ],
  ]

  /// The names for a query.
  static func list(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

/// Values as they are kept.
enum Kept {
  /// A text; one with a NUL character is refused, as SQLite's programs would show half of it.
  static func text(_ text: String?) throws(LedgerError) -> DatabaseValue {
    guard let text else { return .null }
    guard !text.utf8.contains(0) else {
      throw .content(
        Bilingual(zh: "文本“\(text)”含空字符", en: "the text \"\(text)\" has a NUL character"))
    }
    return text.databaseValue
  }
  /// A whole number.
  static func integer(_ number: Int?) -> DatabaseValue { number?.databaseValue ?? .null }
  /// A number; one that is not finite is null, and −0 is 0, as SQLite keeps no sign of it.
  static func real(_ number: Double?) -> DatabaseValue {
    guard let number, number.isFinite else { return .null }
    return (number == 0 ? 0.0 : number).databaseValue
  }
  /// A day.
  static func day(_ day: CalendarDate?) -> DatabaseValue { day?.description.databaseValue ?? .null }
  /// True or false as 1 or 0.
  static func truth(_ truth: Bool?) -> DatabaseValue {
    truth.map { ($0 ? 1 : 0).databaseValue } ?? .null
  }
  /// Spans of causes in the form of `cause_spans`; none at all is an empty text.
  static func spans(_ spans: [CauseSpan]?) -> DatabaseValue {
    spans?.map(\.description).joined(separator: ";").databaseValue ?? .null
  }
  /// Texts as a JSON array.
  static func list(_ texts: [String]) throws(LedgerError) -> DatabaseValue {
    if texts.isEmpty { return "[]".databaseValue }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(texts) else {
      throw .content(Bilingual(zh: "列表无法写为 JSON", en: "a list has no form in JSON"))
    }
    return String(decoding: data, as: UTF8.self).databaseValue
  }
  /// The texts of a JSON array; nil for anything else.
  static func list(of text: String?) -> [String]? {
    guard let text else { return nil }
    if text == "[]" { return [] }
    return try? JSONDecoder().decode([String].self, from: Data(text.utf8))
  }
}
