import GRDB
import LandGeometry
import LandOutput
import LandProjection

/// Why a ledger cannot be opened, read or written.
public enum LedgerError: Error, Hashable, Sendable {
  /// There is no such file (exit status 66).
  case notThere(path: String)
  /// A new ledger would go where something is already (exit status 73).
  case exists(path: String)
  /// The file is no ledger: no SQLite file, or somebody else's (exit status 65).
  case notALedger(path: String)
  /// A later landctl made it (exit status 65).
  case newerSchema(path: String, version: String)
  /// Part of the file is missing or unreadable (exit status 65).
  case damaged(path: String, reason: String)
  /// An event is not what was written, so nothing is added after it (exit status 65).
  case corruptChain(path: String, event: Int)
  /// The file, or the way it was opened, allows no writing (exit status 73).
  case readOnly(path: String)
  /// The disk or a quota is full; the ledger is as it was before (exit status 73).
  case diskFull(path: String, reason: String)
  /// A file cannot be made (exit status 73).
  case cannotCreate(path: String, reason: String)
  /// Another program is writing (exit status 75).
  case busy(path: String)
  /// What was to be written contradicts the ledger: a fault of the caller's (exit status 70).
  case content(Bilingual)
  /// The registry of coordinate systems is missing (exit status 69).
  case projection(ProjectionError)

  /// What is wrong.
  public var message: Bilingual {
    switch self {
    case .notThere(let path):
      Bilingual(zh: "台账文件 \(path) 不存在", en: "there is no ledger \(path)")
    case .exists(let path):
      Bilingual(zh: "\(path) 已存在", en: "\(path) exists already")
    case .notALedger(let path):
      Bilingual(zh: "\(path) 不是 landctl 台账", en: "\(path) is not a ledger of landctl")
    case .newerSchema(let path, let version):
      Bilingual(
        zh: "台账 \(path) 由更新版本的 landctl 建立（结构 \(version)）",
        en: "the ledger \(path) was made by a later landctl (schema \(version))")
    case .damaged(let path, let reason):
      Bilingual(zh: "台账 \(path) 已损坏：\(reason)", en: "the ledger \(path) is damaged: \(reason)")
    case .corruptChain(let path, let event):
      Bilingual(
        zh: "台账 \(path) 第 \(event) 号事件与登记时不一致",
        en: "event \(event) of the ledger \(path) is not what was written")
    case .readOnly(let path):
      Bilingual(zh: "台账 \(path) 不可写", en: "the ledger \(path) cannot be written to")
    case .diskFull(let path, let reason):
      Bilingual(
        zh: "无法写入台账 \(path)：\(reason)", en: "cannot write the ledger \(path): \(reason)")
    case .cannotCreate(let path, let reason):
      Bilingual(zh: "无法建立 \(path)：\(reason)", en: "cannot make \(path): \(reason)")
    case .busy(let path):
      Bilingual(
        zh: "台账 \(path) 正被其他程序写入", en: "another program is writing to the ledger \(path)")
    case .content(let text): text
    case .projection(let error):
      Bilingual(zh: "坐标系定义库不可用：\(error)", en: "no registry of coordinate systems: \(error)")
    }
  }

  /// What the user can do.
  public var remedy: Bilingual {
    switch self {
    case .notThere:
      Bilingual(
        zh: "请检查路径，或用 landctl ledger init 新建",
        en: "check the path, or make one: landctl ledger init")
    case .exists:
      Bilingual(zh: "请换一个文件名", en: "choose another name")
    case .notALedger:
      Bilingual(zh: "请指定 landctl 建立的台账文件", en: "name a file that landctl ledger init made")
    case .newerSchema:
      Bilingual(zh: "请升级 landctl", en: "update landctl")
    case .damaged, .corruptChain:
      Bilingual(
        zh: "请运行 landctl ledger verify，并从备份恢复",
        en: "run landctl ledger verify, and go back to a backup")
    case .readOnly, .cannotCreate:
      Bilingual(zh: "请检查文件和文件夹的权限", en: "check the permissions of the file and its folder")
    case .diskFull:
      Bilingual(
        zh: "请腾出磁盘空间后重试；台账未改动", en: "free some space and try again; the ledger is as before")
    case .busy:
      Bilingual(
        zh: "请在其他程序（如 QGIS）中保存或停止编辑后重试",
        en: "save or stop editing in the other program (QGIS, say) and try again")
    case .content:
      Bilingual(zh: "请报告此问题", en: "report this as a fault of landctl")
    case .projection:
      Bilingual(zh: "请安装 proj-data", en: "install PROJ with its database")
    }
  }

  /// What SQLite says of a file, by its result code.
  init(_ path: String, _ error: any Error) {
    switch error {
    case let error as LedgerError: self = error
    case let error as ProjectionError: self = .projection(error)
    case let error as OutputError: self = .cannotCreate(path: error.path, reason: error.reason)
    case let error as DatabaseError:
      let reason = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_NOTADB: self = .notALedger(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .busy(path: path)
      case .SQLITE_FULL: self = .diskFull(path: path, reason: reason)
      case .SQLITE_IOERR:
        switch error.extendedResultCode {
        case .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_READ:
          self = .damaged(path: path, reason: reason)
        default: self = .diskFull(path: path, reason: reason)
        }
      case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
      case .SQLITE_CANTOPEN: self = .cannotCreate(path: path, reason: reason)
      case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG, .SQLITE_RANGE:
        self = .content(
          Bilingual(zh: "台账不接受该内容：\(reason)", en: "the ledger refuses this: \(reason)"))
      default: self = .damaged(path: path, reason: reason)
      }
    default: self = .damaged(path: path, reason: "\(error)")
    }
  }

  /// Runs a part that may fail in SQLite's ways and says it in the ledger's.
  static func translating<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(LedgerError) -> Value {
    do { return try body() } catch { throw LedgerError(path, error) }
  }
}
