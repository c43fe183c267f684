import LandKit

/// How much memory a job was measured to take, at its peak. docs/performance.md says where and how
/// it was measured, and lists the same figures.
struct MemoryNote {
  let job: Bilingual
  let megabytes: Int

  init(_ megabytes: Int, _ zh: String, _ en: String) {
    self.megabytes = megabytes
    job = Bilingual(zh: zh, en: en)
  }

  /// As `--help` and the manual print it.
  var line: String { "\(megabytes) MB  \(job.en) / \(job.zh)" }

  static let audit = [
    MemoryNote(52, "1 000 宗地,含建筑和范围,数据文件", "1 000 parcels with buildings and zones, data files"),
    MemoryNote(80, "10 000 宗地,数据文件", "10 000 parcels, data files"),
    MemoryNote(149, "10 000 宗地,数据文件和报告", "10 000 parcels, data files and report"),
    MemoryNote(368, "100 000 宗地,数据文件", "100 000 parcels, data files"),
    MemoryNote(3120, "1 000 000 宗地,数据文件", "1 000 000 parcels, data files"),
    MemoryNote(
      526, "5 000 000 宗地,--partition-by zone_id", "5 000 000 parcels, --partition-by zone_id"),
  ]
  static let inspect = [MemoryNote(46, "10 000 宗地的 GeoJSON", "a GeoJSON of 10 000 parcels")]
  static let convert = [
    MemoryNote(57, "10 000 宗地,GeoJSON 转 GeoPackage", "10 000 parcels, GeoJSON to GeoPackage"),
    MemoryNote(66, "10 000 宗地,GeoJSON 转 Shapefile", "10 000 parcels, GeoJSON to shapefile"),
  ]
  static let explain = [
    MemoryNote(117, "10 000 宗地中的一宗", "one of 10 000 parcels with buildings and zones")
  ]
  static let expansion = [
    MemoryNote(53, "一个 300 宗地的开发区的审查", "the check of a zone of 300 parcels")
  ]
  static let prepare = [
    MemoryNote(162, "一个 300 宗地的开发区的申报材料", "the papers of a zone of 300 parcels")
  ]
  static let verify = [
    MemoryNote(162, "一个 300 宗地的开发区的申报材料", "the papers of a zone of 300 parcels")
  ]
  static let report = [
    MemoryNote(109, "10 000 宗地的审查报告", "the page of an audit of 10 000 parcels"),
    MemoryNote(55, "台账的年度报表", "the statement of a ledger's year"),
    MemoryNote(54, "一个 300 宗地的开发区的审查", "the page of a zone of 300 parcels"),
  ]
  static let ledgerUpdate = [
    MemoryNote(111, "由 10 000 宗地更新台账", "an update from 10 000 parcels")
  ]
  static let ledgerRead = [
    MemoryNote(55, "10 000 宗地、504 个案件的台账", "a ledger of 10 000 parcels and 504 cases")
  ]
  static let rules = [MemoryNote(43, "全部内置规则库", "all shipped rulebooks")]
  static let doctor = [MemoryNote(66, "检查,含其运行的程序", "the checks with the programs that they run")]
  static let small = [MemoryNote(31, "与输入无关", "whatever is asked for")]
}
