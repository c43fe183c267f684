import LandGeometry
import LandLayers

/// The rows of a table to be written, as bytes.
struct TableRows {
  /// The columns as the file has them.
  private(set) var fields: [ShapefileOutput.Field] = []
  private var layouts: [ColumnLayout] = []

  /// Measures all columns.
  init(
    _ columns: [ShapefileColumn], _ rows: [[LayerValue]], _ text: borrowing TableText,
    _ losses: inout [Bilingual]
  ) {
    let names = text.names(columns.map(\.name))
    for (index, column) in columns.enumerated() {
      var lost = ColumnLosses()
      let layout = ColumnLayout(column.kind, rows, index, text, &lost)
      layouts.append(layout)
      fields.append(
        .init(name: names[index], type: layout.type, width: layout.width, decimals: layout.decimals)
      )
      let whole = text.encode(column.name, limit: .max)
      if whole.bytes != names[index] || whole.isReplaced {
        let name = text.decode(names[index])
        losses.append(
          Bilingual(
            zh: "列名“\(column.name)”写为“\(name)”(最多 10 字节,不得重复)",
            en: "the column '\(column.name)' is written as '\(name)': ten bytes, no name twice"))
      }
      losses += lost.texts(column.name)
    }
    if columns.isEmpty {
      // A table without a column is none for other programs.
      fields.append(.init(name: Array("FID".utf8), type: UInt8(ascii: "N"), width: 10, decimals: 0))
      losses.append(
        Bilingual(zh: "没有属性列,写入序号列 FID", en: "there is no column; FID with numbers was added"))
    }
  }

  /// Puts a row into `bytes`: the mark of deletion, then all cells, texts from the left and numbers
  /// to the right.
  func fill(
    _ bytes: inout [UInt8], _ number: Int, _ row: [LayerValue], _ text: borrowing TableText
  ) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(0x20)
    // Counted when the columns were measured.
    var lost = ColumnLosses()
    for (index, field) in fields.enumerated() {
      let cell =
        layouts.isEmpty ? Array("\(number)".utf8) : layouts[index].bytes(row[index], text, &lost)
      let content = (cell ?? []).prefix(field.width)
      let blanks = repeatElement(UInt8(0x20), count: field.width - content.count)
      let isNumber = field.type == UInt8(ascii: "N") || field.type == UInt8(ascii: "F")
      if isNumber { bytes.append(contentsOf: blanks) }
      bytes.append(contentsOf: content)
      if !isNumber { bytes.append(contentsOf: blanks) }
    }
  }
}

extension ColumnLosses {
  /// What is lost, for people.
  func texts(_ name: String) -> [Bilingual] {
    var texts: [Bilingual] = []
    func add(_ count: Int, zh: String, en: String) {
      guard count > 0 else { return }
      texts.append(
        Bilingual(zh: "列“\(name)”:\(count) 个\(zh)", en: "column '\(name)': \(count) \(en)"))
    }
    add(cut, zh: "文本超过 254 字节,已截断", en: "texts of more than 254 bytes were cut")
    add(replaced, zh: "文本含编码中没有的字符,已替换为 ?", en: "texts have characters that became ?")
    add(empty, zh: "空文本与空值无法区分", en: "empty texts are the same as null")
    add(blanks, zh: "文本末尾的空格丢失", en: "texts lose the blanks at their end")
    add(long, zh: "整数超过 18 位,其他程序按浮点数读取", en: "whole numbers of 19 digits are read as doubles")
    add(mismatched, zh: "值与列的类型不符,写为空值", en: "values of another kind were written as null")
    return texts
  }
}
