import Foundation

/// The rows of a CSV file by column name (RFC 4180), read without the library under test.
public func csvRows(_ file: URL) throws -> [[String: String]] {
  csvRows(text: try String(contentsOf: file, encoding: .utf8))
}

/// The same for a text.
public func csvRows(text: String) -> [[String: String]] {
  var text = text
  if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
  var records = csvRecords(text)
  guard !records.isEmpty else { return [] }
  let header = records.removeFirst()
  return records.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
}

/// The records of a CSV text, each a list of fields.
public func csvRecords(_ text: String) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field = String.UnicodeScalarView()
  var isQuoted = false
  var wasQuote = false
  func end() {
    record.append(String(field))
    field = String.UnicodeScalarView()
  }
  for scalar in text.unicodeScalars {
    if isQuoted {
      if wasQuote {
        wasQuote = false
        if scalar == "\"" {
          field.append(scalar)
          continue
        }
        isQuoted = false
      } else if scalar == "\"" {
        wasQuote = true
        continue
      } else {
        field.append(scalar)
        continue
      }
    }
    switch scalar {
    case "\"": isQuoted = true
    case ",": end()
    case "\r": break
    case "\n":
      end()
      records.append(record)
      record = []
    default: field.append(scalar)
    }
  }
  if !record.isEmpty || !field.isEmpty {
    end()
    records.append(record)
  }
  return records
}
