import Foundation
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandForeign

/// A server of its own in a temporary folder, with a password, gone with its owner.
private final class PostGISServer {
  private let scratch: Scratch
  private let port: Int
  // In the foreground, as a child of this process: a server that goes its own way keeps what it
  // inherits open, and whoever started it waits for ever.
  private let server = Process()

  init(port: Int) throws {
    scratch = try Scratch()
    self.port = port
    let versions = try FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")
    let programs = "/usr/lib/postgresql/\(versions.sorted().last ?? "")/bin/"
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777], ofItemAtPath: scratch.folder.path)
    try scratch.write("pw", "geheim")
    // The server refuses to run as root.
    let user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    let start = getuid() == 0 ? user : []
    let made = try Extras.run(
      start + [
        programs + "initdb", "-D", scratch.path("data"), "-U", "land", "-N", "-A", "scram-sha-256",
        "--pwfile=" + scratch.path("pw"),
      ])
    try #require(made.status == 0)
    server.executableURL = URL(filePath: "/usr/bin/env")
    server.arguments =
      start + [
        programs + "postgres", "-D", scratch.path("data"), "-p", "\(port)", "-F", "-c",
        "listen_addresses=127.0.0.1", "-k", scratch.folder.path,
      ]
    server.standardInput = FileHandle.nullDevice
    server.standardOutput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.run()
    for _ in 0..<600 {
      let ready = ["pg_isready", "-q", "-h", "127.0.0.1", "-p", "\(port)"]
      if try Extras.run(ready).status == 0 { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    Issue.record("the server does not answer")
  }

  deinit {
    // An interrupt ends it without waiting for anybody.
    server.interrupt()
    server.waitUntilExit()
  }

  /// Runs another program on the database.
  func hand(_ command: [String]) throws -> Int32 {
    try Extras.run(["env", "PGPASSWORD=geheim"] + command).status
  }

  var address: String { "PG:host=127.0.0.1 port=\(port) user=land dbname=postgres" }
  var psql: [String] {
    ["psql", "-h", "127.0.0.1", "-p", "\(port)", "-U", "land", "-d", "postgres", "-qc"]
  }
}

@Suite("layers of a PostGIS database", .enabled(if: Extras.areWanted))
struct PostGISExtrasTests {
  @Test("a table is read with its key, its system and its values; the password is told nobody")
  func table() throws {
    let server = try PostGISServer(port: 5998)
    try #require(
      server.hand(server.psql + ["CREATE EXTENSION postgis; CREATE SCHEMA 地籍"]) == 0)
    let original = fixtures.appendingPathComponent("foreign/parcels.geojson").path
    try #require(
      server.hand([
        "ogr2ogr", "-f", "PostgreSQL", server.address, original, "-nln", "地籍.宗地", "-lco",
        "FID=gid", "-a_srs", "EPSG:4490",
      ]) == 0)
    try #require(server.hand(server.psql + ["UPDATE 地籍.宗地 SET gid = gid + 40"]) == 0)
    let program = try GDALLayerProgram(server.address + " password=geheim")
    #expect(try program.layers().map(\.name) == ["地籍.宗地"])
    let layer = try program.read(layer: "地籍.宗地")
    let expected = try GeoJSONReader.readLayer(SourceBytes.open(original))
    #expect(layer.format == "PostGIS (GDAL)")
    #expect(layer.file == server.address)
    #expect(layer.declaredCRS == "EPSG:4490")
    #expect(layer.state == [.polygon, .polygon])
    #expect(layer.geometry.x == expected.geometry.x)
    #expect(layer.geometry.y == expected.geometry.y)
    #expect((0..<2).map { layer.identifier(of: $0) } == ["41", "42"])
    for name in ["parcel_id", "名称"] {
      let (a, b) = (layer.attributes.column(named: name), expected.attributes.column(named: name))
      let (own, other) = (try #require(a), try #require(b))
      #expect(
        layer.attributes.value(row: 0, column: own)
          == expected.attributes.value(row: 0, column: other))
    }
    do throws(FormatError) {
      _ = try GDALLayerProgram(server.address + " password=falsch").layers()
      Issue.record("a wrong password was taken")
    } catch { #expect(!"\(error)".contains("falsch")) }
  }
}
