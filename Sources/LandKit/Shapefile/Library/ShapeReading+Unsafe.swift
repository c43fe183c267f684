// Unsafe because shapelib is a C library: a file is a handle that is closed exactly once, a shape a
// pointer that is given back before the next is read. The owner is not copyable, so the compiler
// sees to the first; the second never leaves this file.

import CSHP
import LandLayers

/// The vertices of one record, ring after ring.
struct RecordRings {
  /// East or longitude.
  var x: [Double] = []
  /// North or latitude.
  var y: [Double] = []
  /// First vertex of each ring, and the vertex count at the end.
  var starts: [Int] = [0]

  /// The number of rings.
  var count: Int { starts.count - 1 }

  /// The vertices of a ring, the closing one included.
  func vertices(_ ring: Int) -> Range<Int> { starts[ring]..<starts[ring + 1] }
}

/// A .shp file opened by shapelib.
struct ShapeReading: ~Copyable {
  private let handle: SHPHandle
  private let files: LibraryFiles

  /// Opens a file whose records were looked through; nil where shapelib does not take it.
  ///
  /// - Parameter index: the content of the .shx file.
  init?(_ shapes: SourceBytes, index: [UInt8]) {
    let files = LibraryFiles([
      ".shp": shapes, ".shx": SourceBytes(name: shapes.name, bytes: index),
    ])
    var hooks = LibraryFiles.hooks()
    // NULL on failure.
    guard let handle = SHPOpenLL(files.name, "rb", &hooks) else { return nil }
    SHPSetFastModeReadObject(handle, 1)
    self.handle = handle
    self.files = files
  }

  deinit { SHPClose(handle) }

  /// Reads the rings of a record into `rings`; false where shapelib does not take it.
  func read(_ record: Int, into rings: inout RecordRings) -> Bool {
    // NULL on failure.
    guard let shape = SHPReadObject(handle, Int32(record)) else { return false }
    defer { SHPDestroyObject(shape) }
    let count = Int(shape.pointee.nVertices)
    let parts = Int(shape.pointee.nParts)
    rings.x.removeAll(keepingCapacity: true)
    rings.y.removeAll(keepingCapacity: true)
    rings.starts.removeAll(keepingCapacity: true)
    if count > 0, let x = shape.pointee.padfX, let y = shape.pointee.padfY {
      rings.x.append(contentsOf: UnsafeBufferPointer(start: x, count: count))
      rings.y.append(contentsOf: UnsafeBufferPointer(start: y, count: count))
    }
    if parts > 0, let starts = shape.pointee.panPartStart {
      rings.starts += UnsafeBufferPointer(start: starts, count: parts).map(Int.init)
    }
    rings.starts.append(rings.x.count)
    return rings.x.count == count
  }
}
