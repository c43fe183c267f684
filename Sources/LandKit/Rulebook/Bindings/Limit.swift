/// A figure of a rule, with the place where it is written.
public struct Limit<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The figure.
  public var value: Value
  /// The rule that states it, `D53-2-1`.
  public var rule: String
  /// The clause, 第二条第一款.
  public var clause: String
  /// Keys of the texts it was read in, or nil.
  public var source: String?
  /// How sure it is.
  public var verification: Verification

  /// A figure with its place.
  public init(
    _ value: Value, rule: String, clause: String, source: String? = nil,
    verification: Verification
  ) {
    self.value = value
    self.rule = rule
    self.clause = clause
    self.source = source
    self.verification = verification
  }
}
