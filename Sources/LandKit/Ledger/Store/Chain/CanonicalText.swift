import Crypto
import GRDB

/// The text that hashes of the ledger are taken over, byte by byte, for whoever wants to reckon
/// them with another program.
///
/// A text begins with a line that says what it is, such as `landctl event 1`, and a line feed
/// (0x0A). A row is its columns in the order of the table; a column is
///
///     name '=' type length ':' value LF
///
/// where `name` is that of the column, `length` the number of bytes of `value` in decimal, and type
/// and value are those that SQLite keeps (`typeof`): `N`, null, no bytes; `I`, a whole number in
/// decimal; `R`, a number as the 16 lower-case hexadecimal digits of its IEEE 754 bits; `T`, a text
/// in UTF-8; `B`, bytes as they are. So `kind` = `opened` is `kind=T6:opened` and a null holder
/// `holder=N0:`. The lengths leave no two rows the same text, and another storage class of the same
/// value is another text.
///
/// Hashes are SHA-256, written in 64 lower-case hexadecimal digits:
/// - of an **event**: `landctl event 1`, then all columns of its row in `events` except `hash`,
///   `previous_hash` included;
/// - of the **first** event's `previous_hash`: `landctl ledger 1`, then the columns `id`,
///   `territory` and `created` (texts, from `ledger_meta`);
/// - `document_sha256` of an event: `landctl document 1`, then the columns `event`, `document_no`,
///   `document_day`, `file_name` and `sha256` of its row in `documents`;
/// - `content_sha256` of an event `opened`: `landctl case 1`, then the row of `cases` without `fid`;
/// - of an event `run`: `landctl run 1`, then the row of `runs`, in which the manifest stands whole;
/// - of an event `survey`: `landctl survey 1`, then the row of `surveys`; `parcels` LF and the rows
///   of `survey_parcels` in the order of `position`, without `fid`; `lineage` LF and the rows of
///   `lineage` in the order of `position`, without `fid`;
/// - `digest.T` in `ledger_meta` for a rewritten table T: `landctl T 1`, then its rows in the order
///   of `fid`, without it. (`rows.T` beside it is no proof: it only says which row is another one.)
struct CanonicalText {
  private var hash = SHA256()
  private var buffer: [UInt8] = []
  private static let digits = Array("0123456789abcdef".utf8)

  /// A text that begins with a line.
  init(_ title: String) { line("landctl \(title) 1") }

  /// Adds a line.
  mutating func line(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    buffer.append(0x0A)
  }

  mutating func null(_ name: String) { append(name, UInt8(ascii: "N"), EmptyCollection()) }
  mutating func integer(_ name: String, _ value: Int64) {
    append(name, UInt8(ascii: "I"), String(value).utf8)
  }
  mutating func real(_ name: String, _ value: Double) {
    begin(name, UInt8(ascii: "R"), count: 16)
    for shift in stride(from: 60, through: 0, by: -4) {
      buffer.append(Self.digits[Int(truncatingIfNeeded: value.bitPattern >> UInt64(shift)) & 15])
    }
    end()
  }
  mutating func text(_ name: String, _ bytes: some Collection<UInt8>) {
    append(name, UInt8(ascii: "T"), bytes)
  }
  mutating func blob(_ name: String, _ bytes: some Collection<UInt8>) {
    append(name, UInt8(ascii: "B"), bytes)
  }

  /// Adds a value as it will be kept.
  mutating func value(_ name: String, _ value: DatabaseValue) {
    switch value.storage {
    case .null: null(name)
    case .int64(let number): integer(name, number)
    case .double(let number): real(name, number)
    case .string(let string): text(name, string.utf8)
    case .blob(let data): blob(name, data)
    }
  }

  private mutating func append(
    _ name: String, _ type: UInt8, _ value: some Collection<UInt8>
  ) {
    begin(name, type, count: value.count)
    buffer.append(contentsOf: value)
    end()
  }

  private mutating func begin(_ name: String, _ type: UInt8, count: Int) {
    buffer.append(contentsOf: name.utf8)
    buffer.append(0x3D)
    buffer.append(type)
    buffer.append(contentsOf: String(count).utf8)
    buffer.append(0x3A)
  }

  private mutating func end() {
    buffer.append(0x0A)
    if buffer.count > 1 << 16 { flush() }
  }

  private mutating func flush() {
    hash.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// The hash of what was added, in hexadecimal.
  mutating func digest() -> String {
    flush()
    return String(
      decoding: hash.finalize().flatMap {
        [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]]
      }, as: UTF8.self)
  }
}
