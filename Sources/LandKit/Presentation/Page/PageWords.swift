import LandGeometry

/// The words of the interface of the report page; the scripts know only the keys. `{name}` in a text
/// is a place that the script fills.
enum PageWords {
  /// One text of the interface.
  typealias Entry = (key: String, text: Bilingual)

  /// All texts, in the order in which the page meets them.
  static let all: [Entry] = general + map + table + findings + detail + search

  private static let general: [Entry] = [
    ("unknown", Bilingual(zh: "未知", en: "unknown")),
    ("none", Bilingual(zh: "—", en: "—")),
    ("noCode", Bilingual(zh: "无代码", en: "no code")),
    ("listSeparator", Bilingual(zh: "、", en: ", ")),
    ("partSeparator", Bilingual(zh: "；", en: "; ")),
    ("is", Bilingual(zh: "：", en: ": ")),
    ("titleWithUnit", Bilingual(zh: "{title}（{unit}）", en: "{title} ({unit})")),
    ("close", Bilingual(zh: "关闭", en: "Close")),
    ("more", Bilingual(zh: "显示更多", en: "Show more")),
    ("copy", Bilingual(zh: "复制", en: "Copy")),
    ("copied", Bilingual(zh: "已复制 {n} 行", en: "{n} rows copied")),
    (
      "copyHelp",
      Bilingual(
        zh: "浏览器不允许直接复制。文字已选中，请按 Ctrl+C。",
        en: "The browser does not allow copying. The text is selected: press Ctrl+C.")
    ),
    ("showOnMap", Bilingual(zh: "在地图上查看", en: "Show on the map")),
    ("showInTable", Bilingual(zh: "在表中查看", en: "Show in the table")),
    ("showPlace", Bilingual(zh: "查看问题位置", en: "Show the place")),
    ("howReckoned", Bilingual(zh: "查看计算依据", en: "How this was reckoned")),
    ("opened", Bilingual(zh: "已打开：{parcel}", en: "Opened: {parcel}")),
    ("shownOnMap", Bilingual(zh: "已在地图上定位：{parcel}", en: "Shown on the map: {parcel}")),
    ("noGeometry", Bilingual(zh: "宗地 {parcel} 没有图形", en: "Parcel {parcel} has no geometry")),
    (
      "placeShown",
      Bilingual(zh: "已定位：东经 {lon}°，北纬 {lat}°", en: "Shown: longitude {lon}°, latitude {lat}°")
    ),
  ]

  private static let map: [Entry] = [
    ("mapRole", Bilingual(zh: "交互地图", en: "interactive map")),
    ("mapLabel", Bilingual(zh: "宗地地图，共 {n} 宗", en: "Map of {n} parcels")),
    (
      "mapHelp",
      Bilingual(
        zh: "方向键移动，加减号缩放，0 显示全部，回车打开中央的宗地。",
        en:
          "Arrow keys move, plus and minus zoom, 0 shows everything, Enter opens the parcel in the middle."
      )
    ),
    ("mapAtMiddle", Bilingual(zh: "地图中央：{parcel}", en: "In the middle: {parcel}")),
    ("mapNothing", Bilingual(zh: "地图中央没有宗地", en: "No parcel in the middle")),
    ("mapButtons", Bilingual(zh: "地图操作", en: "Map controls")),
    ("mapOneFinger", Bilingual(zh: "单指移动", en: "One finger moves")),
    ("zoomIn", Bilingual(zh: "放大", en: "Zoom in")),
    ("zoomOut", Bilingual(zh: "缩小", en: "Zoom out")),
    ("zoomAll", Bilingual(zh: "显示全部", en: "Show everything")),
    ("north", Bilingual(zh: "指北针", en: "North arrow")),
    ("metres", Bilingual(zh: "{n} 米", en: "{n} m")),
    ("kilometres", Bilingual(zh: "{n} 千米", en: "{n} km")),
    ("coordinates", Bilingual(zh: "东经 {lon}°　北纬 {lat}°", en: "lon {lon}°  lat {lat}°")),
    ("legend", Bilingual(zh: "图例", en: "Legend")),
    ("states", Bilingual(zh: "闲置状态", en: "Idle state")),
    ("onlyIdle", Bilingual(zh: "只看闲置", en: "Only idle")),
    ("allStates", Bilingual(zh: "全部显示", en: "All")),
    ("layers", Bilingual(zh: "图层", en: "Layers")),
    ("zoneGo", Bilingual(zh: "前往开发区", en: "Go to a zone")),
    ("zoneAll", Bilingual(zh: "全部开发区", en: "All zones")),
    ("zones", Bilingual(zh: "开发区范围", en: "Development zones")),
    ("buildings", Bilingual(zh: "建筑物", en: "Buildings")),
    ("buildingsClose", Bilingual(zh: "建筑物在放大后显示。", en: "Buildings appear at a close zoom.")),
    ("overlaps", Bilingual(zh: "宗地重叠", en: "Overlaps")),
    ("overlapList", Bilingual(zh: "重叠清单（按面积）", en: "Overlaps by area")),
    (
      "overlapPair",
      Bilingual(
        zh: "{first} ↔ {second}　{area} m²　{kind}", en: "{first} ↔ {second}  {area} m²  {kind}")
    ),
  ]

  private static let table: [Entry] = [
    ("tableLabel", Bilingual(zh: "宗地表", en: "Table of parcels")),
    (
      "tableHelp",
      Bilingual(
        zh: "单击表头排序；单击行选中，按 Shift 或 Ctrl 多选，Ctrl+C 复制；双击行打开宗地。",
        en:
          "Click a heading to sort; click rows to select, with Shift or Ctrl several, Ctrl+C copies; double-click opens a parcel."
      )
    ),
    ("rowCount", Bilingual(zh: "显示 {shown} 宗，共 {all} 宗", en: "{shown} of {all} parcels")),
    (
      "rowCountSelected",
      Bilingual(
        zh: "显示 {shown} 宗，共 {all} 宗，选中 {selected} 宗",
        en: "{shown} of {all} parcels, {selected} selected")
    ),
    ("noRows", Bilingual(zh: "没有符合条件的宗地", en: "No parcel passes the filters")),
    ("columns", Bilingual(zh: "选择列", en: "Columns")),
    ("clearFilters", Bilingual(zh: "清除筛选", en: "Clear filters")),
    ("filterOf", Bilingual(zh: "筛选{title}", en: "Filter {title}")),
    ("filterText", Bilingual(zh: "包含", en: "contains")),
    ("filterAll", Bilingual(zh: "全部", en: "all")),
    ("from", Bilingual(zh: "从", en: "from")),
    ("to", Bilingual(zh: "至", en: "to")),
  ]

  private static let findings: [Entry] = [
    ("noFindings", Bilingual(zh: "没有发现问题。", en: "Nothing was found.")),
    ("noClause", Bilingual(zh: "图形与数据检查", en: "Checks of geometry and data")),
    ("severity", Bilingual(zh: "严重程度", en: "Severity")),
    ("times", Bilingual(zh: "{n} 项", en: "{n}")),
    (
      "listedOf",
      Bilingual(
        zh: "共 {total} 项，此处列出前 {listed} 项；全部见 findings.csv。",
        en: "The first {listed} of {total} are listed; all stand in findings.csv.")
    ),
    ("explanation", Bilingual(zh: "说明", en: "Explanation")),
    ("remedy", Bilingual(zh: "处理办法", en: "What to do")),
    ("subject", Bilingual(zh: "对象", en: "Subject")),
    ("value", Bilingual(zh: "数值", en: "Value")),
    ("limit", Bilingual(zh: "限值", en: "Limit")),
    ("verdict", Bilingual(zh: "判定", en: "Verdict")),
    ("missing", Bilingual(zh: "缺少的资料", en: "Missing")),
    ("links", Bilingual(zh: "查看", en: "Show")),
  ]

  private static let detail: [Entry] = [
    ("facts", Bilingual(zh: "基本情况", en: "Facts")),
    ("unknownFacts", Bilingual(zh: "未知的项目", en: "Unknown")),
    (
      "noneFacts",
      Bilingual(zh: "不适用于本宗地现状的项目", en: "Do not apply to a parcel in this state")
    ),
    ("findingsOf", Bilingual(zh: "发现的问题（{n} 项）", en: "Findings ({n})")),
    ("noFindingsOf", Bilingual(zh: "没有发现问题。", en: "Nothing was found.")),
    ("limitOf", Bilingual(zh: "限值 {limit}", en: "limit {limit}")),
    ("missingOf", Bilingual(zh: "缺 {missing}", en: "missing {missing}")),
    ("overlapWith", Bilingual(zh: "{kind}，{area} m²", en: "{kind}, {area} m²")),
    ("formula", Bilingual(zh: "计算公式", en: "Formula")),
    ("inputs", Bilingual(zh: "计算数据", en: "Inputs")),
    ("clause", Bilingual(zh: "依据条款", en: "Clause")),
    ("rule", Bilingual(zh: "规则编号", en: "Rule")),
    ("readings", Bilingual(zh: "条文理解", en: "Readings")),
    ("source", Bilingual(zh: "来源", en: "Source")),
    ("note", Bilingual(zh: "备注", en: "Note")),
  ]

  private static let search: [Entry] = [
    ("search", Bilingual(zh: "查找宗地代码或权利人", en: "Find a parcel or holder")),
    ("searchList", Bilingual(zh: "查找结果", en: "Parcels found")),
    ("searchNothing", Bilingual(zh: "没有找到", en: "Nothing found")),
    ("searchCount", Bilingual(zh: "找到 {n} 宗", en: "{n} found")),
  ]
}
