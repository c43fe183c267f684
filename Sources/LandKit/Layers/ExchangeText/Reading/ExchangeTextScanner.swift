import LandGeometry

/// Takes the lines of an exchange file apart: sections, header, parcels, points.
struct ExchangeTextScanner {
  private enum Section {
    case none, attributes, parcels, other
  }

  let file: String
  private(set) var header = ExchangeTextHeader()
  private(set) var drafts: [ExchangeTextDraft] = []
  private(set) var notes: [Bilingual] = []

  private var section = Section.none
  private var hasParcels = false
  private var otherSections: [String] = []
  private var strays: [Int] = []
  private var foldedLines = 0
  private var line = 0

  init(file: String) { self.file = file }

  /// Takes all lines, ended by LF, CRLF or CR.
  mutating func scan(_ text: ArraySlice<UInt8>) throws(FormatError) {
    var start = text.startIndex
    while start < text.endIndex {
      var end = start
      while end < text.endIndex, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      line += 1
      try take(Self.content(text[start..<end]))
      if end < text.endIndex, text[end] == 0x0D, end + 1 < text.endIndex, text[end + 1] == 0x0A {
        end += 1
      }
      start = end + 1
    }
    try finish()
  }

  private func failure(_ message: Bilingual, _ remedy: Bilingual) -> FormatError {
    FormatError(file: file, line: max(line, 1), message: message, remedy: remedy)
  }

  private mutating func finish() throws(FormatError) {
    guard hasParcels, !drafts.isEmpty else {
      throw failure(
        hasParcels
          ? Bilingual(zh: "[地块坐标] 中没有地块", en: "there is no parcel in the section [地块坐标]")
          : Bilingual(
            zh: "直到文件末尾都没有 [地块坐标] 部分", en: "no section [地块坐标] up to the end of the file"),
        Bilingual(
          zh: "[地块坐标] 之后每个地块以一行属性(以 @ 结尾)开始,其后每行为 点号,圈号,X,Y",
          en: "below [地块坐标] a parcel begins with a line of attributes that ends with @, then "
            + "one line 点号,圈号,X,Y a point"))
    }
    if !otherSections.isEmpty {
      let list = otherSections.map { "[\($0)]" }.joined(separator: " ")
      notes.append(Bilingual(zh: "未读取的部分:\(list)", en: "sections that are not read: \(list)"))
    }
    if foldedLines > 0 {
      notes.append(
        Bilingual(
          zh: "\(foldedLines) 行使用全角符号或数字,按半角读取",
          en: "\(foldedLines) lines have full-width signs or digits, read as half-width ones"))
    }
    if let first = strays.first {
      notes.append(
        Bilingual(
          zh: "\(strays.count) 行不属于任何地块或项目,未读取(首见第 \(first) 行)",
          en: "\(strays.count) lines belong to no parcel and are not read (first: line \(first))"))
    }
  }

  /// A line without blanks at its ends and without the `- ` that lists put in front.
  private static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while true {
      if let first = line.first, isBlank(first) {
        line.removeFirst()
      } else if line.starts(with: [0xE3, 0x80, 0x80]) || line.starts(with: [0xEF, 0xBB, 0xBF]) {
        line.removeFirst(3)
      } else if line.starts(with: [0x2D, 0x20]) || line.starts(with: [0x2D, 0x09]) {
        line.removeFirst(2)
      } else {
        break
      }
    }
    while let last = line.last, isBlank(last) { line.removeLast() }
    return line
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0 }

  private mutating func take(_ bytes: ArraySlice<UInt8>) throws(FormatError) {
    guard let first = bytes.first else { return }
    let isPlain = bytes.allSatisfy { $0 < 0x80 }
    // Nearly every line is one of ASCII with a point.
    if isPlain, section == .parcels, first != UInt8(ascii: "["),
      !bytes.contains(UInt8(ascii: "@"))
    {
      return takePoint(bytes)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let name = Self.sectionName(text) { return open(name, text) }
    switch section {
    case .parcels:
      if let record = ExchangeTextRecordLine(text) {
        drafts.append(ExchangeTextDraft(line: line, record: record))
      } else {
        let folded = WidthFolding.fold(text)
        if folded != text { foldedLines += 1 }
        takePoint(Array(folded.utf8)[...])
      }
    case .attributes, .none:
      switch header.take(text) {
      case .taken: break
      case .noPair: strays.append(line)
      case .differs(let key):
        notes.append(
          Bilingual(
            zh: "第 \(line) 行的“\(key)”与前面不同,未采用", en: "'\(key)' of line \(line) differs, not used"))
      case .contradiction(let key, let earlier, let value):
        throw failure(
          Bilingual(
            zh: "“\(key)”前为“\(earlier)”,此处为“\(value)”",
            en: "'\(key)' was '\(earlier)' and is '\(value)' here"),
          Bilingual(zh: "请按坐标系分成几个文件", en: "split the file by coordinate systems"))
      }
    case .other: break
    }
  }

  private mutating func takePoint(_ bytes: ArraySlice<UInt8>) {
    guard !drafts.isEmpty else { return strays.append(line) }
    var fields = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    for index in fields.indices { fields[index] = Self.content(fields[index]) }
    drafts[drafts.count - 1].take(fields, line: line)
  }

  private static func sectionName(_ text: String) -> String? {
    guard let first = text.first, "[【［〔".contains(first) else { return nil }
    let folded = WidthFolding.fold(text)
    guard let end = folded.firstIndex(of: "]") else { return nil }
    return trimmed(folded[folded.index(after: folded.startIndex)..<end])
  }

  private mutating func open(_ name: String, _ text: String) {
    if !text.hasPrefix("[") || !text.hasSuffix("]") { foldedLines += 1 }
    if name.contains("坐标") || name.contains("座标") {
      section = .parcels
      hasParcels = true
    } else if name.contains("属性") {
      section = .attributes
    } else {
      section = .other
      if !otherSections.contains(name) { otherSections.append(name) }
    }
  }
}
