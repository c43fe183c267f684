import LandGeometry
import LandProjection
import LandTopology

/// One feature after the test of its validity, and the copy it is measured on.
struct Examination<Space: CoordinateSpace> {
  /// Whether the geometry is valid as drawn.
  var isValid = true
  /// Whether it was found valid without GEOS: such a ring has no repeated point and no spike.
  var isPlain = false
  /// Why not, in GEOS's words.
  var reason: InvalidityReason?
  /// The repaired copies, where a repair was asked for.
  var linework: Repair<Space>?
  /// The same by the structure method.
  var structure: Repair<Space>?
  /// Why GEOS could not judge or repair, where it could not.
  var failure: TopologyError?
}

/// Tests features and repairs them; one belongs to one worker, as its GEOS context does.
struct FeatureExaminer: ~Copyable {
  private let context: GEOSContext?
  private let repair: RepairMethod?
  private let exact: Bool

  init(repair: RepairMethod?, exact: Bool) {
    context = try? GEOSContext()
    self.repair = repair
    self.exact = exact
  }

  /// Examines a feature as it is drawn. `readerFault` is what the reader had to mend, a ring closed
  /// or left out: the drawn geometry is then invalid, whatever the mended one is.
  borrowing func examine<Space>(
    _ feature: Int, in columns: borrowing PolygonColumns<Space>, readerFault: InvalidityReason?
  ) -> Examination<Space> {
    var result = Examination<Space>()
    if readerFault == nil, !exact, columns.isCertainlyValid(feature: feature) {
      result.isPlain = true
      return result
    }
    switch context {
    case .some(let context):
      Self.judge(feature, in: columns, readerFault, context, repair: repair != nil, into: &result)
    case .none:
      result.isValid = false
      result.failure = TopologyError(operation: "GEOS_init", message: "no context", near: nil)
    }
    return result
  }

  private static func judge<Space>(
    _ feature: Int, in columns: borrowing PolygonColumns<Space>, _ readerFault: InvalidityReason?,
    _ context: borrowing GEOSContext, repair: Bool, into result: inout Examination<Space>
  ) {
    let columns = copy columns
    do throws(TopologyError) {
      if case .invalid(let reason) = try context.validity(of: feature, in: columns) {
        result.isValid = false
        result.reason = reason
      }
      if let readerFault {
        result.isValid = false
        result.reason = readerFault
      }
      if !result.isValid, repair {
        result.linework = try context.repaired(feature, in: columns, method: .linework)
        result.structure = try context.repaired(feature, in: columns, method: .structure)
      }
    } catch {
      result.isValid = false
      result.failure = error
    }
  }
}
