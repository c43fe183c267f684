extension BookHeading {
  /// The columns of `overlaps.csv`.
  static let overlaps: [BookHeading] = [
    BookHeading("parcel_a", "宗地甲", "parcel A", .code),
    BookHeading("parcel_b", "宗地乙", "parcel B", .code),
    BookHeading("overlap_m2", "重叠面积", "overlap", .number(2), unit: .squareMetres),
    BookHeading("overlap_width_m", "平均宽度", "mean width", .number(3), unit: .metres),
    BookHeading("class", "重叠性质", "class", .word),
    BookHeading("kind", "重叠形态", "kind", .word),
  ]
}
