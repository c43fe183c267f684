import LandCadastre
import LandCompliance
import LandGeometry
import LandLayers
import LandRulebook

/// Reads the zone files of an audit and chooses its rulebooks: what the user names, else what holds
/// in the territories of the zones, always as it stands on the day.
public struct RuleChoice: Sendable {
  /// The zone files, in the order given.
  public let zoneFiles: [ZoneFile]
  /// The rulebooks.
  public let selection: RuleSelection

  /// Reads and chooses.
  ///
  /// - Parameters:
  ///   - rules: names of books or families, or paths of rulebook files (with a `/` or ending in
  ///     `.yaml` or `.yml`).
  ///   - zones: paths of zone files.
  ///   - asOf: the day of the audit.
  public init(rules: [String], zones: [String], asOf: CalendarDate) throws(AuditError) {
    var files: [ZoneFile] = []
    for path in zones {
      let file: ZoneFile
      do throws(FormatError) { file = try ZoneFileReader.read(path: path) } catch {
        throw .format(error)
      }
      if let id = file.zoneID, let earlier = files.first(where: { $0.zoneID?.value == id.value }) {
        throw .format(
          FormatError(
            file: path, line: id.line,
            message: Bilingual(
              zh: "开发区 \(id.value) 已在 \(earlier.file) 中描述",
              en: "the zone \(id.value) is described in \(earlier.file) already"),
            remedy: Bilingual(zh: "每个开发区只给一个文件", en: "give one file a zone")))
      }
      files.append(file)
    }
    zoneFiles = files
    let paths = rules.filter(Self.isPath)
    let wantsNothing = rules.isEmpty && zones.isEmpty
    let library = wantsNothing ? .essential : try Self.library(adding: paths)
    do throws(RuleSelection.Failure) {
      selection = try RuleSelection(
        library, names: rules.filter { !Self.isPath($0) },
        territories: ZoneBook.territories(of: files), asOf: asOf)
    } catch { throw .rules(error) }
  }

  /// The shipped rulebooks and files of the user's.
  public static func library(adding paths: [String]) throws(AuditError) -> RulebookLibrary {
    guard !paths.isEmpty else { return .shipped }
    var sources: [SourceBytes] = []
    do throws(FormatError) {
      for path in paths { sources.append(try SourceBytes.open(path)) }
    } catch { throw .format(error) }
    do throws(YAMLError) { return try RulebookLibrary(adding: sources) } catch {
      throw .format(error.formatError)
    }
  }

  /// Whether a value of `--rules` is a file rather than the name of a book.
  public static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}
