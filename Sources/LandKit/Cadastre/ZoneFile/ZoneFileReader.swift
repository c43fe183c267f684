import LandGeometry
import LandLayers

/// Reads `zone.yaml`. Every fault is an error with line and column: the file is written by hand and
/// decides what a zone is judged by, so nothing in it is skipped.
public struct ZoneFileReader {
  /// The folder that relative paths are resolved against, with a slash at its end, or empty.
  let folder: String

  /// Reads a file.
  ///
  /// - Throws: `FormatError` with the place: the file cannot be opened, is no YAML, or
  ///   ``read(_:)`` refuses it.
  public static func read(path: String) throws(FormatError) -> ZoneFile {
    let source = try SourceBytes.open(path)
    do throws(YAMLError) { return try read(source) } catch { throw error.formatError }
  }

  /// Reads bytes in memory; relative paths in them are resolved against the folder of their name.
  ///
  /// - Throws: `YAMLError` for what is no YAML, unknown keys and words, missing keys, negative
  ///   areas, inverted dates and ids given twice.
  public static func read(_ source: SourceBytes) throws(YAMLError) -> ZoneFile {
    let folder =
      source.name.lastIndex(of: "/").map { String(source.name[...$0]) } ?? ""
    return try ZoneFileReader(folder: folder).zoneFile(try YAMLReader.read(source))
  }

  private func zoneFile(_ root: YAMLNode) throws(YAMLError) -> ZoneFile {
    var map = try root.mapping()
    let schema = try map.take("schema")
    if try schema.int() != 1 {
      throw schema.error(
        "不支持的 schema:\(schema.text ?? "")", "unknown schema \(schema.text ?? "")",
        remedy: Bilingual(zh: "本程序读取 schema: 1", en: "this program reads schema: 1"))
    }
    var file = ZoneFile(file: root.file)
    if let zone = map.takeOptional("zone") { try identity(zone, into: &file) }
    file.approvals = try list(&map, "approvals") { (node) throws(YAMLError) in
      try approval(node)
    }
    if let layers = map.takeOptional("layers") { file.layers = try self.layers(layers) }
    file.official = try map.plain("official") { (node) throws(YAMLError) in
      try official(node)
    }
    file.supplyReading = try map.sourcedWord("supply_reading")
    file.perMuBase = try map.sourcedWord("per_mu_base")
    file.idleRegister = try map.plain("idle_register") { (node) throws(YAMLError) in
      try idleRegister(node)
    }
    file.events = try list(&map, "events") { (node) throws(YAMLError) in try event(node) } ?? []
    if let spans = map.takeOptional("events_complete") {
      file.eventsComplete = try completeSpans(spans)
    }
    file.attestations =
      try list(&map, "attestations") { (node) throws(YAMLError) in try attestation(node) } ?? []
    file.clusters = try list(&map, "clusters") { (node) throws(YAMLError) in try cluster(node) }
    file.parks = try map.sourcedCount("parks")
    file.centralCity = try map.sourcedTruth("central_city")
    file.relocationCause = try map.sourcedWord("relocation_cause")
    if let years = map.takeOptional("statistics") { file.statistics = try statistics(years) }
    file.threeClasses = try map.plain("three_classes") { (node) throws(YAMLError) in
      try layer(node)
    }
    file.materials = try list(&map, "materials") { (node) throws(YAMLError) in
      try material(node)
    }
    file.procedure = try list(&map, "procedure") { (node) throws(YAMLError) in try step(node) }
    if let figures = map.takeOptional("figures") { file.figures = try self.figures(figures) }
    try map.finish()
    try refuseRepeated(root, file)
    return file
  }

  private func identity(_ node: YAMLNode, into file: inout ZoneFile) throws(YAMLError) {
    var map = try node.mapping()
    file.zoneID = try map.sourcedText("id")
    file.name = try map.sourcedText("name")
    file.level = try map.sourcedWord("level")
    file.territory = try map.sourced("territory") { (node) throws(YAMLError) in
      let code = try node.string()
      if code.utf8.count == 6, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        return code
      }
      throw node.expected("6 位行政区划代码(GB/T 2260)", "six digits of GB/T 2260")
    }
    file.asOf = try map.sourcedDay("as_of")
    try map.finish()
  }

  /// The elements of an optional list, each a mapping.
  func list<Element>(
    _ map: inout YAMLMapping, _ key: String, _ read: (YAMLNode) throws(YAMLError) -> Element
  ) throws(YAMLError) -> [Element]? {
    guard let node = map.takeOptional(key) else { return nil }
    var elements: [Element] = []
    for element in try node.sequence() { elements.append(try read(element)) }
    return elements
  }

  /// A path, resolved against the zone file's folder.
  func file(_ node: YAMLNode) throws(YAMLError) -> FileReference {
    let written = try node.string()
    return FileReference(path: resolved(written), written: written)
  }

  /// A path with an optional layer behind a colon, resolved likewise.
  func layer(_ node: YAMLNode) throws(YAMLError) -> FileReference {
    let written = try node.string()
    guard let colon = written.lastIndex(of: ":") else {
      return FileReference(path: resolved(written), written: written)
    }
    let name = String(written[written.index(after: colon)...])
    if name.isEmpty || name.contains("/") || colon == written.startIndex {
      throw node.expected("文件名或 文件名:图层名", "a file or FILE:LAYER")
    }
    return FileReference(
      path: resolved(String(written[..<colon])), layer: name, written: written)
  }

  private func resolved(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }
}
