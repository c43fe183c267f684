import Glibc
import LandKernels
import LandOutput

/// Runs one kernel a given number of times, so that an instruction counter can take the difference
/// of two runs, in which start-up and the making of the input are no part. No product for people.
///
///     kernel-counts list
///     kernel-counts run NAME PARCELS PASSES   prints the items of a pass, their unit, a check value
///     kernel-counts data PARCELS FOLDER       writes the same parcels as files for landctl
@main
struct KernelCounts {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("list", 1):
      for name in Kernel.names { print(name) }
    case ("run", 4):
      guard let parcels = Int(arguments[2]), let passes = Int(arguments[3]), parcels > 1,
        passes > 0, let kernel = Kernel.named(arguments[1], parcels: parcels)
      else { fail("no such kernel, or no such count") }
      run(kernel, passes)
    case ("data", 3):
      guard let parcels = Int(arguments[1]), parcels > 1 else { fail("no such count") }
      do {
        try makeFolder(arguments[2])
        try writeTogether(
          SampleFiles.all(parcels: parcels).map { (arguments[2] + "/" + $0.name, $0.bytes) })
      } catch { fail("\(error)") }
    default:
      fail("kernel-counts list | run NAME PARCELS PASSES | data PARCELS FOLDER")
    }
  }

  private static func run(_ kernel: Kernel, _ passes: Int) {
    let check = kernel.pass()
    for _ in 1..<passes where kernel.pass() != check { fail("one pass differs from another") }
    if check.isNaN { fail("the kernel cannot read its own input") }
    print(kernel.items, kernel.unit.rawValue, check)
  }

  private static func fail(_ reason: String) -> Never {
    try? StandardOutput().write(Array("kernel-counts: \(reason)\n".utf8))
    exit(64)
  }
}
