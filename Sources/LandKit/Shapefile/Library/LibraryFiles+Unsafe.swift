// Unsafe because shapelib asks for its files through C functions: a file is a pointer to a cursor of
// ours, kept until shapelib closes it, and bytes pass through its buffers.

import CSHP
import Glibc
import LandLayers
import Synchronization

/// The files of one shapefile as shapelib sees them: bytes that were looked through before, or that
/// it makes; it never opens a file of the machine and prints nothing.
struct LibraryFiles: ~Copyable {
  /// The name by which shapelib is to open them, without an extension.
  let name: String

  /// The content of one file. Only the owner's calls of shapelib get at it, one after the other.
  final class Content: @unchecked Sendable {
    var bytes: [UInt8] = []
    let source: SourceBytes?

    init(_ source: SourceBytes?) { self.source = source }

    var count: Int { source?.count ?? bytes.count }
  }

  private static let open = Mutex<(next: Int, files: [String: Content])>((0, [:]))

  /// Files by their extensions, `.shp`.
  init(_ files: [String: SourceBytes]) {
    name = Self.open.withLock { state in
      state.next += 1
      let name = "landctl-\(state.next)"
      for (ending, source) in files { state.files[name + ending] = Content(source) }
      return name
    }
  }

  deinit {
    let name = name
    Self.open.withLock { state in
      for ending in [".shp", ".shx", ".dbf"] { state.files[name + ending] = nil }
    }
  }

  /// What shapelib has written to a file.
  func written(_ ending: String) -> [UInt8] {
    Self.open.withLock { $0.files[name + ending]?.bytes ?? [] }
  }

  fileprivate static func find(_ name: String, toWrite: Bool) -> Content? {
    open.withLock { state in
      if toWrite { state.files[name] = Content(nil) }
      return state.files[name]
    }
  }

  /// The functions by which shapelib gets at the files.
  static func hooks() -> SAHooks {
    var hooks = SAHooks()
    SASetupDefaultHooks(&hooks)
    hooks.FOpen = { name, access in
      guard let name, let access else { return nil }
      // Made anew with `w`; nothing but the three files is ever there.
      let isNew = access[0] == CChar(UInt8(ascii: "w"))
      guard let content = LibraryFiles.find(String(cString: name), toWrite: isNew) else {
        return nil
      }
      return Cursor(content).retained
    }
    hooks.FRead = { Cursor.of($3)?.read($0, size: Int($1), count: Int($2)) ?? 0 }
    hooks.FWrite = { Cursor.of($3)?.write($0, size: Int($1), count: Int($2)) ?? 0 }
    hooks.FSeek = { Cursor.of($0)?.seek($1, $2) ?? 1 }
    hooks.FTell = { SAOffset(Cursor.of($0)?.at ?? 0) }
    hooks.FFlush = { _ in 0 }
    hooks.FClose = { Cursor.release($0) }
    hooks.Remove = { _ in 0 }
    hooks.Error = { _ in }
    return hooks
  }
}

/// An open file: where the next byte is read or written.
private final class Cursor {
  private let content: LibraryFiles.Content
  var at = 0

  init(_ content: LibraryFiles.Content) { self.content = content }

  /// A pointer that keeps the cursor until it is released.
  var retained: SAFile {
    Unmanaged.passRetained(self).toOpaque().assumingMemoryBound(to: Int32.self)
  }

  static func of(_ file: SAFile?) -> Cursor? {
    file.map { Unmanaged<Cursor>.fromOpaque($0).takeUnretainedValue() }
  }

  static func release(_ file: SAFile?) -> Int32 {
    if let file { Unmanaged<Cursor>.fromOpaque(file).release() }
    return 0
  }

  /// Reads whole items; how many there were.
  func read(_ target: UnsafeMutableRawPointer?, size: Int, count: Int) -> SAOffset {
    let left = content.count - at
    guard let target, size > 0, left > 0 else { return 0 }
    let items = min(count, left / size)
    // Like `fread`, what is left of an item that is not whole is handed over, too.
    let bytes = min(left, size.multipliedReportingOverflow(by: count).partialValue)
    guard bytes > 0 else { return 0 }
    if let source = content.source {
      at += source.copy(at..<at + bytes, to: target)
    } else {
      content.bytes.withUnsafeBytes { all in
        if let start = all.baseAddress { target.copyMemory(from: start + at, byteCount: bytes) }
      }
      at += bytes
    }
    return SAOffset(items)
  }

  func write(_ bytes: UnsafeMutableRawPointer?, size: Int, count: Int) -> SAOffset {
    guard let bytes, size > 0, content.source == nil else { return 0 }
    let new = UnsafeRawBufferPointer(start: bytes, count: size * count)
    if at > content.bytes.count {
      content.bytes.append(contentsOf: repeatElement(0, count: at - content.bytes.count))
    }
    if at == content.bytes.count {
      content.bytes.append(contentsOf: new)
    } else {
      let end = min(at + new.count, content.bytes.count)
      content.bytes.replaceSubrange(at..<end, with: new)
    }
    at += new.count
    return SAOffset(count)
  }

  func seek(_ offset: SAOffset, _ whence: Int32) -> SAOffset {
    // A negative offset comes as a large number.
    let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? at : content.count
    let place = base &+ Int(bitPattern: offset)
    guard place >= 0 else { return 1 }
    at = place
    return 0
  }
}
