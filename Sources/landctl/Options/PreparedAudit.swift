import ArgumentParser
import LandKit

/// An audit as the command line asks for it: options, rulebooks and files, before anything large is
/// read. What is wrong is said here.
struct PreparedAudit {
  let options: AuditOptions
  let paths: AuditPaths
  let zoneFiles: [ZoneFile]
  private let language: Language

  /// Prepares an audit of `parcels`, or of the layer that the zone file names.
  init(
    _ parcels: String?, _ arguments: AuditArguments, _ language: Language, zone: String? = nil
  ) throws {
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(arguments.asOf)
    let choice: RuleChoice
    do throws(AuditError) {
      choice = try RuleChoice(
        rules: arguments.rules, zones: (zone.map { [$0] } ?? []) + arguments.zoneFiles, asOf: day)
    } catch { throw Terminal.said(errors.failure(error)) }
    var options = try arguments.options(rules: choice.selection)
    options.opening = try arguments.reading.options(errors)
    if let crs = arguments.crs {
      do throws(ProjectionError) {
        options.survey.system = try CoordinateSystem(option: crs)
      } catch { throw Terminal.said(errors.failure("--crs \(crs)", error)) }
    }
    guard let parcels = parcels ?? choice.zoneFiles.first?.layers[.parcels]?.text else {
      throw Terminal.said(
        errors.failure(
          .inputUnusable, zone ?? "", Bilingual(zh: "没有写明宗地图层", en: "no layer of parcels is named"),
          Bilingual(
            zh: "请填写 layers.parcels 或加上 --parcels", en: "fill in layers.parcels or pass --parcels"))
      )
    }
    var paths = AuditPaths(parcels: parcels)
    paths.buildings = arguments.buildings
    paths.zones = arguments.zones
    paths.contracts = arguments.contracts
    paths.enterprises = arguments.enterprises
    paths.zoneFiles = (zone.map { [$0] } ?? []) + arguments.zoneFiles
    paths.takeLayers(of: choice.zoneFiles)
    self.language = language
    self.options = options
    self.paths = paths
    zoneFiles = choice.zoneFiles
  }

  /// Reads and places the files.
  func inputs(digests: Bool) throws(AuditError) -> AuditInputs {
    let inputs = try AuditInputs(paths, options: options, digests: digests, zoneFiles: zoneFiles)
    say(inputs.notes)
    return inputs
  }

  /// Says how tables were read.
  func say(_ notes: [(file: String, text: Bilingual)]) {
    for note in notes { Terminal.note("\(note.file): " + language(note.text)) }
  }
}
