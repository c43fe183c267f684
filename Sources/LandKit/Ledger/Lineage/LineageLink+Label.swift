import LandGeometry

extension LineageLink.Kind {
  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .same: Bilingual(zh: "未变", en: "same")
    case .reshaped: Bilingual(zh: "界线变动", en: "reshaped")
    case .shifted: Bilingual(zh: "整体平移", en: "shifted")
    case .renumbered: Bilingual(zh: "改号", en: "renumbered")
    case .split: Bilingual(zh: "分割", en: "split")
    case .merged: Bilingual(zh: "合并", en: "merged")
    case .new: Bilingual(zh: "新增", en: "new")
    case .gone: Bilingual(zh: "灭失", en: "gone")
    }
  }
}
