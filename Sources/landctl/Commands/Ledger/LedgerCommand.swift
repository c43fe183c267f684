import ArgumentParser

/// `landctl ledger`: idle land from suspicion to disposal, year after year, in one file.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Follow idle land from suspicion to disposal / 闲置土地台账",
    discussion: HelpText(
      about: """
        The ledger is one GeoPackage file, which QGIS and ArcGIS open. Nothing in it is ever \
        changed or deleted: what was wrong is followed by a correction with its author and \
        reason. / 台账是一个 GeoPackage 文件,可用 QGIS、ArcGIS 打开。其中的记录从不改动或删除:有误的,后附更正及其经办人和理由。
        """,
      examples: """
        landctl ledger init land.gpkg --territory 369900
        landctl ledger update land.gpkg --parcels 2025.geojson --contracts 2025.csv --by 张三
        landctl ledger status land.gpkg --due 30
        landctl ledger record land.gpkg 2025-0001 finding --date 2026-03-01 --document 认字1号 \\
          --clause '2(1)' --area 8000 --causes own:2024-10-01/ --by 张三
        landctl ledger year land.gpkg 2026 --output statement
        """,
      endings: Endings([.reads, .components, .writes, .ledger], one: .differs)
    ).discussion,
    subcommands: [
      LedgerInitCommand.self, LedgerUpdateCommand.self, LedgerRecordCommand.self,
      LedgerStatusCommand.self, LedgerShowCommand.self, LedgerYearCommand.self,
      LedgerDiffCommand.self, LedgerImportCommand.self, LedgerExportCommand.self,
      LedgerBackupCommand.self, LedgerVerifyCommand.self,
    ])
}
