import LandKit

extension ErrorText {
  func failure(_ error: ConversionError, _ output: String) -> Failure {
    switch error {
    case .format(let error): failure(error)
    case .survey(let error): failure(AuditError.survey(error))
    case .projection(let error): failure(output, error)
    case .output(let error): failure(error)
    case .content(let message, let remedy): failure(.inputUnusable, output, message, remedy)
    case .other(let reason):
      failure(
        .ourFault, output, Bilingual(zh: reason, en: reason), Bilingual(zh: "", en: ""))
    }
  }
}
