import LandGeometry
import LandLayers

/// The files of a made zone, for the program that audits it.
public enum SampleFiles {
  /// `parcels.geojson`, `buildings.geojson` and `zones.geojson` with that many parcels.
  public static func all(parcels: Int) -> [(name: String, bytes: [UInt8])] {
    let ground = SampleGround(parcels: parcels)
    return [
      ("parcels.geojson", ground.parcelsGeoJSON), ("buildings.geojson", ground.buildingsGeoJSON),
      ("zones.geojson", ground.zoneGeoJSON),
    ]
  }
}

extension SampleGround {
  /// The parcels as a GeoJSON file, with the properties of a contract.
  var parcelsGeoJSON: [UInt8] {
    Self.collection("parcels", of: parcels) { parcel, random in
      let year = random.next(2010...2023)
      let area = random.next(3000.0...12_000.0)
      let total = random.next(500.0...9000.0)
      return """
        "parcel_id":"\(Self.identifier(parcel))","zone_id":"JX360101",\
        "name":"南昌恒泰新材料股份有限公司","industry":"新材料","land_use":"工业用地",\
        "supply_mode":"挂牌出让","contract_no":"赣\(year)-\(100_000 + parcel)",\
        "contract_area_m2":\(FixedDecimal.text(area, 2)),"supply_date":"\(year)-03-15",\
        "agreed_start_date":"\(year)-09-20","agreed_finish_date":"\(year + 2)-09-20",\
        "actual_start_date":null,"total_investment":\(FixedDecimal.text(total, 1)),\
        "invested":\(FixedDecimal.text(total * random.next(), 1)),\
        "land_price":\(FixedDecimal.text(random.next(150.0...400.0), 2)),"far_min":1.2,\
        "remark":"\(parcel % 8 == 0 ? "已约谈\\n待整改" : "")"
        """
    }
  }

  /// The buildings as a GeoJSON file.
  var buildingsGeoJSON: [UInt8] {
    Self.collection("buildings", of: buildings) { building, random in
      let floors = random.next(1...6)
      return """
        "building_id":"B\(100_000 + building)","use":"厂房","structure":"钢结构",\
        "floors":\(floors),"height":\(FixedDecimal.text(Double(floors) * 4.2, 1))
        """
    }
  }

  /// The zone as a GeoJSON file.
  var zoneGeoJSON: [UInt8] {
    Self.collection("zones", of: zone) { _, _ in
      #""zone_id":"JX360101","name":"南昌经济技术开发区","level":"国家级""#
    }
  }

  /// The parcels as a text with one WKT polygon a line.
  var parcelsWKT: [UInt8] {
    var bytes: [UInt8] = []
    for parcel in 0..<count {
      Self.appendWKT(parcel, of: parcels, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The parcels as a table with a column of WKT.
  var parcelsCSV: [UInt8] {
    var bytes = Array("parcel_id,zone_id,name,land_use,contract_area_m2,supply_date,wkt\r\n".utf8)
    for parcel in 0..<count {
      bytes += Array(Self.identifier(parcel).utf8)
      bytes += Array(",JX360101,\"南昌恒泰新材料股份有限公司\",工业用地,".utf8)
      FixedDecimal.append(3000 + Double(parcel % 9000) * 1.01, 2, to: &bytes)
      bytes += Array(",2019-03-15,\"".utf8)
      Self.appendWKT(parcel, of: parcels, to: &bytes)
      bytes += Array("\"\r\n".utf8)
    }
    return bytes
  }

  /// The id of a parcel in all of its files.
  static func identifier(_ parcel: Int) -> String { "360101001GB\(100_000 + parcel)" }

  private static func collection(
    _ name: String, of columns: PolygonColumns<Geographic>,
    properties: (Int, inout SampleRandom) -> String
  ) -> [UInt8] {
    var random = SampleRandom(seed: UInt64(columns.vertexCount))
    var bytes = Array(
      #"""
      {"type":"FeatureCollection","name":"\#(name)",\#
      "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},"features":[

      """#.utf8)
    for feature in 0..<columns.featureCount {
      if feature > 0 { bytes += Array(",\n".utf8) }
      bytes += Array(#"{"type":"Feature","properties":{"#.utf8)
      bytes += Array(properties(feature, &random).utf8)
      bytes += Array(#"},"geometry":{"type":"Polygon","coordinates":[["#.utf8)
      for (number, i) in columns.vertices(ofFeature: feature).enumerated() {
        if number > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "["))
        FixedDecimal.append(columns.x[i], 9, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        FixedDecimal.append(columns.y[i], 9, to: &bytes)
        bytes.append(UInt8(ascii: "]"))
      }
      bytes += Array("]]}}".utf8)
    }
    return bytes + Array("\n]}\n".utf8)
  }

  private static func appendWKT(
    _ feature: Int, of columns: PolygonColumns<Geographic>, to bytes: inout [UInt8]
  ) {
    bytes += Array("POLYGON ((".utf8)
    for (number, i) in columns.vertices(ofFeature: feature).enumerated() {
      if number > 0 { bytes += Array(", ".utf8) }
      FixedDecimal.append(columns.x[i], 9, to: &bytes)
      bytes.append(UInt8(ascii: " "))
      FixedDecimal.append(columns.y[i], 9, to: &bytes)
    }
    bytes += Array("))".utf8)
  }
}
