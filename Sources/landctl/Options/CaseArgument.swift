import LandKit

/// A case as people name it: by its id, or by a parcel that has one case open, or only one at all.
enum CaseArgument {
  /// The case of a text; one that is not there, or not one alone, is a usage error that lists them.
  static func find(_ text: String, in book: LedgerBook, _ errors: ErrorText) throws -> LedgerCase {
    if let found = book.cases.first(where: { $0.id == text }) { return found }
    let key = ParcelKey(text)
    let ofParcel = book.cases.filter { item in
      ParcelKey(item.parcelID) == key
        || book.standing(of: item).parts.contains { ParcelKey($0) == key }
    }
    let open = ofParcel.filter { book.standing(of: $0).phase != .ended }
    if open.count == 1 { return open[0] }
    if open.isEmpty, ofParcel.count == 1 { return ofParcel[0] }
    let several = (open.isEmpty ? ofParcel : open).map(\.id)
    throw errors.usage(
      text,
      several.isEmpty
        ? Bilingual(zh: "台账中没有这个案件或宗地", en: "the ledger has no such case or parcel")
        : Bilingual(
          zh: "该宗地有多个案件,请写案号:" + several.joined(separator: "、"),
          en: "the parcel has several cases, name one: " + several.joined(separator: ", ")))
  }
}
