import LandGeometry
import LandLayers
import LandProjection

extension FeatureLayer {
  /// The layer on CGCS2000: one that is in the old system of the file is taken along it, one that is
  /// on CGCS2000 already stays as it is. A layer that names no system is taken to be in the old one,
  /// which a note says.
  ///
  /// - Throws: `FormatError` where the layer is in a third system, PROJ is not there, or a point
  ///   has no place in the new system.
  public func shifted(by file: ShiftFile) throws(FormatError) -> FeatureLayer {
    let shift = file.shift
    var layer = self
    do throws(ProjectionError) {
      if let declared = declaredCRS {
        guard let applies = try shift.applies(to: declared) else {
          throw ProjectionError(
            message: Bilingual(
              zh: "坐标系与转换参数不符:参数从 EPSG:\(shift.from) 起",
              en: "the system is not the one of the transformation, EPSG:\(shift.from)"),
            remedy: Bilingual(
              zh: "请核对数据的坐标系和 \(file.file) 的 from",
              en: "check the system of the data and `from` in \(file.file)"))
        }
        guard applies else { return layer }
      } else {
        layer.notes.append(
          Bilingual(
            zh: "文件未注明坐标系,按转换参数的 EPSG:\(shift.from) 读取",
            en:
              "the file names no system: taken for EPSG:\(shift.from), as the transformation has it"
          ))
      }
      try layer.move(by: DatumShifter(shift))
    } catch {
      throw FormatError(
        kind: error.kind == .component ? .component : .unusable, file: self.file,
        message: error.message, remedy: error.remedy)
    }
    layer.declaredCRS = shift.to.name
    layer.notes.append(
      Bilingual(
        zh:
          "坐标由 \(shift.datum.name.zh) EPSG:\(shift.from) 转换到 \(shift.to.name),参数来源:\(file.source)",
        en:
          "moved from \(shift.datum.name.en) EPSG:\(shift.from) to \(shift.to.name) by parameters of \(file.source)"
      ))
    return layer
  }

  private mutating func move(by shifter: borrowing DatumShifter) throws(ProjectionError) {
    for index in geometry.x.indices {
      let point = shifter(Coordinate(x: geometry.x[index], y: geometry.y[index]))
      guard point.x.isFinite, point.y.isFinite else {
        throw ProjectionError(
          message: Bilingual(
            zh: "坐标 (\(geometry.x[index]), \(geometry.y[index])) 无法转换",
            en: "the point (\(geometry.x[index]), \(geometry.y[index])) cannot be moved"),
          remedy: Bilingual(
            zh: "请核对 from 的坐标系,以及坐标轴顺序",
            en: "check the system in `from` and the order of the axes"))
      }
      geometry.x[index] = point.x
      geometry.y[index] = point.y
    }
    // The numbers of the file are no longer those of the layer.
    forgetGeometryText()
  }
}
