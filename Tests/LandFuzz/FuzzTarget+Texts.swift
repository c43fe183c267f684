import LandCadastre
import LandForeign
import LandGeometry
import LandLayers
import LandRulebook

extension FuzzTarget {
  static func geoJSON(_ bytes: [UInt8]) {
    let source = SourceBytes(name: "fuzz.geojson", bytes: bytes)
    let whole = outcome { () throws(FormatError) in try GeoJSONReader.readLayer(source) }
    let pieces = outcome { () throws(FormatError) in
      try GeoJSONReader.readLayer(
        source, sharing: GeoJSONSharing(workers: Workers(count: 2), pieceLength: 61))
    }
    precondition(whole == pieces, "read in pieces, it is another layer")
    _ = outcome { () throws(FormatError) in
      try GeoJSONReader.readLayer(source, isSequence: true)
    }
  }

  static func wkt(_ bytes: [UInt8]) {
    let source = SourceBytes(name: "fuzz.wkt", bytes: bytes)
    _ = outcome { () throws(FormatError) in try WKTReader.readLayer(source) }
  }

  static func exchangeText(_ bytes: [UInt8]) {
    let source = SourceBytes(name: "fuzz.txt", bytes: bytes)
    _ = outcome { () throws(FormatError) in try ExchangeTextReader.readLayer(source) }
  }

  static func csv(_ bytes: [UInt8]) {
    let source = SourceBytes(name: "fuzz.csv", bytes: bytes)
    _ = outcome { () throws(FormatError) in try CSVReader.readLayer(source) }
    // A workbook would be handed to another program.
    guard !TableOpener.isWorkbook(source) else { return }
    // One of the two, for speed; the length decides, so that a case stays what it is.
    let role = bytes.count.isMultiple(of: 2) ? Field.Role.contracts : .enterprises
    do throws(FormatError) {
      check(try TableOpener(HeaderSearch(role), environment: [:]).read(source).table, role)
    } catch { check(error) }
  }

  static func json(_ bytes: [UInt8]) {
    let source = SourceBytes(name: "fuzz.json", bytes: bytes)
    do throws(FormatError) {
      check(try JSONTableReader.readTable(source), .contracts)
    } catch { check(error) }
  }

  static func rulebook(_ bytes: [UInt8]) {
    let source = SourceBytes(name: "fuzz.yaml", bytes: bytes)
    do throws(YAMLError) {
      _ = try RulebookReader.read([source])
    } catch { check(error) }
  }

  static func zone(_ bytes: [UInt8]) {
    let source = SourceBytes(name: "fuzz.yaml", bytes: bytes)
    do throws(YAMLError) { _ = try ZoneFileReader.read(source) } catch { check(error) }
    do throws(YAMLError) { _ = try FieldsFile(source) } catch { check(error) }
    do throws(YAMLError) { _ = try ShiftFile(source) } catch { check(error) }
  }
}
