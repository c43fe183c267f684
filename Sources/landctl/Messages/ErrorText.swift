import LandKit

/// Turns errors into what the user reads and the exit status.
struct ErrorText {
  let language: Language

  func failure(_ error: AuditError) -> Failure {
    switch error {
    case .format(let error): failure(error)
    case .noPolygons(let file):
      Failure(
        status: .inputUnusable,
        text: text(
          file, language("没有可读的多边形", "no readable polygon"),
          language(
            "请确认文件里是宗地面,而不是点、线或空文件;用 landctl inspect 查看文件内容",
            "make sure that the file holds parcels and not points or lines; see landctl inspect")))
    case .survey(let error): failure(error)
    case .rules(let error): failure(error)
    case .supply(let error): failure(error)
    case .needsWhole(let reason):
      Failure(
        status: .usage,
        text: text(
          "--partition-by", language(reason),
          language("请去掉 --partition-by 或相应选项", "leave --partition-by or that option out")))
    case .boundary(let error, let file):
      failure(.inputUnusable, file, error.message, error.remedy)
    case .output(let error) where error.isInput:
      Failure(
        status: .cannotCreate,
        text: text(
          error.path,
          language("无法写出:该文件是本次运行的输入", "cannot write: \(error.reason)"),
          language("请指定另一个输出目录", "name another folder for the output")))
    case .output(let error) where error.path == StandardOutput.name:
      Failure(
        status: .cannotCreate,
        text: text(
          language("标准输出", "standard output"),
          language("无法写出:\(error.reason)", "cannot write: \(error.reason)"),
          language("请检查输出重定向的去处", "check where it is redirected to")))
    case .output(let error):
      Failure(
        status: .cannotCreate,
        text: text(
          error.path, language("无法写出:\(error.reason)", "cannot write: \(error.reason)"),
          language("请检查目录和权限", "check the folder and its permissions")))
    }
  }

  func failure(_ error: FormatError) -> Failure {
    var place = error.file
    if let line = error.line { place += ":\(line)" }
    if let column = error.column { place += ":\(column)" }
    let status: ExitStatus =
      switch error.kind {
      case .missing: .inputMissing
      case .unusable: .inputUnusable
      case .component: .componentMissing
      case .machine: .machineRefuses
      }
    return Failure(
      status: status, text: text(place, language(error.message), language(error.remedy)))
  }

  func failure(_ error: YAMLError) -> Failure { failure(error.formatError) }

  func failure(_ error: OutputError) -> Failure { failure(AuditError.output(error)) }

  /// A failure that a command finds by itself.
  func failure(
    _ status: ExitStatus, _ place: String, _ what: Bilingual, _ remedy: Bilingual
  ) -> Failure {
    Failure(status: status, text: text(place, language(what), language(remedy)))
  }

  func failure(_ file: String, _ error: ProjectionError) -> Failure {
    Failure(
      status: error.kind == .component ? .componentMissing : .inputUnusable,
      text: text(file, language(error.message), language(error.remedy)))
  }

  private func failure(_ error: SurveyError) -> Failure {
    switch error {
    case .projection(let file, let error): return failure(file, error)
    case .coordinates(let file, let magnitude, let system, let features, let total, let first):
      let seen = language(magnitude.description)
      let remedy =
        magnitude.suggestion.map { language("请加上 \($0)", "pass \($0)") }
        ?? language("请核对坐标系", "check the coordinate system")
      return Failure(
        status: .inputUnusable,
        text: text(
          file,
          language(
            "\(total) 个要素中有 \(features) 个的坐标不符合 \(system.name):\(seen)(首个:\(first))",
            "\(features) of \(total) features do not fit \(system.name): \(seen) (first: \(first))"),
          remedy))
    case .datumShift(let file, let from, let to):
      return Failure(
        status: .inputUnusable,
        text: text(
          file,
          language(
            "坐标系 \(from.name) 与其他图层(宗地、范围)的 \(to.name) 之间需要基准转换,不作静默转换",
            "going from \(from.name) to \(to.name) of the other layers (parcels, scope) needs a datum shift, which is never made silently"
          ),
          language("请提供同一坐标系的数据", "provide data in the same coordinate system")))
    }
  }

  private func text(_ place: String, _ what: String, _ remedy: String) -> String {
    let error = language("错误", "error")
    let advice = language("处理", "remedy")
    return "landctl: \(error): \(place): \(what)"
      + (remedy.isEmpty ? "" : "\n  \(advice): \(remedy)")
  }
}

extension Magnitude {
  /// What the numbers look like.
  var description: Bilingual {
    switch self {
    case .plausible: Bilingual(zh: "正常", en: "plausible")
    case .axesSwapped: Bilingual(zh: "两轴颠倒", en: "the axes are swapped")
    case .threeDegreeZone(let zone):
      Bilingual(
        zh: "像是 3 度带第 \(zone) 带的带号坐标", en: "eastings with the number of 3-degree zone \(zone)")
    case .sixDegreeZone(let zone):
      Bilingual(
        zh: "像是 6 度带第 \(zone) 带的带号坐标", en: "eastings with the number of 6-degree zone \(zone)")
    case .planeWithoutZone:
      Bilingual(zh: "像是不带带号的平面坐标", en: "plane metres without a zone number")
    case .degrees: Bilingual(zh: "像是经纬度", en: "degrees")
    case .outOfRange: Bilingual(zh: "超出范围", en: "out of range")
    }
  }
}
