import Foundation
import LandKit
import LandTestSupport
import Testing

@testable import LandPresentation

@Suite("Templates of one's own") struct PageFileTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = scratch.path("audit")
    try MadeZone.audit(into: folder)
  }

  private func files(_ name: String, _ text: String) throws -> PageFileSet {
    try scratch.write("own/" + name, text)
    return try PageFileSet(folder: scratch.path("own"))
  }

  @Test("a letterhead takes the place of the shipped one")
  func letterhead() throws {
    let head =
      "{{% CONTENT_TYPE: PAPER}}\n<header class=\"paper-head\"><h1>某某局 {{title}}</h1></header>\n"
    let page = try PageText.made(folder, files: try files("report-head.mustache", head))
    #expect(page.text.contains("<h1>某某局 示范高新技术产业园区"))
    #expect(!page.text.contains("class=\"subtitle\""))
  }

  @Test("a style sheet, too; the policy allows it")
  func style() throws {
    let page = try PageText.made(folder, files: try files("report.css", "h1 { color: #700; }"))
    let style = try #require(MarkupText.elements("style", in: page.text).first)
    #expect(style.content.hasPrefix("h1 { color: #700; }"))
  }

  private func failure(_ body: () throws -> Void) -> TemplateError? {
    do {
      try body()
      return nil
    } catch { return error as? TemplateError }
  }

  @Test("a template that cannot be parsed is named with its line")
  func unparsable() throws {
    let error = try #require(
      failure { _ = try files("report-head.mustache", "<h1>\n{{title}}\n{{#open}}\n") })
    #expect(error.file == scratch.path("own/report-head.mustache") && error.isOwn)
    #expect(error.line == 4 || error.line == 3)
  }

  @Test(
    "a file that stands for nothing is an error", arguments: ["letter.mustache", "90-start.js"])
  func unknown(name: String) throws {
    let error = try #require(failure { _ = try files(name, "x") })
    #expect(
      error.file.hasSuffix(name) && error.isOwn && error.reason.contains("report-head.mustache"))
  }

  @Test("a folder that is not there, bytes that are no text")
  func unreadable() throws {
    let missing = try #require(failure { _ = try PageFileSet(folder: scratch.path("nowhere")) })
    #expect(missing.file == scratch.path("nowhere") && missing.isOwn)
    try scratch.write("own/report.css", bytes: [0xFF, 0xFE, 0x00])
    let bytes = try #require(failure { _ = try PageFileSet(folder: scratch.path("own")) })
    #expect(bytes.file.hasSuffix("report.css"))
  }

  @Test("a page without a place for the data is refused")
  func withoutData() throws {
    let files = try files("report.mustache", "<html>{{title}}</html>")
    let error = try #require(failure { _ = try PageText.made(folder, files: files) })
    #expect(error.file.hasSuffix("own/report.mustache") && error.reason.contains("{{{data}}}"))
  }

  @Test("lists of outputs")
  func outputs() throws {
    #expect(try AuditOutputs(list: "data") == .data)
    #expect(try AuditOutputs(list: "report,data") == [.data, .report])
    #expect(try AuditOutputs(list: "all") == .all)
    #expect(try AuditOutputs(list: "report").papers == ["report.html"])
    for (list, word) in [("data,docx", "docx"), ("", ""), ("data,", ""), ("Data", "Data")] {
      #expect(throws: AuditOutputs.UnknownWord(word: word)) { _ = try AuditOutputs(list: list) }
    }
  }
}
