extension LandUseWords {
  /// Whether the use of a polygon is industry or storage: by its name, which says more than a code
  /// whose edition is not known, else by its code; nil where neither says.
  public static func isIndustrialOrStorage(code: String?, name: String?) -> Bool? {
    if let name {
      if let answer = isIndustrialOrStorage(name) { return answer }
      if others.contains(where: name.contains) { return false }
    }
    return code.flatMap { isIndustrialOrStorage($0) }
  }

  /// Uses that a survey of land names and that are neither industry nor storage.
  private static let others = [
    "居住", "铁路", "公路", "机场", "港口", "码头", "交通", "广场", "河流", "湖泊", "水库", "坑塘", "沟渠",
    "水域", "水工", "耕地", "水田", "旱地", "园地", "林地", "草地", "湿地", "教育", "医疗", "文化", "体育",
    "机关", "殡葬", "宗教", "军事", "空闲", "裸",
  ]
}
