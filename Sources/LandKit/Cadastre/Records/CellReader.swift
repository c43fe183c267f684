import LandLayers

/// Reads single cells and remembers what was wrong with them.
struct CellReader {
  /// What the faults are about.
  var subjectKind: Finding.SubjectKind
  /// The subject's id, put into the findings at the end.
  var subjectID = ""
  /// The file, with the row of a table or the index of a feature.
  var place: Contract.Source
  /// D403, D410 and D412 so far.
  var findings: [Finding] = []
  /// Fields whose values could not be used.
  var faultyFields: Set<Field> = []

  init(_ subjectKind: Finding.SubjectKind, place: Contract.Source) {
    self.subjectKind = subjectKind
    self.place = place
  }

  mutating func number(_ cell: AttributeValue, _ binding: FieldMap.Binding) -> Double? {
    let field = binding.field
    return settle(
      cell.number(field.valueKind, dimension: field.dimension, scale: binding.scale), cell, field)
  }

  mutating func day(_ cell: AttributeValue, _ field: Field) -> CalendarDate? {
    let (value, serial) = cell.day()
    if serial { note(.unitConverted, field, "excel-serial:\(cell.text ?? "")") }
    return settle(value, cell, field)
  }

  mutating func code<Code: CodedValue>(_ cell: AttributeValue, _ field: Field) -> Code? {
    settle(cell.coded(as: Code.self), cell, field)
  }

  mutating func truth(_ cell: AttributeValue, _ field: Field) -> Bool? {
    settle(cell.truth(), cell, field)
  }

  /// A truth that registers also write as a state, such as 停产 for "not operating".
  mutating func truth(
    _ cell: AttributeValue, _ field: Field, yes: Set<String>, no: Set<String>
  ) -> Bool? {
    let word = cell.trimmedText().map(HeaderName.key) ?? ""
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    return truth(cell, field)
  }

  /// A calendar year, 1949 to 2200.
  mutating func year(_ cell: AttributeValue, _ binding: FieldMap.Binding) -> Int? {
    let value = cell.number(.year, dimension: .time, scale: binding.scale)
    guard case .value(let number) = value else {
      return settle(value, cell, binding.field).map { Int($0) }
    }
    let isYear = number == number.rounded() && (1949...2200).contains(number)
    return settle(isYear ? CellValue.value(Int(number)) : .implausible, cell, binding.field)
  }

  mutating func causes(_ cell: AttributeValue, _ field: Field) -> [CauseSpan] {
    guard let text = cell.trimmedText() else { return [] }
    if let spans = CauseSpan.parse(text) { return spans }
    return settle(
      TextFolding.saysNothing(text) ? CellValue<[CauseSpan]>.empty : .unreadable, cell, field) ?? []
  }

  mutating func payments(_ cell: AttributeValue, _ field: Field) -> [PaymentInstalment]? {
    guard let text = cell.trimmedText() else { return nil }
    if case .nested = cell {
      if let payments = PaymentInstalment.parse(json: text) {
        return payments.isEmpty ? nil : payments
      }
    } else if let payments = PaymentInstalment.parse(text) {
      return payments
    }
    return settle(
      TextFolding.saysNothing(text) ? CellValue<[PaymentInstalment]>.empty : .unreadable, cell,
      field)
  }

  /// A text that may be a code of a fixed form; a fault is a finding, and the text stays.
  mutating func check(_ text: String?, as column: CodeColumn, _ field: Field) {
    guard let text, let (code, fault) = column.fault(in: text) else { return }
    note(.codeWrong, field, "code=\(code.rawValue);\(fault.note)")
  }

  private mutating func settle<Value>(
    _ value: CellValue<Value>, _ cell: AttributeValue, _ field: Field
  ) -> Value? {
    switch value {
    case .value(let value): return value
    case .empty: return nil
    case .unreadable: note(.valueUnreadable, field, cell.text ?? "")
    case .implausible: note(.valueImplausible, field, cell.text ?? "")
    }
    faultyFields.insert(field)
    return nil
  }

  private mutating func note(_ code: FindingCode, _ field: Field, _ raw: String) {
    var finding = Finding(code, subjectKind, subjectID)
    finding.file = place.file
    finding.row = place.row
    finding.featureIndex = place.featureIndex
    finding.field = field.rawValue
    finding.note = raw
    findings.append(finding)
  }

  /// The findings, about a subject that became known while reading.
  func findings(about id: String) -> [Finding] {
    if findings.isEmpty { return [] }
    return findings.map {
      var finding = $0
      finding.subjectID = id
      return finding
    }
  }
}
