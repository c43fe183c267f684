import LandGeometry

/// What is wrong with a ledger.
public enum LedgerProblem: Hashable, Sendable {
  /// How an object of the schema differs.
  public enum Difference: Hashable, Sendable {
    /// It is not there.
    case missing
    /// It is defined otherwise.
    case altered
    /// A trigger on a table of the ledger that landctl did not make.
    case added
  }

  /// A column of the event is not what was written.
  case eventChanged(Int)
  /// There is no event with the number.
  case eventMissing(Int)
  /// The event was not written by landctl: it lies after the end that was noted.
  case eventInserted(Int)
  /// The event does not follow the one before it: one of the two was replaced.
  case chainBroken(Int)
  /// The note of the chain's end is missing or not of the last event.
  case headDiffers
  /// The row of the event's document is missing, changed or added.
  case documentDiffers(event: Int)
  /// The case is not what was opened, or no event opened it.
  case caseDiffers(String)
  /// The survey, its parcels or its lineage is not what was taken in, or no event speaks for it.
  case surveyDiffers(Int)
  /// The run is not what was written, or no event speaks for it.
  case runDiffers(Int)
  /// Another program edited a table that only landctl writes, in these rows (`fid`): changed, added
  /// or missing; none where the ledger does not say which.
  case tableEdited(String, rows: [Int] = [])
  /// A table, index or trigger is not as the schema makes it.
  case schema(String, Difference)
  /// The registration of a table as GeoPackage is not as the schema makes it.
  case metadata(String)
  /// The spatial index of a layer does not fit its rows.
  case spatialIndex(String)
  /// SQLite finds the file itself damaged.
  case integrity(String)
  /// A row refers to one that is not there.
  case reference(table: String)

  private static func few(_ rows: [Int]) -> String {
    rows.prefix(10).map(String.init).joined(separator: ", ") + (rows.count > 10 ? "…" : "")
  }

  /// What is wrong, for people.
  public var text: Bilingual {
    switch self {
    case .eventChanged(let n):
      Bilingual(zh: "第 \(n) 号事件被改动", en: "event \(n) was changed")
    case .eventMissing(let n):
      Bilingual(zh: "第 \(n) 号事件缺失", en: "event \(n) is missing")
    case .eventInserted(let n):
      Bilingual(zh: "第 \(n) 号事件非 landctl 登记", en: "event \(n) was not written by landctl")
    case .chainBroken(let n):
      Bilingual(
        zh: "第 \(n) 号事件与前一事件不衔接", en: "event \(n) does not follow the one before it")
    case .headDiffers:
      Bilingual(zh: "事件链末端记录不符", en: "the note of the chain's end is not right")
    case .documentDiffers(let n):
      Bilingual(
        zh: "第 \(n) 号事件的文书记录不符", en: "the document of event \(n) is not what was written")
    case .caseDiffers(let id):
      Bilingual(zh: "案件 \(id) 与立案时不符", en: "the case \(id) is not what was opened")
    case .surveyDiffers(let n):
      Bilingual(zh: "第 \(n) 次入库的宗地被改动", en: "survey \(n) is not what was taken in")
    case .runDiffers(let n):
      Bilingual(zh: "第 \(n) 次审查记录被改动", en: "run \(n) is not what was written")
    case .tableEdited(let name, let rows):
      Bilingual(
        zh: "表 \(name) 被其他程序编辑" + (rows.isEmpty ? "" : "（第 \(Self.few(rows)) 行）"),
        en: "another program edited the table \(name)"
          + (rows.isEmpty ? "" : " (rows \(Self.few(rows)))"))
    case .schema(let name, .missing):
      Bilingual(zh: "缺少 \(name)", en: "\(name) is missing")
    case .schema(let name, .altered):
      Bilingual(zh: "\(name) 的定义被改动", en: "\(name) is defined otherwise")
    case .schema(let name, .added):
      Bilingual(zh: "存在外来触发器 \(name)", en: "\(name) is a trigger that landctl did not make")
    case .metadata(let name):
      Bilingual(
        zh: "\(name) 的 GeoPackage 登记不符", en: "the GeoPackage registration of \(name) is not right")
    case .spatialIndex(let name):
      Bilingual(zh: "图层 \(name) 的空间索引不符", en: "the spatial index of \(name) does not fit")
    case .integrity(let reason):
      Bilingual(zh: "SQLite 完整性检查：\(reason)", en: "SQLite's integrity check: \(reason)")
    case .reference(let table):
      Bilingual(
        zh: "表 \(table) 引用了不存在的记录", en: "a row of \(table) refers to one that is not there")
    }
  }
}
