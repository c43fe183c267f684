import LandDocuments

/// A style in the form that QGIS keeps; read by QGIS 3.22 and later.
struct QMLStyle {
  /// The field by which features fall into classes; nil where all are drawn alike.
  let field: String?
  let classes: [LayerClass]
  let label: LayerLabel?
  /// Columns and what people call them.
  let aliases: [(name: String, title: String)]

  /// The document.
  func text() -> String {
    let styling = label == nil ? "Symbology|Fields" : "Symbology|Labeling|Fields"
    var xml = XMLWriter()
    xml.line("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>")
    xml.open(
      "qgis",
      [
        ("version", "3.22.0"), ("styleCategories", styling),
        ("labelsEnabled", label == nil ? "0" : "1"),
      ])
    renderer(&xml)
    if let label { labeling(label, &xml) }
    xml.open("aliases")
    // The key stands before the columns.
    for (index, alias) in aliases.enumerated() {
      xml.empty(
        "alias", [("index", "\(index + 1)"), ("field", alias.name), ("name", alias.title)])
    }
    xml.close("aliases")
    xml.close("qgis")
    return xml.text
  }

  private func renderer(_ xml: inout XMLWriter) {
    var attributes = [
      ("type", field == nil ? "singleSymbol" : "categorizedSymbol"), ("symbollevels", "0"),
      ("forceraster", "0"), ("enableorderby", "0"),
    ]
    if let field { attributes.append(("attr", field)) }
    xml.open("renderer-v2", attributes)
    if field != nil {
      xml.open("categories")
      for (index, item) in classes.enumerated() {
        xml.empty(
          "category",
          [
            ("symbol", "\(index)"), ("value", item.value), ("type", "string"),
            ("label", item.label), ("render", "true"),
          ])
      }
      xml.close("categories")
    }
    xml.open("symbols")
    for (index, item) in classes.enumerated() {
      QMLSymbol(name: "\(index)", symbol: item.symbol).write(to: &xml)
    }
    xml.close("symbols")
    xml.close("renderer-v2")
  }

  private func labeling(_ label: LayerLabel, _ xml: inout XMLWriter) {
    xml.open("labeling", [("type", "simple")])
    xml.open("settings")
    let isExpression = label.field.contains("(")
    xml.open(
      "text-style",
      [
        ("fieldName", label.field), ("isExpression", isExpression ? "1" : "0"),
        ("fontSize", "\(label.size)"), ("fontSizeUnit", "Point"), ("textColor", "0,0,0,255"),
        ("textOpacity", "1"),
      ])
    xml.empty(
      "text-buffer",
      [
        ("bufferDraw", "1"), ("bufferSize", "0.8"), ("bufferSizeUnits", "MM"),
        ("bufferColor", "255,255,255,255"), ("bufferOpacity", "1"),
      ])
    xml.close("text-style")
    xml.empty("placement", [("placement", "1")])
    xml.empty(
      "rendering",
      [
        ("drawLabels", "1"), ("scaleVisibility", label.smallestScale == nil ? "0" : "1"),
        ("scaleMin", "\(label.smallestScale ?? 0)"), ("scaleMax", "0"),
      ])
    xml.close("settings")
    xml.close("labeling")
  }
}
