import Foundation
import LandTestSupport
import Testing

/// Clocks that are wrong by decades, as on a board without a battery; files then come from the future.
@Suite("Wrong clocks") struct ClockTests {
  private let scratch: Scratch
  private let clock: String

  /// Says another time than the system does. libfaketime would, but a Swift program that is started
  /// with it finds no arguments.
  private static let clockSource = """
    #define _GNU_SOURCE
    #include <stdlib.h>
    #include <sys/syscall.h>
    #include <sys/time.h>
    #include <time.h>
    #include <unistd.h>
    int clock_gettime(clockid_t clock, struct timespec *now) {
      long failed = syscall(SYS_clock_gettime, clock, now);
      if (!failed && clock == CLOCK_REALTIME) now->tv_sec = atoll(getenv("CLOCK_SECONDS"));
      return (int)failed;
    }
    int gettimeofday(struct timeval *now, void *zone) {
      struct timespec time;
      (void)zone;
      clock_gettime(CLOCK_REALTIME, &time);
      now->tv_sec = time.tv_sec;
      now->tv_usec = 0;
      return 0;
    }
    time_t time(time_t *now) {
      struct timespec time;
      clock_gettime(CLOCK_REALTIME, &time);
      if (now) *now = time.tv_sec;
      return time.tv_sec;
    }
    """

  init() throws {
    scratch = try Scratch()
    clock = scratch.path("clock.so")
    let source = try scratch.write("clock.c", Self.clockSource)
    let made = try Extras.run(["clang", "-shared", "-fPIC", "-o", clock, source])
    try #require(made.status == 0)
  }

  /// Runs the program; `time` is in seconds since 1970, the system's own where nil.
  private func run(_ arguments: [String], at time: Int?) throws -> CommandResult {
    var environment = ["PATH": "/nowhere"]
    if let time {
      environment["LD_PRELOAD"] = clock
      environment["CLOCK_SECONDS"] = "\(time)"
    }
    return try runLandctl(arguments + ["--lang", "en"], environment: environment)
  }

  @Test(
    "with a day given, no byte depends on the clock; without one it is the clock's",
    arguments: [(0, "1970-01-01"), (7_271_553_600, "2200-06-05")])
  func audit(time: Int, day: String) throws {
    let sample = try Sample.write(into: scratch) + ["--outputs", "all", "--output"]
    for (folder, time) in [("usual", nil), ("shifted", time)] as [(String, Int?)] {
      let made = try run(sample + [scratch.path(folder)], at: time)
      #expect(made.status == 0, "\(made.stderr)")
    }
    let usual = try filesBelow(scratch.url("usual"))
    #expect(usual.count > 9)
    #expect(try filesBelow(scratch.url("shifted")) == usual)
    let today = try run(["audit", scratch.path("parcels.geojson"), "--format", "json"], at: time)
    // In 1970 no rulebook was in force, which is said.
    #expect(today.status == (time == 0 ? 64 : 0) && (today.text + today.stderr).contains(day))
  }

  @Test("papers made at one time hold at another", arguments: [0, 7_271_553_600])
  func papers(time: Int) throws {
    let zone = fixtures.appendingPathComponent("expansion/zone.yaml").path
    let made = try run(
      ["expansion", "prepare", zone, "--as-of", "2025-06-30", "--output", scratch.path("dossier")],
      at: time)
    #expect(made.status == 0, "\(made.stderr)")
    for time in [nil, time] {
      let verified = try run(["verify", scratch.path("dossier")], at: time)
      #expect(verified.status == 0, "\(verified.text)")
    }
  }

  @Test("a ledger goes by the days it is told, whichever way the clock is put")
  func ledger() throws {
    let ledger = scratch.path("land.gpkg")
    _ = try Sample.write(into: scratch)
    #expect(
      try run(
        ["ledger", "init", ledger, "--territory", "369900", "--date", "2024-01-01"],
        at: 7_271_553_600
      ).status == 0)
    for (day, time) in [
      ("2024-06-30", 0), ("2025-06-30", 7_271_553_600),
      ("2025-12-31", nil),
    ] as [(String, Int?)] {
      let update = try run(
        [
          "ledger", "update", ledger, "--parcels", scratch.path("parcels.geojson"), "--as-of", day,
          "--by", "A",
        ], at: time)
      #expect(update.status == 0, "\(day): \(update.stderr)")
      #expect(try run(["ledger", "verify", ledger], at: time).status == 0)
    }
    let status = try run(["ledger", "status", ledger, "--as-of", "2025-12-31"], at: nil)
    let shifted = try run(
      ["ledger", "status", ledger, "--as-of", "2025-12-31"], at: 0)
    #expect(status.status == 0 && status.text == shifted.text)
  }
}
