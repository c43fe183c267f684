extension AttributeTable {
  func decode(at position: Int) -> AttributeValue { .null }
}
