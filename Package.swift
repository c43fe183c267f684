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

/// A short program below Examples that shows the library at work; the tests build and run it.
func example(_ name: String, _ folder: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["LandKit"], path: "Examples/" + folder, swiftSettings: strict)
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
    // The inner work by itself, for Benchmarks/Package.swift.
    .library(name: "LandKernels", targets: ["LandKernels"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS", path: "Sources/CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(
      name: "CPROJ", path: "Sources/CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(
      name: "CXLSX", path: "Sources/CXLSX", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev", "zlib1g-dev"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CSHP", path: "Sources/CSHP", pkgConfig: "shapelib", providers: [.apt(["libshp-dev"])]),
    .systemLibrary(name: "CMalloc", path: "Sources/CMalloc"),
    .systemLibrary(name: "CLimits", path: "Sources/CLimits"),
    .target(name: "CFaults", path: "Sources/CFaults"),
    house("Geometry", []),
    house("Topology", ["CGEOS", "LandGeometry"]),
    house("Projection", ["CPROJ", "LandGeometry"]),
    house(
      "Layers",
      [
        "CFaults", "CZlib", "LandGeometry", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ]),
    house("Cadastre", ["LandGeometry", "LandLayers"]),
    house("Programs", ["CLimits"]),
    house(
      "Foreign",
      [
        "LandGeometry", "LandProjection", "LandLayers", "LandCadastre", "LandPrograms",
        "LandOutput", "LandGeoPackage", "LandShapefile",
      ]),
    .executableTarget(name: "embed-texts", swiftSettings: strict),
    .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["embed-texts"]),
    .target(
      name: "LandRulebook", dependencies: ["LandGeometry", "LandLayers", "LandCadastre"],
      path: "Sources/LandKit/Rulebook", exclude: ["Rulebooks"], swiftSettings: strict,
      plugins: ["EmbedTexts"]),
    house("IdleLand", ["LandCadastre", "LandRulebook"]),
    house(
      "Compliance", ["LandGeometry", "LandCadastre", "LandRulebook", "LandIdleLand"]),
    house("Expansion", ["LandGeometry", "LandCadastre", "LandRulebook"]),
    .target(
      name: "LandDocuments",
      dependencies: [
        "LandGeometry", "LandLayers", "LandCadastre", "LandPrograms",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      path: "Sources/LandKit/Documents", exclude: ["Templates"], swiftSettings: strict,
      plugins: ["EmbedTexts"]),
    house("Output", ["CFaults", "LandGeometry"]),
    house("Shapefile", ["CSHP", "LandGeometry", "LandLayers", "LandOutput"]),
    house(
      "Workbook",
      [
        "CXLSX", "LandGeometry", "LandLayers", "LandCadastre", "LandDocuments", "LandOutput",
      ]),
    house(
      "GeoPackage",
      [
        "LandGeometry", "LandProjection", "LandLayers", "LandCadastre", "LandOutput",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    house(
      "Survey",
      ["LandGeometry", "LandTopology", "LandProjection", "LandLayers", "LandCadastre"]),
    house(
      "Report",
      [
        "LandGeometry", "LandProjection", "LandLayers", "LandCadastre", "LandRulebook",
        "LandIdleLand", "LandCompliance", "LandSurvey", "LandDocuments", "LandGeoPackage",
        "LandOutput",
      ]),
    house(
      "Ledger",
      [
        "LandGeometry", "LandTopology", "LandProjection", "LandLayers", "LandCadastre",
        "LandRulebook", "LandIdleLand", "LandSurvey", "LandDocuments", "LandOutput",
        "LandGeoPackage", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    house(
      "Audit",
      [
        "LandGeometry", "LandTopology", "LandProjection", "LandLayers", "LandCadastre",
        "LandRulebook", "LandIdleLand", "LandCompliance", "LandExpansion", "LandSurvey",
        "LandReport", "LandOutput", "LandForeign",
      ]),
    house(
      "Dossier",
      [
        "LandGeometry", "LandProjection", "LandLayers", "LandCadastre", "LandRulebook",
        "LandIdleLand", "LandCompliance", "LandExpansion", "LandSurvey", "LandReport",
        "LandDocuments", "LandOutput", "LandWorkbook", "LandGeoPackage", "LandForeign", "LandAudit",
      ]),
    .target(
      name: "LandPresentation",
      dependencies: [
        "LandGeometry", "LandProjection", "LandLayers", "LandCadastre", "LandRulebook",
        "LandIdleLand", "LandSurvey", "LandReport", "LandDocuments", "LandWorkbook",
        "LandGeoPackage", "LandOutput", "LandForeign", "LandAudit",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Sources/LandKit/Presentation", exclude: ["PageFiles"], swiftSettings: strict,
      plugins: ["EmbedTexts"]),
    house(
      "Tracking",
      [
        "LandGeometry", "LandProjection", "LandLayers", "LandCadastre", "LandRulebook",
        "LandIdleLand", "LandCompliance", "LandSurvey", "LandReport", "LandDocuments",
        "LandWorkbook", "LandOutput", "LandAudit", "LandLedger", "LandForeign",
      ]),
    house(
      "Conversion",
      [
        "LandGeometry", "LandProjection", "LandLayers", "LandCadastre", "LandOutput",
        "LandShapefile", "LandGeoPackage", "LandSurvey", "LandForeign",
      ]),
    house(
      "Doctor",
      [
        "LandGeometry", "LandTopology", "LandProjection", "LandPrograms", "LandReport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "LandKit",
      dependencies: [
        "LandGeometry", "LandTopology", "LandProjection", "LandLayers", "LandCadastre",
        "LandRulebook", "LandIdleLand", "LandCompliance", "LandExpansion", "LandDocuments",
        "LandOutput", "LandSurvey", "LandReport", "LandWorkbook", "LandGeoPackage", "LandAudit",
        "LandDossier", "LandLedger", "LandTracking", "LandPresentation", "LandPrograms",
        "LandForeign", "LandShapefile", "LandConversion", "LandDoctor",
      ],
      path: "Sources/LandKit/Umbrella", exclude: ["LandKit.docc"], swiftSettings: strict),
    .executableTarget(
      name: "landctl",
      dependencies: [
        "CFaults", "CMalloc", "LandKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "LandKernels", dependencies: ["LandGeometry", "LandProjection", "LandLayers"],
      path: "Benchmarks/Kernels", swiftSettings: strict),
    .executableTarget(
      name: "kernel-counts", dependencies: ["LandKernels", "LandOutput"],
      path: "Benchmarks/KernelCounts", swiftSettings: strict),
    example("example-areas", "Areas"),
    example("example-idle-land", "IdleLand"),
    example("example-expansion-check", "ExpansionCheck"),
    .target(
      name: "LandTestSupport", dependencies: ["CZlib"], path: "Tests/LandTestSupport",
      swiftSettings: strict),
    .target(
      name: "LandDifferential",
      dependencies: [
        "CPROJ", "LandGeometry", "LandTopology", "LandProjection", "LandLayers", "LandTestSupport",
      ],
      path: "Tests/LandDifferential", swiftSettings: strict),
    .executableTarget(
      name: "differential",
      dependencies: [
        "LandDifferential", "LandGeometry",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Differential", swiftSettings: strict),
    // Readers that are given arbitrary bytes: by `make fuzz`, and those that once did harm by a test.
    .target(
      name: "LandFuzz",
      dependencies: [
        "LandGeometry", "LandLayers", "LandCadastre", "LandRulebook", "LandShapefile",
        "LandGeoPackage", "LandForeign",
      ],
      path: "Tests/LandFuzz", swiftSettings: strict),
    .executableTarget(
      name: "fuzz", dependencies: ["LandFuzz"], path: "Tests/Fuzz", swiftSettings: strict),
    tests("LandGeometry", ["LandGeometry", "LandTopology", "LandDifferential"]),
    tests("LandTopology", ["LandTopology", "LandGeometry", "LandLayers"]),
    tests("LandProjection", ["LandProjection", "LandGeometry", "LandDifferential", "CPROJ"]),
    tests("LandLayers", ["LandLayers", "LandGeometry"]),
    tests("LandFuzz", ["LandFuzz", "fuzz"]),
    tests(
      "LandPresentation",
      [
        "LandKit", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("LandCadastre", ["LandCadastre", "LandLayers"]),
    tests(
      "LandForeign",
      [
        "LandForeign", "LandGeometry", "LandProjection", "LandLayers", "LandCadastre",
        "LandPrograms", "LandOutput",
      ]),
    tests("LandShapefile", ["LandShapefile", "LandGeometry", "LandLayers", "LandOutput"]),
    tests("LandRulebook", ["LandGeometry", "LandRulebook", "LandCadastre", "LandLayers"]),
    tests("LandIdleLand", ["LandIdleLand", "LandCadastre", "LandRulebook"]),
    tests("LandExpansion", ["LandExpansion", "LandCadastre", "LandRulebook"]),
    tests(
      "LandDocuments",
      [
        "LandDocuments", "LandCadastre", "LandGeometry",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    tests(
      "LandWorkbook",
      ["LandWorkbook", "LandDocuments", "LandGeometry", "LandCadastre", "LandOutput"]),
    tests(
      "LandGeoPackage",
      [
        "LandGeoPackage", "LandGeometry", "LandProjection", "LandLayers", "LandCadastre",
        "LandOutput", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "ledger-crash", dependencies: ["LandLedger", "LandCadastre", "LandGeometry"],
      path: "Tests/LedgerCrash", swiftSettings: strict),
    tests(
      "LandLedger",
      ["LandKit", "ledger-crash", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("LandSurvey", ["LandKit"]),
    tests("LandReport", ["LandKit"]),
    tests("LandAudit", ["LandKit"]),
    tests("LandDossier", ["LandKit"]),
    tests("LandDoctor", ["LandDoctor"]),
    tests(
      "landctl",
      [
        "landctl", "LandKit", "example-areas", "example-idle-land", "example-expansion-check",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
  ]
)
