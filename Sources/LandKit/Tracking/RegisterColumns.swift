import LandCadastre
import LandForeign
import LandGeometry
import LandLayers

/// Columns of a register that are called otherwise than a table of contracts calls them: the name
/// in the file and what it is.
public struct RegisterColumns: Sendable {
  /// A pair that cannot be used.
  public struct Fault: Error, Hashable, Sendable {
    /// The pair as given, `OLD=NEW`.
    public var pair: String
    /// What is wrong.
    public var message: Bilingual
    /// What to write instead.
    public var remedy: Bilingual
  }

  private var pairs: [(old: String, new: String)] = []

  /// The pairs as ``HeaderSearch`` takes them.
  public var mapping: [String: String] {
    Dictionary(pairs.map { ($0.old, $0.new) }) { first, _ in first }
  }

  /// Reads pairs `OLD=NEW`. Throws where one has no `=`, names something twice or no field.
  public init(_ texts: [String]) throws(Fault) {
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let old = parts.first, let new = parts.last else {
        throw Fault(
          pair: text, message: Bilingual(zh: "应为 原列名=字段", en: "expected OLD=NEW"),
          remedy: Bilingual(zh: "例如 --map 文号=认定书文号", en: "as in --map 文号=认定书文号"))
      }
      guard !pairs.contains(where: { $0.old == old }) else {
        throw Fault(
          pair: text, message: Bilingual(zh: "\(old) 对应了两次", en: "\(old) is mapped twice"),
          remedy: Bilingual(zh: "请只写一次", en: "map it once"))
      }
      guard Self.field(new) != nil else { throw Self.unknown(new, in: text) }
      pairs.append((old, new))
    }
  }

  /// Holds the pairs against the columns of a file: each must be there, and no two columns may be
  /// the same field where one of them was mapped to it.
  ///
  /// - Parameter headers: the names as the file has them.
  public func check(against headers: [String]) throws(Fault) {
    let headers = headers.filter { !$0.isEmpty }
    for pair in pairs {
      let text = "\(pair.old)=\(pair.new)"
      guard headers.contains(pair.old) else {
        let near = SpellingAid.nearest(to: pair.old, among: headers)
        let list = headers.joined(separator: "、")
        throw Fault(
          pair: text,
          message: Bilingual(zh: "文件里没有列 \(pair.old)", en: "the file has no column \(pair.old)"),
          remedy: Bilingual(
            zh: "\(near.map { "是否应为 \($0)?" } ?? "")列名有:\(list)",
            en: "\(near.map { "did you mean \($0)? " } ?? "")the columns are: \(list)"))
      }
      let mapping = mapping
      let rivals = headers.filter { header in
        header != pair.old && Self.field(mapping[header] ?? header) == Self.field(pair.new)
      }
      if let rival = rivals.first {
        throw Fault(
          pair: text,
          message: Bilingual(
            zh: "\(rival) 也是这个字段", en: "\(rival) is that field, too"),
          remedy: Bilingual(
            zh: "请在文件中删去或改名其中一列", en: "delete or rename one of the two columns in the file"))
      }
    }
  }

  private static func field(_ name: String) -> Field? {
    FieldMap(names: [name], role: .contracts).bindings.first?.field
  }

  private static func unknown(_ name: String, in pair: String) -> Fault {
    let fields = Field.fields(of: .contracts)
    let names = fields.flatMap { [$0.rawValue] + $0.names(in: .contracts) }
    let near = SpellingAid.nearest(to: name, among: names)
    let usual: [Field] = [
      .parcelID, .holder, .zoneID, .identifiedNo, .identifiedDate, .idleArea, .causeSpans,
      .disposalWay, .disposedDate, .disposedArea, .agreedStartDate, .startState,
    ]
    let list = usual.map(\.officialName).joined(separator: "、")
    return Fault(
      pair: pair,
      message: Bilingual(zh: "没有字段 \(name)", en: "there is no field \(name)"),
      remedy: Bilingual(
        zh: "\(near.map { "是否应为 \($0)?" } ?? "")常用字段:\(list);全部见 docs/inputs.md",
        en:
          "\(near.map { "did you mean \($0)? " } ?? "")the usual ones: \(list); all: docs/inputs.md"
      ))
  }
}
