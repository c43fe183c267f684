import LandAudit
import LandCadastre
import LandDocuments
import LandGeometry
import LandIdleLand
import LandSurvey

/// The maps of a dossier, drawn on the zone's plane. Without a scope there are none.
struct DossierMaps {
  let application: Application
  let survey: ZoneSurvey
  let language: Document.Language

  private var drawing: SupplyDrawing { survey.supply.drawing }

  /// All maps by name.
  func all() -> [String: DossierMap] {
    var maps = [
      "scope": scope(), "supply": supply(), "idle": idle(),
    ]
    if survey.change != nil { maps["proposed"] = proposed() }
    for (index, block) in (survey.boundaries?.blocks ?? []).enumerated() {
      let map = self.block(block, number: index + 1)
      maps[map.name] = map
    }
    return maps
  }

  private func map(_ name: String, _ caption: Bilingual, _ layers: [MapLayer]) -> DossierMap {
    var map = MapDrawing(name: name, title: language(caption), language: language)
    for layer in layers where layer.polygons.featureCount > 0 { map.add(layer) }
    return DossierMap(name: name, drawing: map, caption: language(caption))
  }

  private func layer(
    _ name: Bilingual, _ polygons: PolygonColumns<Plane>, _ style: MapStyle,
    _ labels: [String?] = []
  ) -> MapLayer {
    MapLayer(name: language(name), polygons: polygons, style: style, labels: labels)
  }

  /// The boundary over everything else, with the names of the blocks.
  private var boundary: MapLayer {
    layer(
      Bilingual(zh: "核准范围", en: "approved scope"), drawing.scope, .boundary,
      survey.supply.blocks.map(\.id))
  }

  /// Some parcels of the zone as a layer.
  private func parcels(
    _ name: Bilingual, _ style: MapStyle, where isMeant: (Application.Parcel) -> Bool
  ) -> MapLayer {
    var columns = PolygonColumns<Plane>()
    for parcel in application.parcels where isMeant(parcel) {
      columns.appendFeature(parcel.feature, of: drawing.parcels)
    }
    return layer(name, columns, style)
  }

  private func scope() -> DossierMap {
    map(
      "scope", Bilingual(zh: "核准范围与不可供应土地", en: "Approved scope and land not suppliable"),
      notSuppliable() + [boundary])
  }

  /// Land that cannot be supplied, a layer for each class.
  private func notSuppliable() -> [MapLayer] {
    guard let ground = drawing.notSuppliable else { return [] }
    return NotSuppliableClass.allCases.compactMap { reason in
      var columns = PolygonColumns<Plane>()
      for feature in 0..<ground.featureCount where drawing.reasons[feature] == reason {
        columns.appendFeature(feature, of: ground)
      }
      guard columns.featureCount > 0 else { return nil }
      return layer(reason.label, columns, reason.style)
    }
  }

  private func supply() -> DossierMap {
    var left = PolygonColumns<Plane>()
    for block in survey.supply.blocks {
      if let ground = block.remaining { left.append(ground.pieces) }
    }
    return map(
      "supply", Bilingual(zh: "土地供应现状", en: "Supply of land"),
      notSuppliable() + [
        parcels(Bilingual(zh: "已供应", en: "supplied"), MapStyle(fill: .skyBlue)) { $0.isSupplied },
        parcels(Bilingual(zh: "储备", en: "reserve"), MapStyle(fill: .yellow, hatch: .vertical)) {
          $0.supplyState == .reserve
        },
        layer(
          Bilingual(zh: "尚余可供应", en: "left to supply"), left,
          MapStyle(fill: .bluishGreen, hatch: .forward)),
        boundary,
      ])
  }

  private func idle() -> DossierMap {
    let shown: [IdleAssessment.State] = [.identified, .suspected, .disposed]
    return map(
      "idle", Bilingual(zh: "闲置土地分布", en: "Idle land"),
      [
        parcels(Bilingual(zh: "其他宗地", en: "other parcels"), MapStyle()) {
          !shown.contains($0.state)
        },
        parcels(IdleAssessment.State.disposed.label, .tone(.good)) { $0.state == .disposed },
        parcels(IdleAssessment.State.suspected.label, .tone(.attention)) {
          $0.state == .suspected
        },
        parcels(IdleAssessment.State.identified.label, .tone(.bad)) { $0.state == .identified },
        boundary,
      ])
  }

  /// The blocks taken in and given up, with their boundary points.
  private func proposed() -> DossierMap {
    guard let change = survey.change else { return scope() }
    let all = change.proposed
    func blocks(_ direction: ChangeDirection) -> (PolygonColumns<Plane>, [String?]) {
      var columns = PolygonColumns<Plane>()
      var names: [String?] = []
      for block in change.blocks where block.direction == direction {
        columns.appendFeature(block.feature, of: all)
        names.append(block.id)
      }
      return (columns, names)
    }
    let (taken, takenNames) = blocks(.in)
    let (given, givenNames) = blocks(.out)
    let caption = Bilingual(zh: "拟调整区块与界址点", en: "Proposed blocks with boundary points")
    var result = map(
      "proposed", caption,
      [
        layer(
          Bilingual(zh: "拟调入", en: "to take in"), taken,
          MapStyle(fill: .bluishGreen, hatch: .forward), takenNames),
        layer(
          Bilingual(zh: "拟调出", en: "to give up"), given,
          MapStyle(fill: .vermillion, hatch: .cross), givenNames),
        boundary,
      ])
    // Without their numbers: those are on the map of each block, where there is room for them.
    result.drawing.add(
      MapPoints(name: language("界址点", "boundary points"), points: points))
    return result
  }

  /// One block on the plane of its own zone, with its boundary points.
  private func block(_ block: BlockBoundary, number: Int) -> DossierMap {
    var columns = PolygonColumns<Plane>()
    for part in block.parts {
      columns.appendPolygon(
        part.rings.map { ring in
          (ring.points + ring.points.prefix(1)).map { Self.place($0, block) }
        })
    }
    columns.endFeature()
    var result = map(
      "block\(number)",
      Bilingual(
        zh: "\(block.subject.id)界址点图", en: "Boundary points of \(block.subject.id)"),
      [
        layer(
          Bilingual(zh: "拟调入", en: "to take in"), columns,
          MapStyle(fill: .bluishGreen, opacity: 0.15), [block.subject.id])
      ])
    result.drawing.add(
      MapPoints(
        name: language("界址点", "boundary points"),
        points: block.points.map { Self.place($0, block) }, labels: block.points.map(\.name)))
    return result
  }

  /// A boundary point on the plane: its easting without the number of the zone.
  private static func place(_ point: BoundaryPoint, _ block: BlockBoundary) -> Coordinate {
    Coordinate(x: point.east - Double(block.zone) * 1_000_000, y: point.north)
  }

  /// Boundary points on the plane of the map: eastings lose the number of the zone. A block of
  /// another three-degree zone has none here.
  private var points: [Coordinate] {
    (survey.boundaries?.blocks ?? []).filter { $0.meridian == survey.supply.plane.meridian }
      .flatMap { block in
        block.points.map { Self.place($0, block) }
      }
  }
}

extension NotSuppliableClass {
  /// What people call it.
  fileprivate var label: Bilingual {
    switch self {
    case .water: Bilingual(zh: "河湖及蓄滞洪区", en: "water")
    case .protected: Bilingual(zh: "自然生态保护区", en: "protected")
    case .unbuildable: Bilingual(zh: "其他不可建设", en: "not buildable")
    case .road: Bilingual(zh: "道路交通", en: "roads")
    case .green: Bilingual(zh: "公园绿地", en: "greens")
    case .notSuppliable: Bilingual(zh: "其他不可供应", en: "not suppliable")
    case .unclassified: Bilingual(zh: "不可供应(未分类)", en: "not suppliable, no class given")
    }
  }

  fileprivate var style: MapStyle {
    switch self {
    case .water: MapStyle(fill: .blue, hatch: .horizontal, stroke: nil)
    case .protected: MapStyle(fill: .reddishPurple, hatch: .dots, stroke: nil)
    case .road: MapStyle(fill: .grey, stroke: nil)
    case .green: MapStyle(fill: .bluishGreen, hatch: .dots, stroke: nil)
    case .unbuildable, .notSuppliable, .unclassified:
      MapStyle(fill: .grey, hatch: .backward, stroke: nil)
    }
  }
}
