import Foundation
import LandTestSupport
import Testing

/// Standard output that is full, closed, or that nobody reads: a message and 73, or a quiet end.
@Suite("Standard output that takes nothing") struct StandardOutputTests {
  private let scratch: Scratch
  private let commands: [[String]]

  init() throws {
    scratch = try Scratch()
    let parcels = try scratch.write("parcels.geojson", Sample.parcels)
    commands = [
      ["audit", parcels], ["audit", parcels, "--format", "csv"],
      ["audit", parcels, "--format", "json"], ["audit", parcels, "--format", "geojson"],
      ["inspect", parcels], ["inspect", parcels, "--format", "json"],
      ["convert", parcels, "-", "--format", "csv"], ["rules", "list"],
      ["rules", "explain", "JX2-11"], ["explain", "P1", parcels, "--rules", "jiangxi-2018"],
      ["template", "zone"],
    ]
  }

  @Test("full or closed: 73, what and why, no crash", arguments: ["exec >/dev/full", "exec >&-"])
  func refused(redirection: String) throws {
    for command in commands {
      let run = try runLandctl(command, launch: .after(redirection))
      #expect(run.status == 73, "\(command): \(run.status) \(run.stderr)")
      #expect(run.stderr.contains("standard output: cannot write: "), "\(command) \(run.stderr)")
      #expect(!run.stderr.contains("Fatal"))
    }
  }

  @Test("messages that cannot be written end no run")
  func standardError() throws {
    let usual = try runLandctl(commands[6])
    for redirection in ["exec 2>/dev/full", "exec 2>&-"] {
      let run = try runLandctl(commands[6], launch: .after(redirection))
      #expect(run.status == 0 && run.stdout == usual.stdout)
    }
  }

  @Test("closed descriptors do not get the numbers of files that are written")
  func numbers() throws {
    let out = scratch.path("out")
    let arguments = commands[0] + ["--as-of", "2025-06-30", "--lang", "en", "--output"]
    #expect(try runLandctl(arguments + [out]).status == 0)
    let closed = scratch.path("closed")
    let run = try runLandctl(arguments + [closed], launch: .after("exec <&- >&- 2>&-"))
    #expect(run.status == 73)
    // The files were whole before the screen was to say so.
    #expect(try scratch.files(in: "closed") == scratch.files(in: "out"))
  }

  @Test("a reader that goes away: no message, the status of SIGPIPE, also where it was ignored")
  func closedPipe() throws {
    let many = try scratch.write("many.geojson", Sample.collection(Sample.parcels(3000)))
    for trap in ["", "trap '' PIPE; "] {
      for command in [["convert", many, "-", "--format", "geojson"], ["rules", "list"]] {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments =
          [
            "-c", "\(trap)(sleep 0.5; \"$0\" \"$@\" 2>err; echo $? >status) | (exec <&-; sleep 1)",
            landctlBinary.path,
          ] + command
        shell.currentDirectoryURL = scratch.folder
        try shell.run()
        shell.waitUntilExit()
        #expect(try scratch.text("err").isEmpty, "\(command)")
        #expect(try scratch.text("status") == "141\n", "\(command)")
      }
    }
  }
}
