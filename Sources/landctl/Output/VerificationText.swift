import LandKit

/// What became of a dossier, as people read it: first whether it holds, then what differs.
struct VerificationText {
  let language: Language
  let folder: String
  let record: DossierRecord
  let result: DossierVerification

  func text() -> String {
    var lines = [
      Terminal.plain(folder) + " · \(record.act) · " + Terminal.plain(record.zone) + " · "
        + language("截止日 \(record.asOf)", "as of \(record.asOf)") + " · landctl \(record.landctl)",
      "",
      result.holds
        ? language("结论:材料与输入一致,重新计算结果相同。", "outcome: it holds; made again it is the same")
        : language("结论:已不一致,见下。", "outcome: it does not hold any more"),
      "",
      summary(language("材料文件", "files of the dossier"), result.files),
      summary(language("输入文件", "files it was made from"), result.inputs),
    ]
    if result.remade.isEmpty {
      lines.append("  " + language("重新计算:", "made again: ") + (result.obstacle ?? ""))
    } else {
      lines.append(summary(language("重新计算", "made again"), result.remade))
      if result.outcomeHolds == false {
        lines.append(
          "  " + language("申请结论已改变", "the verdict on the application is another one"))
      }
    }
    for (title, items) in [
      (language("材料文件", "file"), result.files), (language("输入", "input"), result.inputs),
      (language("重新计算", "made again"), result.remade),
    ] {
      for item in items where item.state != .same {
        let role = item.role.isEmpty ? "" : " (\(Terminal.plain(item.role)))"
        lines.append("  \(word(item.state))  \(title) \(Terminal.plain(item.name))\(role)")
      }
    }
    return (lines + remedies).joined(separator: "\n")
  }

  /// What to do about it.
  private var remedies: [String] {
    func has(_ state: DossierVerification.State, _ items: [DossierVerification.Item]) -> Bool {
      items.contains { $0.state == state }
    }
    var texts: [String] = []
    if has(.missing, result.inputs) {
      texts.append(
        language(
          "请把缺失的输入放回所列路径(以材料文件夹为起点),或把材料与输入一同移动",
          "put each missing input back at its path, seen from the dossier, or move both together"))
    }
    if has(.changed, result.inputs) || result.outcomeHolds == false {
      texts.append(
        language(
          "如新的输入正确,请重新运行 landctl expansion prepare",
          "if the inputs are right as they are now, run landctl expansion prepare again"))
    }
    if has(.changed, result.files) || has(.missing, result.files) {
      texts.append(
        language(
          "请恢复材料文件,或重新运行 landctl expansion prepare",
          "restore the files of the dossier, or run landctl expansion prepare again"))
    }
    return texts.map { "  " + language("处理: ", "remedy: ") + $0 }
  }

  private func summary(_ title: String, _ items: [DossierVerification.Item]) -> String {
    let same = items.filter { $0.state == .same }.count
    return "  \(title): "
      + language("一致 \(same)/\(items.count)", "\(same) of \(items.count) the same")
  }

  private func word(_ state: DossierVerification.State) -> String {
    switch state {
    case .same: language("一致", "same")
    case .changed: language("已变", "changed")
    case .missing: language("缺失", "missing")
    case .skipped: language("未比较(程序版本不同)", "skipped (another version of the program)")
    }
  }
}
