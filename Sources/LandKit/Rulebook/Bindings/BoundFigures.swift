import LandGeometry

/// The figures that a rulebook hands to landctl's own assessment.
struct BoundFigures {
  private let book: Rulebook
  private var figures: [FigureName: Limit<Double>] = [:]

  /// The figures of a book; a name bound twice is an error of the book.
  init(_ book: Rulebook) throws(BindingError) {
    self.book = book
    for rule in book.rules {
      for binding in rule.bindings {
        guard let name = FigureName(rawValue: binding.name) else { continue }
        if let earlier = figures[name] {
          throw BindingError(book: book, figure: name, rules: [earlier.rule, rule.id])
        }
        // Shares may be written in per cent; years, days and metres are counted as they stand.
        let isPlain = binding.unit.dimension == .none
        figures[name] = Limit(
          isPlain ? binding.unit.base(binding.value) : binding.value, rule: rule.id, clause: rule.clause, source: rule.source,
          verification: rule.verification)
      }
    }
  }

  /// A figure; a share is 0–1.
  func limit(_ name: FigureName) throws(BindingError) -> Limit<Double> {
    guard let limit = figures[name] else {
      throw BindingError(book: book, figure: name, rules: [])
    }
    return limit
  }

  /// A figure that counts years or days.
  func count(_ name: FigureName) throws(BindingError) -> Limit<Int> {
    let limit = try limit(name)
    return Limit(
      Int(limit.value.rounded()), rule: limit.rule, clause: limit.clause, source: limit.source,
      verification: limit.verification)
  }
}

/// A rulebook that does not give the figures its family has to give, or gives one twice.
public struct BindingError: Error, Hashable, Sendable {
  /// The file of the book.
  public var file: String
  /// The figure.
  public var figure: FigureName
  /// The rules that give it; empty where none does.
  public var rules: [String]

  init(book: Rulebook, figure: FigureName, rules: [String]) {
    file = book.file
    self.figure = figure
    self.rules = rules
  }

  /// What is wrong, in both languages.
  public var message: Bilingual {
    if rules.isEmpty {
      return Bilingual(
        zh: "没有规则给出 \(figure.rawValue)(binds)", en: "no rule binds \(figure.rawValue)")
    }
    let both = rules.joined(separator: ", ")
    return Bilingual(
      zh: "\(figure.rawValue) 被多次给出:\(both)",
      en: "\(figure.rawValue) is bound more than once: \(both)")
  }
}

extension Rule {
  /// The figures that the rule gives; only the deciding reading's count.
  var bindings: [FigureBinding] {
    switch content {
    case .test(let readings, _): readings.first?.test.comparisons.compactMap(\.binding) ?? []
    case .figure(_, _, let binding): binding.map { [$0] } ?? []
    case .recorded: []
    }
  }
}
