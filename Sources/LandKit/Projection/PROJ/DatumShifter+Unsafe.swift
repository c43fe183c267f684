// Unsafe because PROJ is a C library: the transformation is a pointer that must be destroyed once;
// its owner is not copyable.

import CPROJ
import LandGeometry

/// Takes points along a ``DatumShift``. One belongs to one worker.
public struct DatumShifter: ~Copyable {
  private let shift: DatumShift
  private let context: ProjContext
  private let turn: ProjObject

  /// Makes the way between the ellipsoids, where there is one.
  public init(_ shift: DatumShift) throws(ProjectionError) {
    let context = try ProjContext()
    guard let turn = ProjObject(proj_create(context.pointer, shift.pipeline)) else {
      throw ProjectionError(
        kind: .component,
        message: Bilingual(zh: "PROJ 无法建立坐标转换", en: "PROJ cannot make the transformation"),
        remedy: Bilingual(zh: "请检查 PROJ 的安装", en: "check the installation of PROJ"))
    }
    self.shift = shift
    self.context = context
    self.turn = turn
  }

  /// A point of the old system in the new one: degrees or metres as the systems have them, x east
  /// and y north. Heights are taken as 0. Not finite where a system is not defined.
  public func callAsFunction(_ point: Coordinate) -> Coordinate {
    switch shift.method {
    case .fourParameters(let parameters): return shift.plane(point, parameters)
    case .sevenParameters: break
    }
    let old = shift.oldPlane?.inverse(point) ?? point
    let toRadians = Trigonometry.radiansPerDegree
    let result = proj_trans(
      turn.pointer, PJ_FWD, proj_coord(old.x * toRadians, old.y * toRadians, 0, 0)
    ).lpz
    let new = Coordinate(x: result.lam / toRadians, y: result.phi / toRadians)
    if case .gaussKruger(let plane, _) = shift.to { return plane.forward(new) }
    return new
  }
}

extension DatumShift {
  /// The way between the ellipsoids in PROJ's words; none is needed between planes.
  fileprivate var pipeline: String {
    guard case .sevenParameters(let p) = method else { return "+proj=noop" }
    func cartesian(_ ellipsoid: Ellipsoid) -> String {
      "+proj=cart +a=\(ellipsoid.semiMajorAxis) +f=\(ellipsoid.flattening)"
    }
    return """
      +proj=pipeline +step \(cartesian(datum.ellipsoid)) \
      +step +proj=helmert +x=\(p.tx) +y=\(p.ty) +z=\(p.tz) +rx=\(p.rx) +ry=\(p.ry) +rz=\(p.rz) \
      +s=\(p.scale) +convention=\(p.convention.rawValue) \
      +step +inv \(cartesian(.cgcs2000))
      """
  }
}
