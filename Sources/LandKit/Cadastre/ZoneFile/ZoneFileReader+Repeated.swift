import LandGeometry
import LandLayers

extension ZoneFileReader {
  /// Refuses ids that are given twice, at the second place.
  func refuseRepeated(_ root: YAMLNode, _ file: ZoneFile) throws(YAMLError) {
    func unique(_ key: String, _ ids: [String?]) throws(YAMLError) {
      guard let list = try root.mapping().entries.first(where: { $0.key == key }),
        let nodes = try list.value.optional?.sequence()
      else { return }
      var first: [String: Int] = [:]
      for (node, id) in zip(nodes, ids) {
        guard let id else { continue }
        if let line = first[id] {
          throw node.error(
            "\(key) 中 \(id) 重复(首次在第 \(line) 行)",
            "\(id) is given twice in \(key) (first in line \(line))",
            remedy: Bilingual(zh: "请删除或合并其中一项", en: "delete one of them or join them"))
        }
        first[id] = node.line
      }
    }
    try unique("approvals", (file.approvals ?? []).map { $0.number?.value })
    try unique(
      "attestations",
      file.attestations.map { attestation in
        attestation.topic.value + (attestation.block.map { " / \($0.value)" } ?? "")
      })
    try unique("clusters", (file.clusters ?? []).map(\.name.value))
    try unique("materials", (file.materials ?? []).map(\.id.value.rawValue))
    try unique(
      "procedure",
      (file.procedure ?? []).map { step in
        step.step.value + (step.date.map { " \($0.value)" } ?? "")
      })
  }
}
