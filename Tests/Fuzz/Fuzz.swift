import Foundation
import LandFuzz

/// Gives one reader bytes: those of files, or, where libFuzzer is linked (`make fuzz`), ones that it
/// makes.
@main struct Fuzz {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first, let target = FuzzTarget(rawValue: name) else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")
      FileHandle.standardError.write(Data("usage: fuzz \(names) FILE...\n".utf8))
      exit(64)
    }
    #if FUZZER
      LibFuzzer.run(target, [CommandLine.arguments[0]] + arguments.dropFirst())
    #else
      for path in arguments.dropFirst() {
        target.run(Array(try Data(contentsOf: URL(filePath: path))))
      }
    #endif
  }
}
