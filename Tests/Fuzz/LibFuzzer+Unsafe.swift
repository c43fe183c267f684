// Unsafe because libFuzzer is a C library: it takes the arguments as C strings and lends the bytes of
// each case for the call.

#if FUZZER
  import Foundation
  import LandFuzz

  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt

  enum LibFuzzer {
    // Set once, before libFuzzer starts, whose callback can carry nothing.
    nonisolated(unsafe) private static var target = FuzzTarget.geoJSON

    /// Hands the process to libFuzzer.
    static func run(_ target: FuzzTarget, _ arguments: [String]) -> Never {
      self.target = target
      var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
      var count = CInt(arguments.count)
      let status = strings.withUnsafeMutableBufferPointer { buffer in
        var base = buffer.baseAddress
        return runDriver(&count, &base) { bytes, size in
          LibFuzzer.target.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
          return 0
        }
      }
      exit(status)
    }
  }
#endif
