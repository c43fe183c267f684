import Foundation
import LandGeometry
import LandLayers
import Testing

@testable import LandForeign

@Suite("addresses of databases")
struct DatabaseAddressTests {
  @Test(
    "the password is taken out",
    arguments: [
      ("PG:host=h dbname=d password=secret", "PG:host=h dbname=d", "secret"),
      ("PG:PASSWORD = 'se cr\\'et'  host='a b'", "PG:host='a b'", "se cr'et"),
      ("PG:password=a\\ b user=x tables=s.t,u", "PG:user=x tables=s.t,u", "a b"),
      ("PG:postgresql://u:p%40w@h:5432/d", "PG:postgresql://u@h:5432/d", "p@w"),
    ])
  func password(_ name: String, _ text: String, _ password: String) throws {
    let address = try DatabaseAddress(name)
    #expect(address.text == text)
    #expect(address.password == password)
  }

  @Test("without one nothing changes")
  func plain() throws {
    #expect(try DatabaseAddress("PG:dbname=d").password == nil)
    #expect(try DatabaseAddress("PG:postgres://u@h/d").text == "PG:postgres://u@h/d")
    #expect(try DatabaseAddress("PG:").text == "PG:")
  }

  @Test(
    "what cannot be taken apart is refused and not repeated",
    arguments: [
      "PG:secret", "PG:password='secret", "PG:mysql://u:secret@h", "PG:postgresql://u:se@cret@h/d",
      "PG:postgresql://h/d?password=secret", "PG:a b=secret",
    ])
  func refused(_ name: String) {
    do throws(FormatError) {
      _ = try DatabaseAddress(name)
      Issue.record("\(name) was taken")
    } catch { #expect(!"\(error)".contains("secret")) }
  }

  @Test("a server that is not there is an error that keeps the password to itself")
  func absent() throws {
    // Port 1 of this machine has no server.
    let program = try GDALLayerProgram(
      "PG:host=127.0.0.1 port=1 dbname=land user=u password=verysecret")
    do throws(FormatError) {
      _ = try program.layers()
      Issue.record("a server answered")
    } catch {
      #expect(error.kind == .unusable)
      #expect(error.file == "PG:host=127.0.0.1 port=1 dbname=land user=u")
      #expect(!"\(error)".contains("verysecret"))
      #expect(error.remedy.en.contains("PGPASSWORD"))
      #expect(error.message.en.contains("127.0.0.1"), "\(error.message.en)")
    }
  }
}
