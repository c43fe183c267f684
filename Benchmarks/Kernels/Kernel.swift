/// One piece of inner work that is timed and counted, with an input of its own.
public struct Kernel: Sendable {
  /// What it is called in tables; lower case with hyphens.
  public let name: String
  /// What its cost is given per.
  public let unit: Unit
  /// How many of them one pass works through.
  public let items: Int
  /// Does the work once and returns a number that depends on all of it, so that none can be left
  /// out. The same every time.
  public let pass: @Sendable () -> Double

  /// What costs are given per.
  public enum Unit: String, Sendable {
    /// A vertex of a ring, closing ones included.
    case vertex
    /// A feature of a layer.
    case feature
    /// Two neighbouring parcels.
    case pair
    /// A byte of an input file.
    case byte
    /// A number.
    case number
    /// A field of a table.
    case field
  }

  init(
    _ name: String, per unit: Unit, items: Int, _ pass: @escaping @Sendable () -> Double
  ) {
    self.name = name
    self.unit = unit
    self.items = items
    self.pass = pass
  }

  /// The name of every kernel, in the order of tables.
  public static let names: [String] = makers.map(\.name)

  /// Makes a kernel and its input; nil for a name that no kernel has.
  ///
  /// - Parameter parcels: how many parcels the input has.
  public static func named(_ name: String, parcels: Int) -> Kernel? {
    makers.first { $0.name == name }?.make(SampleGround(parcels: parcels))
  }

  private struct Maker {
    let name: String
    let make: @Sendable (SampleGround) -> Kernel
  }

  private static let makers: [Maker] = (measures + overlays + readers + writers).map { entry in
    Maker(name: entry.name) { entry.make(entry.name, $0) }
  }

  /// Kernels of one kind: their names, and what makes them.
  typealias Entry = (name: String, make: @Sendable (String, SampleGround) -> Kernel)
}
