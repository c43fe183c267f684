import LandGeometry

extension Conversion {
  func foreign(_ path: String, _ format: OutputFormat) throws -> [Bilingual] { [] }
}
