/// An immutable index of boxes: a packed Hilbert R-tree (Kamel and Faloutsos 1993), built once
/// and then asked from any number of workers.
///
/// The order of the boxes along a Hilbert curve depends on the boxes alone, so the same input
/// gives the same tree and the same order of answers everywhere.
public struct PackedIndex: Sendable {
  private static let fanOut = 16

  /// Boxes of all levels, the leaves first, the root last.
  private let boxes: [Envelope]
  /// For a leaf the item, for an inner node the first child.
  private let links: [UInt32]
  /// First box of each level.
  private let levels: [Int]
  private let leafCount: Int

  /// Builds the index over boxes; empty boxes are left out.
  public init(_ items: [Envelope]) {
    var extent = Envelope.empty
    var kept: [UInt32] = []
    kept.reserveCapacity(items.count)
    for (index, box) in items.enumerated() where !box.isEmpty {
      extent.include(box)
      kept.append(UInt32(index))
    }
    leafCount = kept.count
    let width = max(extent.maxX - extent.minX, .leastNormalMagnitude)
    let height = max(extent.maxY - extent.minY, .leastNormalMagnitude)
    // Hilbert position in the upper half, item in the lower: one sort of plain numbers, ties by
    // item.
    var order = kept.map { item -> UInt64 in
      let centre = items[Int(item)].centre
      let cellX = Self.cell((centre.x - extent.minX) / width)
      let cellY = Self.cell((centre.y - extent.minY) / height)
      return UInt64(Self.hilbert(cellX, cellY)) << 32 | UInt64(item)
    }
    order.sort()

    var boxes: [Envelope] = []
    var links: [UInt32] = []
    var levels = [0]
    for key in order {
      let item = UInt32(truncatingIfNeeded: key)
      boxes.append(items[Int(item)])
      links.append(item)
    }
    var start = 0
    while boxes.count - start > 1 {
      let end = boxes.count
      levels.append(end)
      var child = start
      while child < end {
        var box = Envelope.empty
        for i in child..<min(child + Self.fanOut, end) { box.include(boxes[i]) }
        boxes.append(box)
        links.append(UInt32(child))
        child += Self.fanOut
      }
      start = end
    }
    self.boxes = boxes
    self.links = links
    self.levels = levels
  }

  /// Calls `body` with every item whose box meets `box`; shared edges count. The order is that of
  /// the tree. `stack` is working space that the caller keeps between queries.
  @inline(__always)
  public func query(_ box: Envelope, stack: inout [UInt32], _ body: (Int) -> Void) {
    let boxes = boxes.span
    let links = links.span
    let root = boxes.count - 1
    guard root >= 0, boxes[root].intersects(box) else { return }
    if root < leafCount {
      body(Int(links[root]))
      return
    }
    stack.removeAll(keepingCapacity: true)
    stack.append(UInt32(root))
    while let node = stack.popLast() {
      let first = Int(links[Int(node)])
      let level = levelEnd(of: first)
      for i in first..<min(first + Self.fanOut, level) where boxes[i].intersects(box) {
        if i < leafCount {
          body(Int(links[i]))
        } else {
          stack.append(UInt32(i))
        }
      }
    }
  }

  /// Whether any item's box meets a box; shared edges count.
  public func meets(_ box: Envelope, stack: inout [UInt32]) -> Bool {
    var found = false
    query(box, stack: &stack) { _ in found = true }
    return found
  }

  /// The end of the level that a box belongs to.
  @inline(__always)
  private func levelEnd(of index: Int) -> Int {
    for start in levels where start > index { return start }
    return boxes.count
  }

  /// The cell of a share of the extent. Boxes so large that their extent is no finite number all
  /// get the first one: the tree is slower then, not wrong.
  @inline(__always)
  private static func cell(_ share: Double) -> UInt32 {
    share.isFinite ? UInt32(min(max(share * 65_535, 0), 65_535)) : 0
  }

  /// Position of a cell of a 65 536 × 65 536 grid along a Hilbert curve (the classical
  /// rotate-and-flip form).
  private static func hilbert(_ cellX: UInt32, _ cellY: UInt32) -> UInt32 {
    var x = cellX
    var y = cellY
    var position: UInt32 = 0
    var side: UInt32 = 32_768
    while side > 0 {
      let right: UInt32 = x & side != 0 ? 1 : 0
      let upper: UInt32 = y & side != 0 ? 1 : 0
      position &+= side &* side &* ((3 &* right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = 65_535 &- x
          y = 65_535 &- y
        }
        swap(&x, &y)
      }
      side >>= 1
    }
    return position
  }
}
