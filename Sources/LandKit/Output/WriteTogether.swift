/// Moves finished files to their places, in order. Where one cannot be moved, those after it do not
/// appear.
public func publishTogether(_ files: [FinishedFile]) throws(OutputError) {
  try OpenFiles.whileMoving { () throws(OutputError) in
    for (index, file) in files.enumerated() {
      do throws(OutputError) { try file.publish() } catch {
        for rest in files[index...] { rest.discard() }
        throw error
      }
    }
  }
}

/// Writes files that belong together: all are made beside their places first, with the folders they
/// need, and moved in order at the end. Where one cannot be made, none appears.
public func writeTogether(_ files: [(path: String, bytes: [UInt8])]) throws(OutputError) {
  var finished: [FinishedFile] = []
  do throws(OutputError) {
    for file in files {
      if let slash = file.path.lastIndex(of: "/"), slash > file.path.startIndex {
        try makeFolder(String(file.path[..<slash]))
      }
      var part = try AtomicFile(file.path)
      try part.write(file.bytes)
      finished.append(try part.finish())
    }
    try OpenFiles.whileMoving { () throws(OutputError) in
      while let next = finished.first {
        try next.publish()
        finished.removeFirst()
      }
    }
  } catch {
    for file in finished { file.discard() }
    throw error
  }
}
