import CFaults
import LandKit

/// What is said and done where a fault ends the program: memory that is refused, a mapped input that
/// is cut off while it is read, a mistake of ours. In each case the unfinished files go and the
/// status is a documented one.
enum Faults {
  /// To be called once, before any work.
  static func watch(_ language: Language) {
    let changed = language(
      """
      : 读取过程中文件变短了,或者磁盘无法读取;未留下任何输出
        处理: 请等文件写完后重试

      """,
      """
      : the file became shorter while it was read, or its disk cannot be read; no output is left
        remedy: try again once the file is complete

      """)
    let fault = language(
      """
      landctl: 错误: 程序自身故障;未留下任何输出
        处理: 请保留输入文件并报告此问题

      """,
      """
      landctl: error: a fault of landctl itself; no output is left
        remedy: keep the input and report this

      """)
    let memory = MemoryLimit.text(MemoryLimit.bytes, language) + "\n"
    language("landctl: 错误: ", "landctl: error: ").withCString { head in
      changed.withCString { changed in
        memory.withCString { memory in
          fault.withCString { fault in
            var texts = landctl_fault_texts(
              head: head, changed: changed, memory: memory, fault: fault)
            landctl_catch_faults(&texts, MemoryLimit.bytes == nil ? 0 : 1)
          }
        }
      }
    }
  }
}
