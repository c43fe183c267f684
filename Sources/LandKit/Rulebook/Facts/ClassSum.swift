import LandCadastre

/// Facts that follow from the official areas by class, and would otherwise be measured: the land
/// that is ready for supply or can be built on, and what of it is left.
///
/// Ready land (已达到供地条件) is what is built, A, and what is ready and not built, B21; suppliable
/// land is the total less what cannot be built on, C; D is what is supplied.
public struct ClassSum: Sendable {
  /// Names of the facts that are added, hectares.
  public let added: [String]
  /// Names of those that are taken off.
  public let taken: [String]

  /// Ready land.
  public static let ready = "ready_ha"
  /// Ready land less supplied land.
  public static let readyRemaining = "ready_remaining_ha"
  /// Land that can be built on.
  public static let suppliable = "suppliable_ha"
  /// The same less supplied land.
  public static let suppliableRemaining = "suppliable_remaining_ha"
  /// What has to be measured where it is not given: the ready land of the scope first approved.
  public static let originalSuppliable = "original_suppliable_ha"

  /// The names of the facts of supply, which the official areas or the layers give.
  public static let names: Set<String> = [
    ready, readyRemaining, suppliable, suppliableRemaining, originalSuppliable,
  ]

  /// What of the same land is left: both sides of a share have to come from one source.
  public static func remainder(of name: String) -> String {
    [ready, readyRemaining].contains(name) ? readyRemaining : suppliableRemaining
  }

  /// The sum behind a fact; nil for one that does not follow from the areas by class.
  public init?(of name: String) {
    switch name {
    case Self.ready: (added, taken) = (["class_A_ha", "class_B21_ha"], [])
    case Self.readyRemaining: (added, taken) = (["class_A_ha", "class_B21_ha"], ["class_D_ha"])
    case Self.suppliable: (added, taken) = (["total_ha"], ["class_C_ha"])
    case Self.suppliableRemaining: (added, taken) = (["total_ha"], ["class_C_ha", "class_D_ha"])
    default: return nil
    }
  }

  /// The sum; nil where one of its areas is not known.
  ///
  /// - Parameter fact: the fact of a name.
  public func fact(_ fact: (String) -> Fact?) -> Fact? {
    var sum = 0.0
    var origin = Fact.Origin(.derived, remark: remark)
    for (names, sign) in [(added, 1.0), (taken, -1.0)] {
      for name in names {
        guard let part = fact(name), case .number(let area) = part.value else { return nil }
        sum += sign * area
        if origin.file.isEmpty { origin.file = part.origin.file }
        if part.origin.kind == .assumed { origin.kind = .assumed }
      }
    }
    // Areas have two decimals as a rule; their sum in binary has a tail.
    return Fact(.number((sum * 1e6).rounded() / 1e6), origin)
  }

  /// Whether a fact is this sum, and not given or measured.
  func gave(_ fact: Fact) -> Bool { fact.origin.remark == remark }

  /// The names of the areas that are not known.
  public func missing(_ fact: (String) -> Fact?) -> [String] {
    (added + taken).filter { fact($0) == nil }
  }

  private var remark: String {
    added.joined(separator: "+") + taken.map { "-" + $0 }.joined()
  }
}
