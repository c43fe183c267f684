import Foundation
import LandTestSupport
import Testing

/// A transcript in a page: commands behind `$ `, and what they print.
private struct Step {
  var command: String
  var output: [String]
}

/// The page as blocks of `console` and the text between them, in order.
private struct Transcript {
  /// The lines of the page; a block of steps stands for its lines.
  enum Part {
    case text(String)
    case steps([Step])
  }

  var parts: [Part] = []

  init(_ page: String) {
    var steps: [Step]?
    var isContinued = false
    for line in page.components(separatedBy: "\n") {
      guard var block = steps else {
        parts.append(.text(line))
        if line == "```console" { steps = [] }
        continue
      }
      if line == "```" {
        parts += [.steps(block), .text(line)]
        steps = nil
        continue
      }
      if isContinued {
        block[block.count - 1].command += "\n" + line
      } else if line.hasPrefix("$ ") {
        block.append(Step(command: String(line.dropFirst(2)), output: []))
      } else if !block.isEmpty {
        block[block.count - 1].output.append(line)
      }
      isContinued = (isContinued || line.hasPrefix("$ ")) && line.hasSuffix("\\")
      steps = block
    }
  }

  var text: String {
    parts.map { part in
      switch part {
      case .text(let line): line
      case .steps(let steps):
        steps.flatMap { ["$ " + $0.command] + $0.output }.joined(separator: "\n")
      }
    }.joined(separator: "\n")
  }
}

@Suite("The tutorial is what happens") struct TutorialTests {
  private static let elision = "…"

  /// Whether lines are those of a page, in which one … stands for any number.
  private func agree(_ lines: [String], with kept: [String]) -> Bool {
    guard let gap = kept.firstIndex(of: Self.elision) else { return lines == kept }
    let (head, tail) = (kept[..<gap], kept[(gap + 1)...])
    return lines.count >= head.count + tail.count && lines.starts(with: head)
      && lines.suffix(tail.count).elementsEqual(tail)
  }

  /// The lines as a page keeps them: as many before and behind the … as there were.
  private func shortened(_ lines: [String], like kept: [String]) -> [String] {
    guard let gap = kept.firstIndex(of: Self.elision) else { return lines }
    let tail = kept.count - gap - 1
    guard lines.count > gap + tail else { return lines }
    return lines.prefix(gap) + [Self.elision] + lines.suffix(tail)
  }

  /// The pages with their locales. The Chinese one runs the same commands, which takes a while: with
  /// `make test-extras` and `make test-examples` only.
  private static let pages =
    [("tutorial.md", "en_US.UTF-8")]
    + (Extras.areWanted || Snapshot.isRecording ? [("tutorial.zh.md", "zh_CN.UTF-8")] : [])

  @Test("every command runs and prints what the page shows", arguments: pages)
  func runs(page: String, locale: String) throws {
    let place = checkout.appendingPathComponent("docs/" + page)
    var transcript = Transcript(try String(contentsOf: place, encoding: .utf8))
    let scratch = try Scratch()
    var count = 0
    for index in transcript.parts.indices {
      guard case .steps(var steps) = transcript.parts[index] else { continue }
      for step in steps.indices {
        let command = steps[step].command
        let run = try runLandctl(
          [command], environment: ["LANG": locale, "EXAMPLES": fixtures.path], in: scratch.folder,
          launch: .shell)
        var lines = run.text.components(separatedBy: "\n")
        if lines.last?.isEmpty == true { lines.removeLast() }
        count += 1
        if Snapshot.isRecording {
          steps[step].output = shortened(lines, like: steps[step].output)
        } else {
          #expect(
            agree(lines, with: steps[step].output),
            "\(page): $ \(command)\n\(lines.joined(separator: "\n"))")
        }
      }
      transcript.parts[index] = .steps(steps)
    }
    #expect(count > 20)
    if Snapshot.isRecording { try Data(transcript.text.utf8).write(to: place) }
  }
}
