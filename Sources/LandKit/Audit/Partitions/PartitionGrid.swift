/// Which parts have parcels in which cells of a grid, to find what else each part has to see: the
/// parcels of other parts and the buildings that may meet its own.
struct PartitionGrid: Sendable {
  /// Boxes over more cells than this are kept by themselves.
  private static let mostCells = 256

  private let step: Float
  /// The only part in a cell, or behind those, an index into `shared`.
  private var cells: [UInt64: UInt32] = [:]
  private var shared: [[UInt32]] = []
  private var wide: [(box: SmallBox, part: UInt32)] = []
  private let partCount: Int

  /// A grid of cells of about a kilometre.
  init(isGeographic: Bool, plan: PartitionPlan, boxes: [SmallBox]) {
    step = isGeographic ? 0.01 : 1000
    partCount = plan.parts.count
    guard partCount > 1 else { return }
    for (parcel, box) in boxes.enumerated() where !box.isEmpty {
      for part in plan.parts(of: parcel) { add(box, UInt32(part)) }
    }
  }

  private mutating func add(_ box: SmallBox, _ part: UInt32) {
    guard let range = Cells(box, step, most: Self.mostCells) else {
      wide.append((box, part))
      return
    }
    range.forEach { key in
      guard let known = cells[key] else {
        cells[key] = part
        return
      }
      if known < UInt32(partCount) {
        guard known != part else { return }
        cells[key] = UInt32(partCount + shared.count)
        shared.append([known, part])
      } else {
        let place = Int(known) - partCount
        if !shared[place].contains(part) { shared[place].append(part) }
      }
    }
  }

  /// The parts with parcels that may meet a box, each once.
  func parts(meeting box: SmallBox) -> [UInt32] {
    if box.isEmpty { return [] }
    if partCount == 1 { return [0] }
    guard let range = Cells(box, step, most: Self.mostCells) else {
      return Array(0..<UInt32(partCount))
    }
    var found: [UInt32] = []
    func add(_ part: UInt32) { if !found.contains(part) { found.append(part) } }
    range.forEach { key in
      guard let known = cells[key] else { return }
      if known < UInt32(partCount) {
        add(known)
      } else {
        shared[Int(known) - partCount].forEach(add)
      }
    }
    for other in wide where other.box.meets(box) { add(other.part) }
    return found
  }

  /// For each part the parcels of other parts whose boxes meet one of its own, in ascending order.
  func neighbours(_ plan: PartitionPlan, _ boxes: [SmallBox]) -> [[Int]] {
    var found = [Set<Int>](repeating: [], count: partCount)
    guard partCount > 1 else { return found.map { Array($0) } }
    func link(_ a: Int, _ b: Int) {
      let (ofA, ofB) = (plan.parts(of: a), plan.parts(of: b))
      if ofA == ofB, ofA.count == 1 { return }
      for part in ofA where !plan.parts[part].own.contains(b) { found[part].insert(b) }
      for part in ofB where !plan.parts[part].own.contains(a) { found[part].insert(a) }
    }
    var members = [[UInt32]](repeating: [], count: shared.count)
    var far: [Int] = []
    for (parcel, box) in boxes.enumerated() where !box.isEmpty {
      guard let range = Cells(box, step, most: Self.mostCells) else {
        far.append(parcel)
        continue
      }
      if shared.isEmpty { continue }
      range.forEach { key in
        if let known = cells[key], known >= UInt32(partCount) {
          members[Int(known) - partCount].append(UInt32(parcel))
        }
      }
    }
    for cell in members {
      let sorted = cell.sorted { boxes[Int($0)].minX < boxes[Int($1)].minX }
      for (place, first) in sorted.enumerated() {
        let box = boxes[Int(first)]
        for second in sorted[(place + 1)...] {
          let other = boxes[Int(second)]
          if other.minX > box.maxX { break }
          if box.meets(other) { link(Int(first), Int(second)) }
        }
      }
    }
    for parcel in far {
      for (other, box) in boxes.enumerated()
      where other != parcel && !box.isEmpty && box.meets(boxes[parcel]) {
        link(parcel, other)
      }
    }
    return found.map { $0.sorted() }
  }
}

/// The cells of a grid that a box lies in.
private struct Cells {
  let x: ClosedRange<Int32>
  let y: ClosedRange<Int32>

  /// Nil where they are too many.
  init?(_ box: SmallBox, _ step: Float, most: Int) {
    let limit: Float = 1e9
    let edges = [box.minX, box.minY, box.maxX, box.maxY].map { ($0 / step).rounded(.down) }
    guard edges.allSatisfy({ $0.magnitude < limit }) else { return nil }
    x = Int32(edges[0])...Int32(edges[2])
    y = Int32(edges[1])...Int32(edges[3])
    guard x.count <= most, y.count <= most, x.count * y.count <= most else { return nil }
  }

  func forEach(_ body: (UInt64) -> Void) {
    for column in x {
      for row in y {
        body(UInt64(UInt32(bitPattern: column)) << 32 | UInt64(UInt32(bitPattern: row)))
      }
    }
  }
}
