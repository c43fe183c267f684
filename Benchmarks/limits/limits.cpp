// Physical-limit proxies, one thread: raw read, JSON parse, number parse, projection, geodesic area, GEOS kernels.
//   g++ -O3 -march=native limits.cpp -o limits -lsimdjson -lgeos_c -lproj
//   ./limits DIR            all of it (DIR has parcels.geojson, buildings.geojson, zones.geojson)
//   ./limits DIR kernels    up to the projection, without overlays
//   ./limits DIR parse      reading and parsing alone
#include <fcntl.h>
#include <geodesic.h>
#include <geos_c.h>
#include <proj.h>
#include <simdjson.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <vector>
using namespace simdjson;
static double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
static double T0;
static void say(const char *what, double n, const char *unit) {
  double t = now() - T0;
  rusage u; getrusage(RUSAGE_SELF, &u);
  printf("%-34s %9.3f s %12.2f %s  rss %ld MB\n", what, t, n / t, unit, u.ru_maxrss / 1024);
  fflush(stdout);
  T0 = now();
}
// features as flat rings: poly -> rings -> points
struct Layer { std::vector<double> xy; std::vector<size_t> ring{0}, poly{0}, feat{0}; std::vector<double> floors; std::vector<std::string> zone; };

static padded_string slurp(const std::string &p) { return padded_string::load(p).value(); }

static void rings(ondemand::array a, Layer &L) {
  for (auto r : a) {
    ondemand::array ra = r.get_array().value();
    for (auto p : ra) { ondemand::array q = p.get_array().value(); for (auto v : q) L.xy.push_back(v.get_double().value()); }
    L.ring.push_back(L.xy.size() / 2);
  }
  L.poly.push_back(L.ring.size() - 1);
}
static Layer parse(const padded_string &s, bool keep, size_t &bytes) {
  Layer L; ondemand::parser parser; auto doc = parser.iterate(s);
  for (auto f : doc["features"].get_array()) {
    auto o = f.get_object();
    double fl = 0; std::string zid;
    for (auto field : o["properties"].get_object()) {
      std::string_view key = field.unescaped_key();
      auto v = field.value();
      switch (v.type()) {
        case ondemand::json_type::string: { std::string_view t = v.get_string(); bytes += t.size(); if (keep && key == "zone_id") zid = t; break; }
        case ondemand::json_type::number: { double d = v.get_double(); if (key == "floors") fl = d; bytes += 8; break; }
        default: break;
      }
    }
    auto g = o["geometry"].get_object();
    std::string_view type = g["type"];
    bool multi = type == "MultiPolygon";
    ondemand::array c = g["coordinates"].get_array().value();
    if (multi) for (auto p : c) rings(p.get_array().value(), L); else rings(c, L);
    L.feat.push_back(L.poly.size() - 1);
    L.floors.push_back(fl); if (keep) L.zone.push_back(zid);
  }
  return L;
}
static std::vector<GEOSGeometry *> build(const Layer &L) {
  std::vector<GEOSGeometry *> out;
  for (size_t f = 0; f + 1 < L.feat.size(); f++) {
    std::vector<GEOSGeometry *> polys;
    for (size_t p = L.feat[f]; p < L.feat[f + 1]; p++) {
      std::vector<GEOSGeometry *> rs;
      for (size_t r = L.poly[p]; r < L.poly[p + 1]; r++)
        rs.push_back(GEOSGeom_createLinearRing(GEOSCoordSeq_copyFromBuffer(&L.xy[2 * L.ring[r]], L.ring[r + 1] - L.ring[r], 0, 0)));
      polys.push_back(GEOSGeom_createPolygon(rs[0], rs.data() + 1, rs.size() - 1));
    }
    out.push_back(polys.size() == 1 ? polys[0] : GEOSGeom_createCollection(GEOS_MULTIPOLYGON, polys.data(), polys.size()));
  }
  return out;
}
static void quiet(const char *, ...) {}
static void loud(const char *f, ...) { va_list a; va_start(a, f); vfprintf(stderr, f, a); va_end(a); fputc('\n', stderr); }
static void project(Layer &L, std::vector<int> &epsg) {
  std::map<int, PJ *> pjs;
  for (size_t f = 0; f + 1 < L.feat.size(); f++) {
    size_t a = L.ring[L.poly[L.feat[f]]], b = L.ring[L.poly[L.feat[f + 1]]];
    double lo = 1e9, hi = -1e9;
    for (size_t i = a; i < b; i++) { lo = std::min(lo, L.xy[2 * i]); hi = std::max(hi, L.xy[2 * i]); }
    int e = 4534 + (int(std::floor((lo + hi) / 6 + .5)) * 3 - 75) / 3;
    PJ *&pj = pjs[e];
    if (!pj) {
      PJ *q = proj_create_crs_to_crs(nullptr, "EPSG:4490", ("EPSG:" + std::to_string(e)).c_str(), nullptr);
      pj = proj_normalize_for_visualization(nullptr, q);
    }
    proj_trans_generic(pj, PJ_FWD, &L.xy[2 * a], 16, b - a, &L.xy[2 * a + 1], 16, b - a, nullptr, 0, 0, nullptr, 0, 0);
    epsg.push_back(e);
  }
}
int main(int argc, char **argv) {
  std::string d = argc > 1 ? argv[1] : ".";
  std::string until = argc > 2 ? argv[2] : "";
  std::string fp = d + "/parcels.geojson", fb = d + "/buildings.geojson", fz = d + "/zones.geojson";
  initGEOS(quiet, loud);
  T0 = now();
  auto sp = slurp(fp), sb = slurp(fb), sz = slurp(fz);
  double mb = (sp.size() + sb.size() + sz.size()) / 1e6;
  say("read files (warm cache)", mb, "MB/s");
  { dom::parser q; q.parse(sp).error(); size_t n = q.parse(sb).error(); (void)n; say("simdjson DOM, both files", mb, "MB/s"); }
  size_t bytes = 0;
  Layer P = parse(sp, true, bytes), B = parse(sb, false, bytes), Z = parse(sz, true, bytes);
  say("simdjson on-demand -> arrays", mb, "MB/s");
  size_t np = P.feat.size() - 1, nb = B.feat.size() - 1, nz = Z.feat.size() - 1, nv = (P.xy.size() + B.xy.size()) / 2;
  printf("  %zu parcels, %zu buildings, %zu zones, %zu vertices\n", np, nb, nz, nv);
  if (until == "parse") return 0;
  T0 = now();
  { // shoelace in the plane: the cheapest possible touch of every vertex
    double s = 0;
    for (size_t i = 0; i + 1 < P.xy.size() / 2; i++) s += P.xy[2 * i] * P.xy[2 * i + 3] - P.xy[2 * i + 2] * P.xy[2 * i + 1];
    volatile double k = s; (void)k;
    say("shoelace over all parcel vertices", P.xy.size() / 2e6, "Mvertex/s");
  }
  { geod_geodesic g; geod_init(&g, 6378137, 1 / 298.257222101); double sum = 0;
    for (size_t r = 0; r + 1 < P.ring.size(); r++) {
      geod_polygon pg; geod_polygon_init(&pg, 0);
      for (size_t i = P.ring[r]; i + 1 < P.ring[r + 1]; i++) geod_polygon_addpoint(&g, &pg, P.xy[2 * i + 1], P.xy[2 * i]);
      double A = 0; geod_polygon_compute(&g, &pg, 0, 1, &A, nullptr); sum += A;
    }
    volatile double k = sum; (void)k;
    say("geodesic area (geographiclib)", P.xy.size() / 2e6, "Mvertex/s"); }
  auto gl = build(P);
  say("build GEOS parcels (lon/lat)", np / 1e3, "k/s");
  size_t bad = 0;
  std::vector<char> ok(np);
  for (size_t i = 0; i < np; i++) bad += !(ok[i] = GEOSisValid(gl[i]));
  say("GEOS isValid parcels", np / 1e3, "k/s");
  std::vector<int> pe, be, ze;
  project(P, pe); project(B, be); project(Z, ze);
  say("PROJ to Gauss-Krueger, all vertices", nv / 1e6, "Mvertex/s");
  for (auto g : gl) GEOSGeom_destroy(g);
  if (until == "kernels") return 0;
  T0 = now();
  auto p = build(P), b = build(B), z = build(Z);
  for (size_t i = 0; i < np; i++) if (!ok[i]) { auto *m = GEOSMakeValid(p[i]); GEOSGeom_destroy(p[i]); p[i] = m; }
  for (size_t i = 0; i < nb; i++) if (!GEOSisValid(b[i])) { auto *m = GEOSMakeValid(b[i]); GEOSGeom_destroy(b[i]); b[i] = m; }
  say("build + isValid buildings", (np + nb) / 1e3, "k/s");
  std::map<int, GEOSSTRtree *> tree;
  for (size_t i = 0; i < np; i++) { auto *&t = tree[pe[i]]; if (!t) t = GEOSSTRtree_create(10); GEOSSTRtree_insert(t, p[i], (void *)i); }
  std::vector<std::pair<size_t, size_t>> bp, pp;
  for (size_t i = 0; i < nb; i++) {
    struct C { std::vector<std::pair<size_t, size_t>> *v; size_t i; } c{&bp, i};
    if (tree.count(be[i])) GEOSSTRtree_query(tree[be[i]], b[i], [](void *it, void *u) { auto *c = (C *)u; c->v->push_back({(size_t)it, c->i}); }, &c);
  }
  for (size_t i = 0; i < np; i++) {
    struct C { std::vector<std::pair<size_t, size_t>> *v; size_t i; } c{&pp, i};
    GEOSSTRtree_query(tree[pe[i]], p[i], [](void *it, void *u) { auto *c = (C *)u; if ((size_t)it > c->i) c->v->push_back({c->i, (size_t)it}); }, &c);
  }
  std::sort(bp.begin(), bp.end());
  say("STRtree build + box pairs", (bp.size() + pp.size()) / 1e3, "kpair/s");
  printf("  %zu building-parcel boxes, %zu parcel-parcel boxes\n", bp.size(), pp.size());
  T0 = now();
  size_t cov = 0, cut = 0, un = 0; double foot = 0, A;
  double tc = 0, ti = 0, tu = 0;
  for (size_t s = 0; s < bp.size();) {
    size_t e = s; while (e < bp.size() && bp[e].first == bp[s].first) e++;
    auto *pg = p[bp[s].first]; auto *pr = GEOSPrepare(pg);
    std::vector<GEOSGeometry *> own; std::vector<const GEOSGeometry *> all;
    for (size_t k = s; k < e; k++) {
      auto *bg = b[bp[k].second];
      double t = now();
      bool in = GEOSPreparedCovers(pr, bg) == 1, hit = in || GEOSPreparedIntersects(pr, bg) == 1;
      tc += now() - t; t = now();
      if (in) { cov++; all.push_back(bg); }
      else if (hit) { auto *g = GEOSIntersection(pg, bg); if (!g) continue; cut++; GEOSArea(g, &A); if (A > .01) { own.push_back(g); all.push_back(g); } else GEOSGeom_destroy(g); }
      ti += now() - t;
    }
    if (all.size() == 1) { GEOSArea(all[0], &A); foot += A; }
    else if (all.size()) {
      double t = now();
      std::vector<GEOSGeometry *> c; for (auto *g : all) c.push_back(GEOSGeom_clone(g));
      auto *col = GEOSGeom_createCollection(GEOS_GEOMETRYCOLLECTION, c.data(), c.size());
      auto *u = GEOSUnaryUnion(col); GEOSArea(u, &A); foot += A; un++; GEOSGeom_destroy(u); GEOSGeom_destroy(col);
      tu += now() - t;
    }
    for (auto *g : own) GEOSGeom_destroy(g);
    GEOSPreparedGeom_destroy(pr); s = e;
  }
  say("building overlay in all", bp.size() / 1e3, "kpair/s");
  printf("  covers %.3f s (%zu inside), intersection %.3f s (%zu), union %.3f s (%zu parcels), footprint %.1f m2\n", tc, cov, ti, cut, tu, un, foot);
  T0 = now();
  size_t no = 0, ni = 0;
  for (auto &q : pp) {
    double x0, x1, y0, y1, u0, u1, v0, v1; auto *g = p[q.first], *h = p[q.second];
    GEOSGeom_getExtent(g, &x0, &y0, &x1, &y1); GEOSGeom_getExtent(h, &u0, &v0, &u1, &v1);
    if ((std::min(x1, u1) - std::max(x0, u0)) * (std::min(y1, v1) - std::max(y0, v0)) <= 1) continue;
    ni++; auto *r = GEOSIntersection(g, h); if (!r) continue; GEOSArea(r, &A); no += A > 1; GEOSGeom_destroy(r);
  }
  say("parcel-parcel intersections", ni / 1e3, "kpair/s");
  printf("  %zu intersections, %zu overlaps > 1 m2\n", ni, no);
  T0 = now();
  std::map<std::string, size_t> zi; for (size_t i = 0; i < nz; i++) zi[Z.zone[i]] = i;
  std::vector<const GEOSPreparedGeometry *> zp; for (auto *g : z) zp.push_back(GEOSPrepare(g));
  std::vector<std::vector<GEOSGeometry *>> zc(nz); double outside = 0; size_t nd = 0;
  for (size_t i = 0; i < np; i++) { size_t k = zi[P.zone[i]]; zc[k].push_back(p[i]);
    if (GEOSPreparedCovers(zp[k], p[i]) != 1) { auto *g = GEOSDifference(p[i], z[k]); GEOSArea(g, &A); outside += A; nd++; GEOSGeom_destroy(g); } }
  say("outside its zone", np / 1e3, "k/s");
  double sup = 0, rem = 0;
  for (size_t k = 0; k < nz; k++) { auto *col = GEOSGeom_createCollection(GEOS_GEOMETRYCOLLECTION, zc[k].data(), zc[k].size());
    auto *u = GEOSUnaryUnion(col); GEOSArea(u, &A); sup += A; auto *r = GEOSDifference(z[k], u); GEOSArea(r, &A); rem += A; GEOSGeom_destroy(u); GEOSGeom_destroy(r); }
  say("zone unions + remaining", np / 1e3, "k/s");
  printf("  outside %.1f m2 (%zu parcels), supplied %.1f, remaining %.1f m2, invalid %zu\n", outside, nd, sup, rem, bad);
}
