import Benchmark
import CAllocations
import Glibc
import LandKernels

/// A kernel with its input, and what one pass asked of malloc.
struct Prepared: Sendable {
  let kernel: Kernel
  let allocated: allocation_count

  init?(_ name: String) {
    guard let kernel = Kernel.named(name, parcels: 10_000) else { return nil }
    self.kernel = kernel
    blackHole(kernel.pass())
    allocation_count_start()
    let check = kernel.pass()
    allocated = allocation_count_stop()
    blackHole(check)
  }

  func perItem(_ value: Double) -> Int { Int((value / Double(kernel.items)).rounded()) }
}

/// Nanoseconds of processor time that this thread has had. Unlike the clock on the wall it does not
/// go on while other work has the processor.
func threadNanoseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

// Metrics are whole numbers: a vertex that takes two nanoseconds needs picoseconds, and most
// kernels allocate far less than once an item.
let time = BenchmarkMetric.custom("ps per item", polarity: .prefersSmaller, useScalingFactor: false)
let bytes = BenchmarkMetric.custom(
  "bytes per 1000 items", polarity: .prefersSmaller, useScalingFactor: false)
let calls = BenchmarkMetric.custom(
  "allocations per 1000 items", polarity: .prefersSmaller, useScalingFactor: false)

let benchmarks: @Sendable () -> Void = {
  let configuration = Benchmark.Configuration(
    metrics: [.throughput, time, bytes, calls], warmupIterations: 3, maxDuration: .seconds(3),
    maxIterations: 300)
  for name in Kernel.names {
    let unit = Kernel.named(name, parcels: 10)?.unit.rawValue ?? ""
    Benchmark("\(name)/\(unit)", configuration: configuration) { benchmark, prepared in
      guard let prepared else { return benchmark.error("no such kernel") }
      for _ in benchmark.scaledIterations {
        let start = threadNanoseconds()
        blackHole(prepared.kernel.pass())
        let taken = threadNanoseconds() - start
        benchmark.measurement(time, prepared.perItem(taken * 1000))
        benchmark.measurement(bytes, prepared.perItem(Double(prepared.allocated.bytes) * 1000))
        benchmark.measurement(calls, prepared.perItem(Double(prepared.allocated.calls) * 1000))
      }
    } setup: {
      Prepared(name)
    }
  }
}
