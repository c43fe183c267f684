import LandLayers
import LandReport

/// Writes a dossier into a folder: all files are made beside their places and moved at the end, the
/// manifest last. Files of an earlier dossier that this one does not have are removed, so that the
/// manifest names all there is.
public enum DossierDirectory {
  /// The file that names the others.
  public static let manifestName = "manifest.json"

  /// Writes the files.
  ///
  /// - Parameter inputs: files that are never overwritten.
  public static func write(
    _ files: [DossierFile], manifest: [UInt8], to folder: String, keeping inputs: [DossierInput]
  ) throws(OutputError) {
    let all = files + [DossierFile(manifestName, manifest)]
    for file in all {
      let path = folder + "/" + file.name
      for input in inputs where isSameFile(path, input.path) {
        throw OutputError.overwritesInput(path)
      }
    }
    let stale = staleFiles(in: folder, written: Set(all.map(\.name)))
    try makeFolder(folder)
    try writeTogether(all.map { (folder + "/" + $0.name, $0.bytes) })
    for name in stale { removeFile(folder + "/" + name) }
  }

  /// The files that an earlier manifest names and that are not written now. Only plain names below
  /// the folder count: a manifest is data and may say anything.
  private static func staleFiles(in folder: String, written: Set<String>) -> [String] {
    guard let earlier = try? DossierRecord.read(folder: folder) else { return [] }
    return earlier.outputs.map(\.name).filter { name in
      !written.contains(name) && !name.hasPrefix("/")
        && !name.split(separator: "/").contains("..")
    }
  }
}
