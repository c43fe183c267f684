import LandLayers
import Testing

@testable import LandCadastre

@Suite struct TemplateTests {
  private func table(_ template: Template) throws -> AttributeTable {
    let bytes = Array(template.text.utf8)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) && template.text.hasSuffix("\r\n"))
    let table = try CSVReader.readTable(SourceBytes(name: template.fileName, bytes: bytes))
    #expect(table.issues.isEmpty && table.encoding == "UTF-8 (BOM)")
    return table.attributes
  }

  @Test func contracts() throws {
    let table = try table(.contracts)
    let book = ContractBook(reading: table)
    #expect(book.findings.isEmpty, "\(book.findings)")
    let map = FieldMap(names: table.names, role: .contracts)
    #expect(map.bindings.map(\.field) == ContractSlot.fields && map.unrecognised.isEmpty)
    let contract = book.contract(at: 0)
    for (field, _) in Template.contractExample { #expect(contract.text(of: field) != nil) }
    #expect(table.names.contains("出让最低价标准(元/平方米)"))
  }

  @Test func enterprises() throws {
    let table = try table(.enterprises)
    let book = try EnterpriseBook.read(table)
    #expect(book.findings.isEmpty, "\(book.findings)")
    #expect(book.map.bindings.map(\.field) == EnterpriseSlot.fields)
    #expect(book.map.unrecognised.isEmpty && book.rows.first?.extra == [:])
    let enterprise = try #require(book.rows.first)
    for (field, _) in Template.enterpriseExample { #expect(enterprise.text(of: field) != nil) }
  }

  @Test func zoneSaysNothingUntilFilledIn() throws {
    let file = try zone(Template.zone.text)
    #expect(file == ZoneFile(file: "zone.yaml"))
  }

  /// The examples are read, too, so that the template cannot drift from the reader.
  @Test func zoneExamples() throws {
    let lines = Template.zone.text.split(separator: "\n", omittingEmptySubsequences: false)
    let filled = lines.map { line in
      line.hasPrefix("#") && !line.hasPrefix("##") ? line.dropFirst() : line
    }.joined(separator: "\n")
    let file = try zone(filled)
    #expect(file.zoneID?.value == "S369901" && file.layers.count == ZoneLayer.allCases.count)
    #expect(file.official?.imbalances() == [])
    #expect(file.official?.areaHa(of: .a) == 840)
    #expect(file.approvedAreaHa(asOf: .iso("2025-06-30")) == file.official?.totalHa?.value)
    #expect(file.statistics[2024]?.count == ZoneStatistic.allCases.count)
    #expect(file.events.count == 1 && file.attestations.count == 2)
    #expect(file.clusters?.count == 1 && file.materials?.count == 2 && file.procedure?.count == 1)
    #expect(file.figures.zone.count == 1 && file.figures.zoneByYear.count == 1)
    #expect(file.figures.province.count == 1 && file.threeClasses?.layer == "sanqu")
    #expect(file.idleRegister?.endedBy?.count == 4 && file.eventsComplete.count == 3)
    #expect(file.parks != nil && file.centralCity != nil && file.relocationCause != nil)
    #expect(file.supplyReading != nil && file.perMuBase != nil)
  }

  /// What the rules mean is for the reader of rulebooks; here only that no key lost its value, as
  /// an unquoted comma would make it.
  @Test func rulebookIsYAML() throws {
    let root = try YAMLReader.read(
      SourceBytes(name: "rulebook.yaml", bytes: Array(Template.rulebook.text.utf8)))
    try checkValues(root)
    #expect(
      try root.mapping().entries.map(\.key) == [
        "schema", "rulebook", "inputs", "measures", "rules",
      ])
  }

  private func checkValues(_ node: YAMLNode) throws {
    switch node.content {
    case .scalar: #expect(!node.isNull, "line \(node.line)")
    case .sequence(let nodes): for node in nodes { try checkValues(node) }
    case .mapping(let entries):
      for entry in entries {
        #expect(entry.key.utf8.allSatisfy { $0 < 0x80 }, "line \(entry.line): \(entry.key)")
        try checkValues(entry.value)
      }
    }
  }

  private func zone(_ text: String) throws -> ZoneFile {
    try ZoneFileReader.read(SourceBytes(name: "zone.yaml", bytes: Array(text.utf8)))
  }
}

extension TemplateTests {
  /// Every line of the template, taken out of its comment, is a field of its kind of file.
  @Test func fields() throws {
    let bytes = Array(Template.fields.text.utf8)
    let empty = try FieldsFile(SourceBytes(name: "fields.yaml", bytes: bytes))
    #expect(empty.columns.isEmpty)
    var number = 0
    let lines = Template.fields.text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst(3)
    let filled = lines.map { line in
      number += 1
      return line.replacing("#   列名:", with: "  c\(number):").replacing(/^# (\w+:)$/) { $0.1 }
    }.joined(separator: "\n")
    let file = try FieldsFile(SourceBytes(name: "fields.yaml", bytes: Array(filled.utf8)))
    for role in Field.Role.allCases {
      #expect(file.columns[role]?.count == Field.fields(of: role).count)
    }
  }
}
