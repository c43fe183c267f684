// Unsafe because shapelib is a C library: a table is a handle that is closed exactly once, a record
// a pointer into it that is good until the next is read and copied here.

import CSHP
import LandLayers

/// A .dbf file opened by shapelib.
struct TableReading: ~Copyable {
  private let handle: DBFHandle
  private let files: LibraryFiles
  private let recordLength: Int

  /// Opens a file whose header was looked through; nil where shapelib does not take it.
  init?(_ table: SourceBytes, recordLength: Int) {
    let files = LibraryFiles([".dbf": table])
    var hooks = LibraryFiles.hooks()
    // NULL on failure.
    guard let handle = DBFOpenLL(files.name, "rb", &hooks) else { return nil }
    self.handle = handle
    self.files = files
    self.recordLength = recordLength
  }

  deinit { DBFClose(handle) }

  /// The bytes of a record, its mark of deletion first; false where shapelib does not take it.
  func read(_ record: Int, into bytes: inout [UInt8]) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    // NULL on failure.
    guard let tuple = DBFReadTuple(handle, Int32(record)) else { return false }
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: tuple, count: recordLength))
    return true
  }
}
