import LandGeometry

extension Rule {
  /// How much an explanation says.
  public enum Detail: Sendable {
    /// The rule itself: where it stands, its words, what it tests.
    case short
    /// The above with the book, inputs and examples, for a reviewer.
    case full
  }

  /// The rule in words.
  public func explanation(in book: Rulebook.Identity, _ detail: Detail = .full) -> Explanation {
    var page = Explanation(id: id, title: title)
    if detail == .full {
      page.add("规则库", "book", book.title + " (\(book.id))")
      page.add("文号", "number", book.numberWords)
      page.add("效力", "validity", [book.validityWords, book.validityBasis])
    }
    page.add("条款", "clause", text: clause)
    if row != id { page.add("条目", "row", text: row) }
    page.add("性质", "kind", kind.label)
    page.add("条文", "words", text)
    page.add("文本依据", "how sure", [verification.label] + sourceWords(book))
    page.add("对象", "subject", subject.label)
    page.add("事项", "acts", acts.isEmpty ? nil : .joined(acts.map(\.label)))
    page.add("适用", "applies", applies.words)
    addContent(to: &page)
    if case .test = content { page.add("约束力", "binding", softness.words) }
    if classifies {
      page.add(
        "含义", "meaning",
        Bilingual(
          zh: "met 表示属于所定义的情形,不是达标与否",
          en: "met says that the subject is what is defined: neither success nor failure"))
    }
    if marksUnderused {
      page.add(
        "后果", "consequence",
        Bilingual(zh: "未达到的宗地为低效用地", en: "a miss makes the parcel underused (低效)"))
    }
    if detail == .full {
      page.add("所需输入", "inputs", requiredInputs.map(\.words))
    }
    page.add("整改", "remedy", remedy)
    page.add("办理主体", "actor", actor)
    page.add("说明", "note", note)
    if detail == .full { page.add("示例", "examples", examples.map(\.words)) }
    return page
  }

  private func addContent(to page: inout Explanation) {
    page.add("量算", "measured", measureLines)
    switch content {
    case .test(let readings, let key):
      guard readings.count > 1, let deciding = readings.first else {
        page.add("判断", "test", readings.first?.test.lines ?? [])
        break
      }
      let choice = key.map {
        Bilingual(zh: ";zone.yaml 的 \($0) 可另选", en: "; \($0) of zone.yaml may choose another")
      }
      page.add(
        "读法", "readings",
        [
          Bilingual(
            zh: "以 \(deciding.id) 为准,其余并列", en: "\(deciding.id) decides, the others stand beside it"
          )
            + (choice ?? Bilingual(both: ""))
        ] + readings.flatMap(\.words))
    case .figure(let measure, let unit, let binding):
      if measure != nil {
        page.add(
          "判断", "test",
          Bilingual(zh: "只报告数值,不作判定", en: "the value is reported, without a verdict")
            .withBracketed(unit))
      }
      page.add("限值", "limit", binding.map(\.words))
    case .recorded(let why):
      page.add("判断", "test", Bilingual(zh: "仅记录:", en: "recorded only: ") + why)
    }
    let bindings = readings.flatMap(\.test.comparisons).compactMap(\.binding)
    page.add("用于", "used by", bindings.map(\.words))
  }

  /// What is measured: each measure with its formula in words and its unit, then the tables, then
  /// formulas that have no name.
  private var measureLines: [Bilingual] {
    let parts = parts
    var lines = parts.measures.map(\.wordsWithUnit)
    lines += parts.tables.map { Bilingual(zh: "表:", en: "table: ") + $0.label + " (\($0.id))" }
    for use in uses where use.formula.isCompound {
      let line = use.words + "  [\(use.text)]"
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  /// Where the text was read.
  func sourceWords(_ book: Rulebook.Identity) -> [Bilingual] {
    var keys = (source ?? "").split(separator: ",").map { $0.trimmingBlanks }
    // A book of one source need not name it in every rule.
    if keys.isEmpty, book.sources.count == 1 { keys = book.sources.map(\.key) }
    return keys.compactMap { key in book.sources.first { $0.key == key }?.words }
  }
}

extension Measure {
  /// The formula in words: the book's, else put together from the names in it.
  public var inWords: Bilingual {
    words ?? Bilingual(zh: formula.words(\.zh), en: formula.words(\.en))
  }

  /// Label, formula in words, unit.
  var wordsWithUnit: Bilingual {
    (label + " = " + inWords).withBracketed(unit) + "  [\(text)]"
  }
}

extension RuleReading {
  /// The reading with its condition.
  fileprivate var words: [Bilingual] {
    let head = (id + ": ") + (label ?? Bilingual(both: ""))
    return ["- " + head] + test.lines.map { "    " + $0 }
  }
}

extension FigureBinding {
  /// The figure that landctl's own assessment takes from the rule.
  var words: Bilingual {
    Bilingual(both: RuleNumber.text(value)).with(unit)
      + Bilingual(zh: ",用作本程序的 \(name)", en: ", landctl's own \(name)")
  }
}

extension RequiredInput {
  /// Name, label, unit and the file that holds it.
  public var words: Bilingual {
    let key = zoneKey.map { ": \($0)" } ?? ""
    return (name + ": ") + label + (" · \(unit) · ") + place.label + key
  }
}

extension Formula {
  /// Whether the formula reckons: more than a name, a number or a question to zone.yaml.
  fileprivate var isCompound: Bool {
    switch self {
    case .negated, .sum, .difference, .product, .quotient, .lookup, .industry:
      constant == nil
    case .call(let function, _):
      switch function {
      case .elapsed, .previous, .inYear, .abs, .min, .max: true
      default: false
      }
    case .number, .text, .fact, .measure: false
    }
  }
}
