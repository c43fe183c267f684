import LandCadastre
import LandDocuments

extension AuditPage {
  /// The section that says what the audit came to.
  var overview: [String: (any Sendable)?] {
    let actions = actions
    return [
      "verdict": report.verdict, "cards": cards, "actions": actions,
      "hasActions": !actions.isEmpty,
      "actionsTitle": language("首先需要处理", "What needs action first"),
      "particulars": particulars,
      "noScript": language(
        "浏览器没有运行脚本：本页以打印版式显示，没有交互地图和完整表格。",
        "Scripts do not run in this browser: the page is shown in its printed form, without "
          + "interactive map and full tables."),
    ]
  }

  private var cards: [PageView] {
    let figures = report.figures
    func card(_ key: String, _ title: String, _ amount: KeyFigures.Amount) -> PageView {
      let mu = GroupedNumber.text(amount.area / 10_000 * 15, 2)
      let ha = GroupedNumber.text(amount.area / 10_000, 4)
      return PageView([
        "key": key, "title": title, "value": AuditReport.count(amount.count),
        "unit": language("宗", amount.count == 1 ? "parcel" : "parcels"),
        "more": amount.count == 0
          ? [String]() : [language("\(ha) 公顷", "\(ha) ha"), language("\(mu) 亩", "\(mu) mu")],
      ])
    }
    func count(
      _ key: String, _ title: String, _ value: Int, _ unit: String, _ more: [String] = []
    ) -> PageView {
      PageView([
        "key": key, "title": title, "value": AuditReport.count(value), "unit": unit, "more": more,
      ])
    }
    func square(_ area: Double) -> String { GroupedNumber.text(area, 2) + " m²" }
    var all = card("parcels", language("宗地", "Parcels"), figures.all)
    all["more"] = [square(figures.all.area)] + (all["more"] as? [String] ?? [])
    var cards = [all]
    for state in [ReportState.identified, .suspected, .unknown] {
      cards.append(card(state.key, language(state.label), figures.amount(state)))
    }
    if let underused = figures.underused {
      cards.append(card("underused", language("低效用地", "Underused"), underused))
    } else {
      cards.append(
        PageView([
          "key": "underused", "title": language("低效用地", "Underused"),
          "value": language("未知", "unknown"), "unit": "",
          "more": [language("规则库未写明标准", "no standard in the rulebooks")],
        ]))
    }
    cards.append(card("breaches", language("违反合同约定", "Breach of contract"), figures.breaches))
    cards.append(
      count(
        "errors", language("数据错误", "Errors in the data"), figures.errors, language("处", "findings"))
    )
    cards.append(
      count(
        "overlaps", language("实际重叠", "Real overlaps"), figures.realOverlaps.pairs,
        language("对", "pairs"), [square(figures.realOverlaps.area)]))
    return cards
  }

  private var actions: [PageView] {
    ActionList(report: report).kinds().map { kind in
      let left = kind.total - kind.items.count
      return PageView([
        "title": kind.title, "total": AuditReport.count(kind.total),
        "items": kind.items.map { item in
          PageView(["parcel": item.parcel, "parts": separated(item.parts)])
        },
        "more": left > 0
          ? language("另有 \(AuditReport.count(left)) 项", "and \(AuditReport.count(left)) more") : nil
          ,
      ])
    }
  }

  private func separated(_ parts: [String]) -> [PageView] {
    parts.indices.map { index in
      PageView([
        "text": parts[index], "after": index + 1 < parts.count ? language("；", "; ") : "",
      ])
    }
  }

  private var particulars: [PageView] {
    let manifest = report.book.manifest
    func count(_ name: String) -> String { AuditReport.count(manifest.counts[name] ?? 0) }
    let pairs: [(String, String)] = [
      (language("截止日", "As of"), manifest.asOf.description),
      (
        language("规则库", "Rulebooks"),
        language.list(
          manifest.rulebooks.map { book in
            let title = report.law.title(of: book.id)
            return title == book.id ? book.id : "\(title) (\(book.id))"
          })
      ),
      (
        language("宗地文件", "Parcels"),
        manifest.input("parcels").map { "\($0.name) · SHA-256 \($0.sha256)" } ?? ""
      ),
      (
        language("数量核对", "Counts"),
        language(
          "读取 \(count("read")) = 已量算 \(count("audited")) + 未能量算（已列出）\(count("reported"))",
          "read \(count("read")) = measured \(count("audited")) + not measurable, reported "
            + count("reported"))
      ),
      (
        language("程序", "Program"),
        "landctl \(manifest.version) · GEOS \(manifest.geos) · PROJ \(manifest.proj)"
      ),
    ]
    return pairs.filter { !$0.1.isEmpty }.map { PageView(["label": $0.0, "value": $0.1]) }
  }
}
