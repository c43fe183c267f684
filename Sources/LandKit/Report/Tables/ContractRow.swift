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
  public let idle: Boxed<IdleAssessment>

  /// A row.
  public init(parcelID: String, assessment: ContractAssessment) {
    self.parcelID = parcelID
    self.assessment = assessment
    idle = Boxed(assessment.idle)
  }

  private static let contract = "Cadastre/Contracts/ContractReader.swift"

  /// The columns, in order.
  public static let columns: [Column<ContractRow>] = own + IdleColumns.columns()

  /// The columns before those of the assessment.
  public static let own: [Column<ContractRow>] = [
    Column("parcel_id", "Survey/Survey.swift") { .code($0.parcelID) },
    Column("contract_no", contract) { .code(orEmpty: $0.assessment.contract.contractNo) },
    Column("supervision_no", contract) { .code(orEmpty: $0.assessment.contract.supervisionNo) },
    Column("file", contract) {
      .code(orEmpty: FileName.last($0.assessment.contract.source.file))
    },
    Column("row", contract) { .integer(orEmpty: $0.assessment.contract.source.row) },
    Column("parcel_share", "Cadastre/Contracts/Contract+Share.swift") {
      .ratio($0.assessment.contract.appliedShare)
    },
    Column("contract_area_m2", contract) { .area($0.assessment.contract.contractArea) },
    Column("contract_breach", "IdleLand/BreachCheck.swift") {
      .list($0.assessment.breachCodes.map(\.rawValue))
    },
    Column("missing", "IdleLand/IdleAssessor.swift") { .list($0.assessment.idle.missing) },
  ]
}
