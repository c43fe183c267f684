import ArgumentParser
import LandKit

/// `landctl inspect`: says what files hold.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Say what a file holds / 查看文件内容")
  @Argument(help: "Files. / 文件") var files: [String]
  func run() throws {}
}
