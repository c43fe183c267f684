import ArgumentParser
import LandKit

/// What `--format` takes where people list and read.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

/// The options that the commands on rulebooks share.
struct RulesArguments: ParsableArguments {
  @Option(
    help: """
      A rulebook of your own, added to the shipped ones; repeatable. / 自有规则库,加入内置规则库,可重复
      """)
  var rules: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: "The day on which books are in force, default today in Shanghai. / 规则库现行的日期,默认上海当天")
  var asOf: String?

  @Option(help: "What goes to standard output: table or json. / 标准输出的格式:table 或 json")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func validate() throws { _ = try DayArgument.day(asOf) }

  var language: Language { lang ?? .ofLocale }

  /// The shipped books with those of `--rules`; what is wrong with a file is said here.
  func library() throws -> RulebookLibrary {
    let errors = ErrorText(language: language)
    var sources: [SourceBytes] = []
    do throws(FormatError) {
      for file in rules { sources.append(try SourceBytes.open(file)) }
    } catch { throw Terminal.said(errors.failure(error)) }
    do throws(YAMLError) { return try RulebookLibrary(adding: sources) } catch {
      throw Terminal.said(errors.failure(error))
    }
  }

  /// Says that no book and no rule has a name.
  func unknown(_ name: String, in library: RulebookLibrary) -> ExitCode {
    let near = library.nearestOfAll(to: name)
    let failure = ErrorText(language: language).failure(
      .usage, name, Bilingual(zh: "没有这个规则库或规则", en: "no rulebook and no rule has this name"),
      near.map { Bilingual(zh: "是否应为 \($0)?", en: "did you mean \($0)?") }
        ?? Bilingual(
          zh: "landctl rules list 列出规则库,landctl rules list 规则库 列出其规则",
          en: "landctl rules list names the books, landctl rules list BOOK their rules"))
    return Terminal.said(failure)
  }
}

extension Terminal {
  /// Says a failure and gives the status to end with.
  static func said(_ failure: Failure) -> ExitCode {
    note(failure.text)
    return failure.status.code
  }

  /// Writes a JSON object as the only line of standard output.
  static func out(_ json: JSONObject) { out(String(decoding: json.bytes, as: UTF8.self)) }
}
