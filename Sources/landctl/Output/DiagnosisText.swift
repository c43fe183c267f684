import LandKit

/// What `landctl doctor` prints: a line a thing, and what to do below those that are not there.
struct DiagnosisText {
  let language: Language
  let diagnosis: Diagnosis

  func text() -> String {
    let checks = diagnosis.checks
    let names = 2 + (checks.map { Terminal.width(language($0.name)) }.max() ?? 0)
    let states = 2 + (checks.map { Terminal.width(word($0.state)) }.max() ?? 0)
    var lines = ["landctl \(diagnosis.version)"]
    for (title, isNecessary) in [
      (language("必需", "necessary"), true), (language("可选", "for some work only"), false),
    ] {
      lines += ["", title]
      for check in checks where check.isNecessary == isNecessary {
        lines.append(
          "  " + Terminal.padded(word(check.state), states)
            + Terminal.padded(language(check.name), names) + found(check))
        guard check.isFaulty else { continue }
        let margin = String(repeating: " ", count: 2 + states)
        if let reason = check.reason { lines.append(margin + Terminal.plain(language(reason))) }
        lines.append(margin + language("用途: ", "needed for: ") + language(check.purpose))
        lines.append(margin + language("处理: ", "remedy: ") + check.remedy)
      }
    }
    return (lines + ["", verdict]).joined(separator: "\n")
  }

  private func found(_ check: HealthCheck) -> String {
    var parts: [String] = []
    if let version = check.version { parts.append(version) }
    if check.state == .tooOld, let oldest = check.oldest {
      parts.append(language("测试过的最低版本 \(oldest)", "oldest that is tested: \(oldest)"))
    }
    if let place = check.place { parts.append(Terminal.plain(place)) }
    if let free = check.freeBytes {
      let gigabytes = Terminal.number(Double(free) / 1e9, 1)
      parts.append(language("可用 \(gigabytes) GB", "\(gigabytes) GB free"))
    }
    return parts.joined(separator: "  ")
  }

  private func word(_ state: HealthCheck.State) -> String {
    switch state {
    case .ok: language("正常", "ok")
    case .missing: language("缺少", "missing")
    case .tooOld: language("过旧", "too old")
    case .unusable: language("不可用", "unusable")
    case .unknown: language("未知", "unknown")
    }
  }

  private var verdict: String {
    if !diagnosis.works {
      return language(
        "landctl 不能完整运行:必需的部分有问题", "landctl cannot do all its work: see what is necessary")
    }
    let open = diagnosis.checks.filter(\.isFaulty).count
    return open == 0
      ? language("一切正常", "everything is there")
      : language(
        "landctl 可以运行;\(open) 项可选部分未就绪", "landctl works; \(open) of the rest are not ready")
  }
}
