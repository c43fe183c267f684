// Unsafe because the arguments are looked at as the bytes that the system hands over.

import Foundation
import LandKit

/// What a run needs of its surroundings before it begins.
enum Surroundings {
  /// Opens the three standard descriptors where they are closed: a file of ours would get the number
  /// of standard output otherwise, and results would go into it. What is written to one that was
  /// closed fails.
  static func reserveDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is the one that is missing.
      _ = open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_RDWR)
    }
  }

  /// Ends the run where an argument is not UTF-8, as names of files in a GB18030 locale may be: Swift
  /// would put marks of replacement in the place of such bytes, and another file would be meant.
  static func checkArguments() {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index],
        String(validatingCString: argument) == nil
      else { continue }
      let language = Language.ofLocale
      Terminal.note(
        ErrorText(language: language).failure(
          .usage, Terminal.plain(String(cString: argument)),
          Bilingual(
            zh: "第 \(index) 个参数不是 UTF-8 文本(文件名可能是 GB18030 编码)",
            en: "argument \(index) is not UTF-8 (the name of a file in GB18030, perhaps)"),
          Bilingual(
            zh: "请把文件改名(convmv -f gb18030 -t utf8),或用 - 从标准输入读取",
            en: "rename the file (convmv -f gb18030 -t utf8), or read it from standard input by -")
        ).text)
      Foundation.exit(ExitStatus.usage.rawValue)
    }
  }
}
