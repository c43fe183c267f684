import LandGeometry
import LandLayers

/// Chooses one of the layers of a file by the user's word.
struct ForeignChoice {
  let file: String

  /// The layer of a name, else the only one that may have a geometry.
  func choose(_ name: String?, _ layers: [ForeignLayer]) throws(FormatError) -> String {
    let names = layers.map(\.name)
    let chosen: String
    if let name {
      guard names.contains(name) else {
        let near = SpellingAid.nearest(to: name, among: names)
        throw FormatError(
          file: file,
          message: Bilingual(zh: "没有图层“\(name)”", en: "there is no layer '\(name)'"),
          remedy: Bilingual(
            zh: "\(near.map { "是否应为 \($0)?" } ?? "")图层有:\(names.joined(separator: "、"))",
            en: "\(near.map { "did you mean \($0)? " } ?? "")the layers are: "
              + names.joined(separator: ", ")))
      }
      chosen = name
    } else {
      let drawn = layers.filter { $0.geometryType != "None" }
      let candidates = (drawn.isEmpty ? layers : drawn).map(\.name)
      guard let only = candidates.first else {
        throw FormatError(
          file: file, message: Bilingual(zh: "没有图层", en: "there is no layer in it"),
          remedy: Bilingual(zh: "请检查导出时所选的图层", en: "check which layers were exported"))
      }
      guard candidates.count == 1 else {
        throw FormatError(
          file: file,
          message: Bilingual(
            zh: "有 \(candidates.count) 个图层:\(candidates.joined(separator: "、"))",
            en: "it has \(candidates.count) layers: \(candidates.joined(separator: ", "))"),
          remedy: Bilingual(
            zh: "请写明图层,如 \(file):\(only)", en: "name one, for example \(file):\(only)"))
      }
      chosen = only
    }
    // GDAL would take it for an option.
    guard !chosen.hasPrefix("-") else {
      throw FormatError(
        file: file,
        message: Bilingual(
          zh: "图层名称以 - 开头:\(chosen)", en: "the name of the layer starts with -: \(chosen)"),
        remedy: Bilingual(zh: "请给该图层改名", en: "rename the layer"))
    }
    return chosen
  }
}
