import LandGeometry
import LandProjection

extension Kernel {
  /// What is done with every ring of a layer.
  static let measures: [Entry] = [
    (
      "planar-area",
      { name, ground in
        let parcels = ground.parcelsOnPlane
        return Kernel(name, per: .vertex, items: parcels.vertexCount) {
          (0..<parcels.featureCount).reduce(0) { $0 + parcels.planarArea(of: $1) }
        }
      }
    ),
    (
      "ellipsoidal-area",
      { name, ground in
        let parcels = ground.parcels
        let measure = EllipsoidalArea()
        return Kernel(name, per: .vertex, items: parcels.vertexCount) {
          (0..<parcels.featureCount).reduce(0) { $0 + measure.area(of: $1, in: parcels) }
        }
      }
    ),
    (
      "geodesic-area",
      { name, ground in
        let parcels = ground.parcels
        let measure = GeodesicArea()
        return Kernel(name, per: .vertex, items: parcels.vertexCount) {
          (0..<parcels.featureCount).reduce(0) { $0 + measure.area(of: $1, in: parcels) }
        }
      }
    ),
    (
      "gauss-kruger",
      { name, ground in
        let parcels = ground.parcels
        return Kernel(name, per: .vertex, items: parcels.vertexCount) {
          var plane = PolygonColumns<Plane>()
          for parcel in 0..<parcels.featureCount {
            SampleGround.plane.forward(
              parcels, parcels.vertices(ofFeature: parcel), appendingTo: &plane)
          }
          return plane.x.reduce(0, +) + plane.y.reduce(0, +)
        }
      }
    ),
    (
      "gauss-kruger-inverse",
      { name, ground in
        let parcels = ground.parcelsOnPlane
        return Kernel(name, per: .vertex, items: parcels.vertexCount) {
          var sum = 0.0
          for i in 0..<parcels.vertexCount {
            let place = SampleGround.plane.inverse(Coordinate(x: parcels.x[i], y: parcels.y[i]))
            sum += place.x + place.y
          }
          return sum
        }
      }
    ),
    (
      "ring-validity",
      { name, ground in
        let parcels = ground.parcels
        return Kernel(name, per: .vertex, items: parcels.vertexCount) {
          Double((0..<parcels.featureCount).count { parcels.isCertainlyValid(feature: $0) })
        }
      }
    ),
  ]
}
