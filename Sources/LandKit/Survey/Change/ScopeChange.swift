import LandCadastre
import LandGeometry
import LandLayers
import LandTopology

/// A block that a change of the scope takes in or gives up; areas in m².
public struct ChangeBlock: Hashable, Sendable {
  /// Its name, else `#index`.
  public var id: String
  /// Index of its feature, from 0.
  public var feature: Int
  /// Which way it goes.
  public var direction: ChangeDirection
  /// As drawn.
  public var area: Double
  /// What counts of it: taken in and not in the scope already, or given up and in the scope.
  public var counted: Double
  /// The rest: in the scope already, or outside it, or taken in by another block.
  public var rest: Double { max(0, area - counted) }
}

/// The scope of a zone before and after a change: after = (before − given up) ∪ taken in. Areas in
/// m², each ground once.
public struct ScopeChange: Sendable {
  /// The plane that the polygons are on.
  public let plane: SupplyPlane
  /// The scope in force.
  public let before: Region<Plane>
  /// The scope after the change, for others to draw (``Region/columns``).
  public let after: Region<Plane>
  /// The proposed blocks as drawn, one feature each.
  public let proposed: PolygonColumns<Plane>
  /// The blocks, in the order of their layer.
  public let blocks: [ChangeBlock]
  /// Ground taken in that was not in the scope.
  public let taken: Double
  /// Ground given up that was in it and is not taken in again.
  public let given: Double
  /// Ground of blocks taken in that is in the scope already.
  public let takenAlready: Double
  /// Ground of blocks given up that is not in the scope.
  public let givenOutside: Double
  /// Ground of the scope that both kinds of blocks hold: it stays.
  public let contradicted: Double

  /// Area before less given up plus taken in, less the area after: how far the parts miss it.
  public var residual: Double { before.area + taken - given - after.area }
  /// Sum of the blocks less what they come to together: what blocks count twice.
  public var blockResidual: Double {
    blocks.reduce(0) { $0 + $1.counted } - taken - given
  }
}

extension ZoneGround {
  /// The change that a layer of proposed blocks makes. Blocks without a word on which way they go
  /// are taken in.
  ///
  /// - Throws: ``SupplyError`` where a block is no valid polygon, says something else than in or
  ///   out, or cannot be overlaid.
  public func change(by proposed: PlacedLayer) throws(SupplyError) -> ScopeChange {
    let ground = try boundary(proposed)
    let table = proposed.layer.attributes
    let column = ChangeColumn(names: table.names)
    var directions: [ChangeDirection] = []
    for feature in 0..<proposed.count {
      let word = column.word(of: feature, in: table)
      guard let direction = word.map(ChangeDirection.init(word:)) ?? .in else {
        throw .unknownChange(file: ground.file, id: ground.ids[feature], word: word ?? "")
      }
      directions.append(direction)
    }
    do throws(TopologyError) { return try change(ground, directions) } catch {
      throw .topology(file: ground.file, error)
    }
  }

  private func change(
    _ ground: ScopeGround, _ directions: [ChangeDirection]
  ) throws(TopologyError) -> ScopeChange {
    let context = try GEOSContext()
    func features(_ direction: ChangeDirection) -> [Int] {
      directions.indices.filter { directions[$0] == direction }
    }
    let blocksIn = try context.region(uniting: features(.in), in: ground.plane)
    let blocksOut = try context.region(uniting: features(.out), in: ground.plane)
    let taken = try context.region(.difference, blocksIn, scope)
    let givenInScope = try context.region(.intersection, blocksOut, scope)
    let given = try context.region(.difference, givenInScope, blocksIn)
    let kept = try context.region(.difference, scope, given)
    var blocks: [ChangeBlock] = []
    for (feature, direction) in directions.enumerated() {
      let own = try context.region(uniting: [feature], in: ground.plane)
      let counted =
        direction == .in
        ? try context.region(.difference, own, scope)
        : try context.region(.intersection, own, given)
      blocks.append(
        ChangeBlock(
          id: ground.ids[feature], feature: feature, direction: direction, area: own.area,
          counted: counted.area))
    }
    return ScopeChange(
      plane: plane, before: scope, after: try context.region(.union, kept, blocksIn),
      proposed: ground.plane, blocks: blocks, taken: taken.area, given: given.area,
      takenAlready: try context.region(.intersection, blocksIn, scope).area,
      givenOutside: try context.region(.difference, blocksOut, scope).area,
      contradicted: max(0, givenInScope.area - given.area))
  }
}
