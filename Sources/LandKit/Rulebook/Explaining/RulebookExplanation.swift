import LandGeometry

extension Rulebook {
  /// The book in words: what it is, how long it holds, what it asks for, its rules in short.
  public var explanation: Explanation {
    var page = identity.explanation
    page.add("输入", "inputs", inputs.map(\.words))
    page.add("指标", "measures", measures.map(\.words))
    page.add("限值表", "tables", tables.map(\.words))
    page.add(
      "规则", "rules",
      rules.map { rule in
        (rule.id + "  ") + rule.kind.label + "  " + rule.title
          + (rule.isComputed ? Bilingual(both: "") : Bilingual(zh: "(仅记录)", en: " (recorded)"))
      })
    return page
  }
}

extension Rulebook.Identity {
  /// What the text is and how long it holds.
  public var explanation: Explanation {
    var page = Explanation(id: id, title: title)
    page.add("文号", "number", numberWords)
    page.add("发布", "issuer", issuer)
    page.add("日期", "date", text: date)
    page.add("地域", "territory", territoryWords)
    page.add("效力", "validity", [validityWords, validityBasis])
    page.add("文本依据", "how sure", verification.label)
    page.add("来源", "sources", sources.map { "\($0.key): " + $0.words })
    page.add("说明", "note", note)
    return page
  }

  /// The document number, or that there is none.
  var numberWords: Bilingual {
    number.map { Bilingual(both: $0) }
      ?? Bilingual(zh: "文本未载文号", en: "the text bears none")
  }

  /// First and last day.
  public var validityWords: Bilingual {
    validUntil.map { Bilingual(both: "\(validFrom) – \($0)") }
      ?? Bilingual(zh: "\(validFrom) 起,文本未规定终止", en: "from \(validFrom), no end stated")
  }

  /// The territory, the whole country by its name.
  public var territoryWords: Bilingual {
    territory == Rulebook.wholeCountry
      ? Bilingual(zh: "全国", en: "the whole country") : Bilingual(both: territory)
  }
}

extension Rulebook.Source {
  /// Title and address.
  var words: Bilingual {
    Bilingual(both: title + (address.map { " <\($0)>" } ?? ""))
  }
}

extension RuleInput {
  /// Name, label, unit, subject and the file that holds it.
  var words: Bilingual {
    let input = RequiredInput(declaration, subject)
    return input.words + Bilingual(zh: "(\(subject.label.zh))", en: " (\(subject.label.en))")
  }
}

extension MeasureDefinition {
  /// Name, label, formula in words and as written, unit.
  var words: Bilingual { "\(measure.id): " + measure.wordsWithUnit }
}

extension RuleTable {
  /// Name, label, unit, how many rows and how many of them are known to be missing.
  var words: Bilingual {
    let lacking = rows.values.filter { $0 == .missing }.count
    let unit = self.unit.map { $0.symbol.isEmpty ? "1" : $0.symbol } ?? "text"
    var count = Bilingual(zh: "\(rows.count) 行", en: "\(rows.count) rows")
    if lacking > 0 {
      count = count + Bilingual(zh: ",其中 \(lacking) 行缺", en: ", \(lacking) of them missing")
    }
    return "\(id): " + label + " (\(unit); " + count + "; " + verification.label + ")"
  }
}
