import LandCadastre
import LandGeometry
import LandLayers
import LandProjection

/// A file that gives the parameters of a transformation to CGCS2000 and says where they come from.
///
/// ```yaml
/// schema: 1
/// source: 某测绘资料(文号)
/// date: 2019-03-01
/// from: EPSG:2362
/// to: EPSG:4526
/// method: seven_parameters
/// convention: position_vector
/// parameters: {tx: 0, ty: 0, tz: 0, rx: 0, ry: 0, rz: 0, scale_ppm: 0}
/// ```
public struct ShiftFile: Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// Who answers for the parameters; never empty.
  public let source: String
  /// When they were made or given out; nil where the file does not say.
  public let day: CalendarDate?
  /// The way.
  public let shift: DatumShift
  /// The parameters by their names in the file, in its order of names.
  public let parameters: [(name: String, value: Double)]
  /// SHA-256 of the file.
  public let sha256: String

  /// The formula, for machine output: `seven_parameters:position_vector`.
  public var method: String {
    switch shift.method {
    case .sevenParameters(let parameters): "seven_parameters:\(parameters.convention.rawValue)"
    case .fourParameters: "four_parameters"
    }
  }

  /// Reads a file.
  ///
  /// - Throws: `FormatError` with the place: unknown or missing keys, a system that is none of the
  ///   old ones, a source left empty.
  public static func read(path: String) throws(FormatError) -> ShiftFile {
    let source = try SourceBytes.open(path)
    do throws(YAMLError) { return try ShiftFile(source) } catch { throw error.formatError }
  }

  /// Reads bytes in memory.
  public init(_ source: SourceBytes) throws(YAMLError) {
    try self.init(YAMLReader.read(source), sha256: source.sha256())
  }

  private init(_ root: YAMLNode, sha256: String) throws(YAMLError) {
    var map = try root.mapping()
    let schema = try map.take("schema")
    if try schema.int() != 1 {
      throw schema.error(
        "不支持的 schema:\(schema.text ?? "")", "unknown schema \(schema.text ?? "")",
        remedy: Bilingual(zh: "本程序读取 schema: 1", en: "this program reads schema: 1"))
    }
    let origin = try map.take("source")
    guard let named = AttributeValue.text(try origin.string()).trimmedText() else {
      throw origin.expected("参数的来源(单位、文号)", "where the parameters come from")
    }
    source = named
    if let node = map.takeOptional("date") { day = try node.day() } else { day = nil }
    let fromNode = try map.take("from")
    let from = try Self.code(fromNode)
    let toNode = map.takeOptional("to")
    let to = if let toNode { try Self.code(toNode) } else { Int?.none }
    let methodNode = try map.take("method")
    let convention = map.takeOptional("convention")
    let values = try map.take("parameters")
    try map.finish()
    let method: DatumShift.Method
    (method, parameters) = try Self.method(methodNode, convention, values)
    do throws(ProjectionError) {
      shift = try DatumShift(from: from, to: to, method: method)
    } catch {
      throw fromNode.error(error.message.zh, error.message.en, remedy: error.remedy)
    }
    file = root.file
    self.sha256 = sha256
  }

  private static func method(
    _ node: YAMLNode, _ convention: YAMLNode?, _ values: YAMLNode
  ) throws(YAMLError) -> (DatumShift.Method, [(name: String, value: Double)]) {
    let word = try node.string()
    var map = try values.mapping()
    var list: [(name: String, value: Double)] = []
    func take(_ name: String, within limit: Double) throws(YAMLError) -> Double {
      let node = try map.take(name)
      let value = try node.double()
      guard value.magnitude <= limit else {
        throw node.error(
          "\(name) 超出合理范围(±\(limit))", "\(name) is beyond all reason (±\(limit))",
          remedy: Bilingual(
            zh: "请核对单位:平移为米,旋转为角秒,尺度为 ppm",
            en: "check the units: shifts in metres, rotations in seconds of arc, scale in ppm"))
      }
      list.append((name, value))
      return value
    }
    switch word {
    case "seven_parameters":
      guard let convention else {
        throw node.error(
          "缺少键 convention", "the key convention is missing",
          remedy: Bilingual(
            zh: "position_vector 或 coordinate_frame:旋转参数的正负号相反,须按成果资料写明",
            en:
              "position_vector or coordinate_frame: rotations have opposite signs; take it from the document"
          ))
      }
      let known = DatumShift.SevenParameters.Convention.allCases.map(\.rawValue)
      guard let kind = DatumShift.SevenParameters.Convention(rawValue: try convention.string())
      else { throw convention.unknownWord(try convention.string(), among: known) }
      let parameters = DatumShift.SevenParameters(
        tx: try take("tx", within: 2000), ty: try take("ty", within: 2000),
        tz: try take("tz", within: 2000), rx: try take("rx", within: 60),
        ry: try take("ry", within: 60), rz: try take("rz", within: 60),
        scale: try take("scale_ppm", within: 1000), convention: kind)
      try map.finish()
      return (.sevenParameters(parameters), list)
    case "four_parameters":
      if let convention {
        throw convention.error("四参数不用 convention", "four parameters have no convention")
      }
      let parameters = DatumShift.FourParameters(
        dx: try take("dx", within: 1e8), dy: try take("dy", within: 1e8),
        rotation: try take("rotation_sec", within: 648_000),
        scale: try take("scale_ppm", within: 10_000))
      try map.finish()
      return (.fourParameters(parameters), list)
    default: throw node.unknownWord(word, among: ["seven_parameters", "four_parameters"])
    }
  }

  /// `EPSG:2362` or `2362`.
  private static func code(_ node: YAMLNode) throws(YAMLError) -> Int {
    let text = try node.string().uppercased()
    guard let code = Int(text.hasPrefix("EPSG:") ? String(text.dropFirst(5)) : text) else {
      throw node.expected("EPSG:代号", "EPSG:CODE")
    }
    return code
  }

  /// Equal when everything but the order of the file is.
  public static func == (a: ShiftFile, b: ShiftFile) -> Bool {
    a.file == b.file && a.source == b.source && a.day == b.day && a.shift == b.shift
      && a.sha256 == b.sha256
  }

  /// Hashes the file's digest.
  public func hash(into hasher: inout Hasher) { hasher.combine(sha256) }
}
