import Foundation
import LandGeometry
import LandLayers

/// A PostGIS database as GDAL names it, `PG:host=… dbname=…` or `PG:postgresql://…`, with the password
/// taken out: arguments of a program can be seen by everybody on the machine.
struct DatabaseAddress: Hashable {
  /// The address without its password.
  let text: String
  /// The password; nil where there is none.
  let password: String?

  /// Whether a name is meant as such an address.
  static func isOne(_ name: String) -> Bool { name.hasPrefix("PG:") }

  /// Takes an address apart. Throws where it cannot be told what in it is the password.
  init(_ name: String) throws(FormatError) {
    let body = String(name.dropFirst(3))
    let parts = body.contains("://") ? Self.address(body) : Self.pairs(body)
    guard let parts else {
      throw FormatError(
        file: "PG:",
        message: Bilingual(
          zh: "无法理解数据库地址", en: "the address of the database cannot be understood"),
        remedy: Bilingual(
          zh: "写作 PG:host=主机 dbname=库名 user=用户;密码可放在环境变量 PGPASSWORD",
          en: "write PG:host=HOST dbname=NAME user=USER; the password may be in PGPASSWORD"))
    }
    text = "PG:" + parts.text
    password = parts.password
  }

  /// `key=value` pairs; a value may stand in quotes, a backslash takes the next character as it is.
  private static func pairs(_ body: String) -> (text: String, password: String?)? {
    var kept: [String] = []
    var password: String?
    var rest = Substring(body)
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard !rest.isEmpty else { return (kept.joined(separator: " "), password) }
      guard let sign = rest.firstIndex(of: "=") else { return nil }
      let key = rest[..<sign].trimmingSuffix { $0.isWhitespace }
      rest = rest[rest.index(after: sign)...].drop { $0.isWhitespace }
      let start = rest
      var value = ""
      var isQuoted = false
      if rest.first == "'" {
        isQuoted = true
        rest = rest.dropFirst()
      }
      while let character = rest.first, isQuoted ? character != "'" : !character.isWhitespace {
        rest = rest.dropFirst()
        if character == "\\", let next = rest.first {
          value.append(next)
          rest = rest.dropFirst()
        } else {
          value.append(character)
        }
      }
      if isQuoted {
        guard rest.first == "'" else { return nil }
        rest = rest.dropFirst()
      }
      if key.lowercased() == "password" {
        password = value
      } else {
        guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0 == "_" }) else { return nil }
        kept.append("\(key)=\(start[..<rest.startIndex])")
      }
    }
  }

  /// `postgresql://user:password@host/name?…`.
  private static func address(_ body: String) -> (text: String, password: String?)? {
    guard let mark = body.firstRange(of: "://"),
      ["postgresql", "postgres"].contains(body[..<mark.lowerBound])
    else { return nil }
    let rest = body[mark.upperBound...]
    // Several signs, or the word among the parameters: no guess which part is secret.
    guard rest.filter({ $0 == "@" }).count <= 1, !rest.lowercased().contains("password=") else {
      return nil
    }
    guard let at = rest.firstIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") else {
      return (body, nil)
    }
    let secret = rest[rest.index(after: colon)..<at]
    guard let password = String(secret).removingPercentEncoding else { return nil }
    let open = String(body[..<mark.upperBound]) + String(rest[..<colon])
    return (open + String(rest[at...]), password)
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ isSpace: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isSpace(last) { text.removeLast() }
    return text
  }
}
