import Glibc
import LandCadastre
import LandGeometry
import LandLedger

/// Writes to a ledger until it is stopped or done; for tests that kill it, run two of it at once or
/// take its disk away. No product.
///
///     ledger-crash PATH BATCH COUNT TEXT-LENGTH
///
/// Appends COUNT batches (0: without end) of BATCH notes with a text of the given length, a
/// transaction each. The exit status is that of the ledger's error: 73, 75, else 65.
@main
struct LedgerCrash {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let batch = Int(arguments[2]), let count = Int(arguments[3]),
      let length = Int(arguments[4])
    else { exit(64) }
    // As landctl does.
    signal(SIGXFSZ, SIG_IGN)
    do {
      let store = try LedgerStore.open(arguments[1], readOnly: false)
      print("open")
      fflush(nil)
      var details = EventDetails()
      details.text = String(repeating: "x", count: length)
      var done = 0
      while count == 0 || done < count {
        try store.write { writer in
          for _ in 0..<batch {
            try writer.append(
              LedgerEvent(
                number: 0, caseID: nil, kind: .note, day: CalendarDate(dayNumber: 20_000 + done),
                author: "crash", details: details, recordedAt: "2026-01-01T00:00:00+08:00"))
          }
        }
        done += 1
      }
    } catch let error as LedgerError {
      print(error.message.en)
      switch error {
      case .diskFull: exit(73)
      case .busy: exit(75)
      default: exit(65)
      }
    } catch { exit(70) }
  }
}
