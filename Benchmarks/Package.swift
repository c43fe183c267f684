// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that landctl does not depend on the benchmark library. Without its traits
// that library needs no jemalloc and counts no memory; CAllocations does.
let package = Package(
  name: "landctl-benchmarks",
  dependencies: [
    .package(name: "landctl", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "CAllocations", path: "CAllocations"),
    .executableTarget(
      name: "LandKernelBenchmarks",
      dependencies: [
        "CAllocations", .product(name: "LandKernels", package: "landctl"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/LandKernelBenchmarks",
      swiftSettings: [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
