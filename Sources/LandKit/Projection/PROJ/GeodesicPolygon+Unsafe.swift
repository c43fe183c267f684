// Unsafe because GeographicLib's C interface keeps its state in structures that it fills through
// pointers; they live on the stack of this one function.

import CPROJ
import LandGeometry

/// The signed geodesic area of an unclosed ring in square metres, positive counter-clockwise,
/// by GeographicLib (`geod_polygon_*`, part of PROJ; no database needed).
func geodesicPolygonArea(
  _ ellipsoid: Ellipsoid, longitudes: ArraySlice<Double>, latitudes: ArraySlice<Double>
) -> Double {
  var geodesic = geod_geodesic()
  geod_init(&geodesic, ellipsoid.semiMajorAxis, ellipsoid.flattening)
  var polygon = geod_polygon()
  geod_polygon_init(&polygon, 0)
  for (longitude, latitude) in zip(longitudes, latitudes) {
    geod_polygon_addpoint(&geodesic, &polygon, latitude, longitude)
  }
  var area = 0.0
  var perimeter = 0.0
  geod_polygon_compute(&geodesic, &polygon, 0, 1, &area, &perimeter)
  return area
}
