import LandKit

extension ErrorText {
  /// A ledger that cannot be opened, read or written.
  func failure(_ error: LedgerError) -> Failure {
    let status: ExitStatus =
      switch error {
      case .notThere: .inputMissing
      case .notALedger, .newerSchema, .damaged, .corruptChain: .inputUnusable
      case .exists, .readOnly, .diskFull, .cannotCreate: .cannotCreate
      case .busy: .busy
      case .content: .ourFault
      case .projection: .componentMissing
      }
    return failure(status, "ledger", error.message, error.remedy)
  }
}

extension ErrorText {
  /// Runs a part that works on a ledger; what fails there is said and thrown as an exit status.
  func ledger<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as LedgerError {
      throw Terminal.said(failure(error))
    }
  }
}
