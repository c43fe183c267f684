import LandKit

/// What the line of progress says.
struct ProgressText {
  let language: Language

  /// Phase, how much of it is done, megabytes a second and the time that is left.
  func text(_ state: AuditProgress.State, seconds: Double) -> String {
    var parts = [language(state.phase.label)]
    if state.phase.countsBytes {
      if state.total > 0 {
        parts.append("\(megabytes(state.done)) / \(megabytes(state.total)) MB")
      }
    } else if state.total > 0 {
      let done = Terminal.number(Double(state.done), 0)
      parts.append(
        language("\(done) / \(state.total.grouped) 个", "\(done) / \(state.total.grouped) features"))
    }
    let bytes = state.phase.countsBytes ? state.done : state.bytes
    if bytes > 0, seconds > 0.5 {
      parts.append(Terminal.number(Double(bytes) / 1e6 / seconds, 0) + " MB/s")
    }
    if state.total > 0, state.done > 0, seconds > 0.5 {
      let left = seconds * Double(state.total - state.done) / Double(state.done)
      parts.append(language("剩余约 ", "about ") + time(left) + language("", " left"))
    }
    return parts.joined(separator: language(" · ", " · "))
  }

  private func megabytes(_ bytes: Int) -> String { Terminal.number(Double(bytes) / 1e6, 0) }

  private func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999).rounded(.up))
    let (minutes, rest) = (whole / 60, whole % 60)
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    if minutes < 60 { return "\(minutes):\(two(rest))" }
    return "\(minutes / 60):\(two(minutes % 60)):\(two(rest))"
  }
}

extension Int {
  fileprivate var grouped: String { Terminal.number(Double(self), 0) }
}

extension AuditProgress.Phase {
  /// What people read.
  var label: Bilingual {
    switch self {
    case .reading: Bilingual(zh: "读取文件", en: "reading")
    case .measuring: Bilingual(zh: "量算图形", en: "measuring")
    case .indexing: Bilingual(zh: "浏览宗地", en: "looking through parcels")
    case .indexingBuildings: Bilingual(zh: "浏览建筑物", en: "looking through buildings")
    case .checkingBuildings: Bilingual(zh: "检查建筑物", en: "checking buildings")
    case .auditing: Bilingual(zh: "审查宗地", en: "auditing")
    case .writingFindings: Bilingual(zh: "写出问题清单", en: "writing findings")
    case .papers: Bilingual(zh: "制作成果", en: "making papers")
    }
  }
}
