// swift-tools-version: 6.2
import PackageDescription

// The folders below Sources/LandKit are targets of their own, so that the compiler holds the
// direction of their dependencies: geometry knows no C library and no land law, one folder each
// imports GEOS and PROJ, a rule never reads a file.
//
// In CI a warning is an error; on a desk it is a warning.
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

func house(_ folder: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: "Land" + folder, dependencies: dependencies, path: "Sources/LandKit/" + folder,
    swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["LandTestSupport"],
    path: "Tests/" + name + "Tests", swiftSettings: strict)
}

let package = Package(
  name: "landctl",
  products: [
    .executable(name: "landctl", targets: ["landctl"]),
    .library(name: "LandKit", targets: ["LandKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS", path: "Sources/CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(
      name: "CPROJ", path: "Sources/CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CMalloc", path: "Sources/CMalloc"),
    house("Geometry", []),
    house("Topology", ["CGEOS", "LandGeometry"]),
    house("Projection", ["CPROJ", "LandGeometry"]),
    house(
      "Layers",
      [
        "LandGeometry", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ]),
    house("Cadastre", ["LandGeometry", "LandLayers"]),
    .executableTarget(name: "embed-rulebooks", swiftSettings: strict),
    .plugin(
      name: "EmbedRulebooks", capability: .buildTool(), dependencies: ["embed-rulebooks"]),
    .target(
      name: "LandRulebook", dependencies: ["LandGeometry", "LandLayers", "LandCadastre"],
      path: "Sources/LandKit/Rulebook", exclude: ["Rulebooks"], swiftSettings: strict,
      plugins: ["EmbedRulebooks"]),
    house("IdleLand", ["LandCadastre", "LandRulebook"]),
    house(
      "Compliance", ["LandGeometry", "LandCadastre", "LandRulebook", "LandIdleLand"]),
    house("Expansion", ["LandGeometry", "LandCadastre", "LandRulebook"]),
    house("Documents", ["LandGeometry", "LandLayers", "LandCadastre"]),
    house(
      "Survey",
      ["LandGeometry", "LandTopology", "LandProjection", "LandLayers", "LandCadastre"]),
    house(
      "Report",
      [
        "LandGeometry", "LandProjection", "LandLayers", "LandCadastre", "LandRulebook",
        "LandIdleLand", "LandCompliance", "LandSurvey",
      ]),
    .target(
      name: "LandKit",
      dependencies: [
        "LandGeometry", "LandTopology", "LandProjection", "LandLayers", "LandCadastre",
        "LandRulebook", "LandIdleLand", "LandCompliance", "LandExpansion", "LandSurvey",
        "LandReport",
      ],
      path: "Sources/LandKit/Audit", swiftSettings: strict),
    .executableTarget(
      name: "landctl",
      dependencies: [
        "CMalloc", "LandKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "LandTestSupport", path: "Tests/LandTestSupport", swiftSettings: strict),
    tests("LandGeometry", ["LandGeometry", "LandTopology"]),
    tests("LandTopology", ["LandTopology", "LandGeometry", "LandLayers"]),
    tests("LandProjection", ["LandProjection", "LandGeometry", "CPROJ"]),
    tests("LandLayers", ["LandLayers", "LandGeometry"]),
    tests("LandCadastre", ["LandCadastre", "LandLayers"]),
    tests("LandRulebook", ["LandGeometry", "LandRulebook", "LandCadastre", "LandLayers"]),
    tests("LandIdleLand", ["LandIdleLand", "LandCadastre", "LandRulebook"]),
    tests("LandExpansion", ["LandExpansion", "LandCadastre", "LandRulebook"]),
    tests("LandSurvey", ["LandKit"]),
    tests("LandReport", ["LandKit"]),
    tests("LandAudit", ["LandKit"]),
    tests("landctl", ["landctl", "LandKit"]),
  ]
)
