import Mustache

/// What a template may name. A name that is not there is false, and is not looked for further out:
/// the engine would otherwise take the value of an enclosing part that has one of that name.
public struct PageView: MustacheParent, Sendable {
  private var values: [String: any Sendable]

  /// A view of named texts, truths, views and lists of them.
  public init(_ values: [String: (any Sendable)?]) { self.values = values.compactMapValues { $0 } }

  /// The value of a name; false where there is none.
  public func child(named name: String) -> Any? { values[name] ?? false }

  /// The value of a name; nil where there is none.
  public subscript(name: String) -> (any Sendable)? {
    get { values[name] }
    set { values[name] = newValue }
  }
}
