import Synchronization

/// How far an audit is, for whoever watches it. It changes nothing that is written.
public final class AuditProgress: Sendable {
  /// What is being done.
  public enum Phase: Sendable {
    /// Files are read whole.
    case reading
    /// Layers are measured and overlaps looked for.
    case measuring
    /// Parcels are looked for in their file.
    case indexing
    /// Buildings are looked for in their file.
    case indexingBuildings
    /// Buildings are checked by themselves.
    case checkingBuildings
    /// Parcels are audited and written.
    case auditing
    /// Findings are numbered and written.
    case writingFindings
    /// Papers are made from the data files.
    case papers

    /// Whether the work is counted in bytes rather than in features.
    public var countsBytes: Bool {
      switch self {
      case .indexing, .indexingBuildings, .writingFindings: true
      case .reading, .measuring, .checkingBuildings, .auditing, .papers: false
      }
    }
  }

  /// Where a run is.
  public struct State: Sendable {
    /// What is being done.
    public var phase = Phase.reading
    /// How much of it is done, and of how much; 0 where nobody knows.
    public var done = 0
    /// See ``done``.
    public var total = 0
    /// Bytes of input that this phase has read, where it reads any.
    public var bytes = 0
  }

  private let current = Mutex(State())

  /// Of a run that begins.
  public init() {}

  /// Where the run is now.
  public var state: State { current.withLock { $0 } }

  /// Begins a phase.
  public func begin(_ phase: Phase, total: Int = 0) {
    current.withLock { $0 = State(phase: phase, total: total) }
  }

  /// Says that more is done.
  public func add(_ done: Int, bytes: Int = 0) {
    current.withLock { state in
      state.done = state.total > 0 ? min(state.total, state.done + done) : state.done + done
      state.bytes += bytes
    }
  }
}
