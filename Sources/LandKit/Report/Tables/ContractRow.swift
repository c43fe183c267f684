import LandCadastre
import LandIdleLand
import LandLayers

/// One row of `parcel_contracts.csv`: a contract as it concerns one parcel.
public final class ContractRow: IdleRow {
  /// The parcel.
  public let parcelID: String
  /// The contract, judged.
  public let assessment: ContractAssessment
  /// Its idle-land assessment.
  public let idle: IdleAssessment

  /// A row.
  public init(parcelID: String, assessment: ContractAssessment) {
    self.parcelID = parcelID
    self.assessment = assessment
    idle = assessment.idle
  }

  private static let contract = "Cadastre/Contracts/ContractReader.swift"

  /// The columns, in order.
  public static let columns: [Column<ContractRow>] = own + IdleColumns.columns()

  /// The columns before those of the assessment.
  public static let own: [Column<ContractRow>] = [
    Column("parcel_id", "Survey/Survey.swift") { $1.code($0.parcelID) },
    Column("contract_no", contract) { $1.code(orEmpty: $0.assessment.contract.contractNo) },
    Column("supervision_no", contract) { $1.code(orEmpty: $0.assessment.contract.supervisionNo) },
    Column("file", contract) {
      $1.fileName($0.assessment.contract.source.file)
    },
    Column("row", contract) { $1.integer($0.assessment.contract.source.row) },
    Column("parcel_share", "Cadastre/Contracts/Contract+Share.swift") {
      $1.ratio($0.assessment.contract.appliedShare)
    },
    Column("contract_area_m2", contract) { $1.area($0.assessment.contract.contractArea) },
    Column("contract_breach", "IdleLand/BreachCheck.swift") {
      $1.list($0.assessment.breachCodes.map(\.rawValue))
    },
    Column("missing", "IdleLand/IdleAssessor.swift") { $1.list($0.assessment.idle.missing) },
  ]
}
