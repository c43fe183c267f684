import LandDocuments
import LandGeometry
import LandReport

/// How a figure on the page comes about: formula, what goes into it, where it is laid down.
struct ReportFigure: Sendable {
  /// The column that holds it.
  let key: String
  let formula: Bilingual
  /// Columns that go into it.
  let inputs: [String]
  /// The text that lays it down; empty where it is a setting of ours.
  var clause = Bilingual(zh: "", en: "")
  /// Readings and reservations.
  var note = Bilingual(zh: "", en: "")

  /// The column of the page that shows it.
  var column: ParcelColumn? { ParcelColumn.all.first { $0.key == key } }

  /// The file below `Sources/LandKit` that makes the value.
  var source: String { ParcelColumns.all.first { $0.name == key }?.origin ?? "" }

  func append(to json: inout PayloadText, _ language: Document.Language) {
    json.raw("{")
    json.key("key")
    json.text(key)
    json.key("title")
    json.text(column.map { language($0.title) } ?? key)
    json.key("unit")
    json.text(column.map { language($0.unit) } ?? "")
    json.key("formula")
    json.text(language(formula))
    json.key("inputs")
    json.texts(inputs)
    json.key("clause")
    json.text(language(clause))
    json.key("source")
    json.text(source)
    json.key("note")
    json.text(language(note))
    json.raw("}")
  }
}

/// The figures of a page with their formulas.
enum FigureCatalogue {
  /// All figures; the number of one is its place here.
  static let all: [ReportFigure] = areas + buildings + idle

  private static let decree = Bilingual(
    zh: "《闲置土地处置办法》（国土资源部令第53号）", en: "Decree 53 of the Ministry of Land and Resources")

  /// An article of Decree 53.
  private static func article(_ zh: String, _ en: String) -> Bilingual {
    Bilingual(zh: decree.zh + zh, en: decree.en + ", " + en)
  }

  private static let indicators = Bilingual(
    zh: "《工业项目建设用地控制指标》（国土资发〔2008〕24号）的定义",
    en: "Definitions of the control indicators for industrial projects (国土资发〔2008〕24号)")

  private static let areas = [
    ReportFigure(
      key: "planar_area_m2",
      formula: Bilingual(
        zh: "½ |Σ xᵢ(yᵢ₊₁ − yᵢ₋₁)|，界址点坐标法；内环面积扣除",
        en: "½ |Σ xᵢ(yᵢ₊₁ − yᵢ₋₁)| over the boundary points, holes taken off"),
      inputs: [],
      clause: Bilingual(
        zh: "界址点坐标法，CGCS2000 三度带高斯—克吕格平面", en: "shoelace formula on the CGCS2000 3-degree plane"),
      note: Bilingual(
        zh: "平面为宗地自身中央经线所在的三度带，或文件自带的投影坐标系。无效图形按有向环面积计，并标为存疑。",
        en:
          "The plane is that of the parcel's own central meridian, or the projected system of the "
          + "file. An invalid boundary gives the area of its rings with sign, marked as doubtful.")),
    ReportFigure(
      key: "ellipsoidal_area_m2",
      formula: Bilingual(
        zh: "各边与参考经线所围椭球梯形面积的代数和",
        en: "sum with sign of the trapezoids on the ellipsoid between each edge and a meridian"),
      inputs: [],
      clause: Bilingual(
        zh: "图斑椭球面积，国土调查办发〔2008〕32号", en: "ellipsoidal area of 国土调查办发〔2008〕32号"),
      note: Bilingual(
        zh: "边在文件坐标所在的空间取直线，按不超过 70 米加密。与平面面积是两种口径，不能混用。",
        en:
          "Edges are straight in the space of the file and cut to pieces of at most 70 m. Not to be "
          + "mixed with the planar area.")),
    ReportFigure(
      key: "area_diff_m2",
      formula: Bilingual(zh: "实测面积 − 合同面积", en: "measured area − contract area"),
      inputs: ["planar_area_m2", "ellipsoidal_area_m2", "contract_area_m2", "area_tolerance_m2"],
      note: Bilingual(
        zh: "实测面积按合同注明的面积类型取平面或椭球面积，未注明时按平面面积。",
        en: "Measured on the surface that the contract names; the plane where it names none.")),
    ReportFigure(
      key: "area_tolerance_m2",
      formula: Bilingual(
        zh: "2σ，σ² = ¼·m²·Σ d²(i−1,i+1)，m 为界址点中误差",
        en: "2σ with σ² = ¼·m²·Σ d²(i−1,i+1), m being the mean error of a boundary point"),
      inputs: [],
      note: Bilingual(
        zh: "未查到国家对合同面积与实测面积之差的统一限差（待核实）；本限差由界址点误差推算，是本程序的设定。",
        en: "No national tolerance for contract against survey was found (unverified); this one "
          + "follows from the error of boundary points and is ours.")),
    ReportFigure(
      key: "outside_m2",
      formula: Bilingual(
        zh: "宗地面积 − 宗地与所属开发区范围相交的面积", en: "parcel less its part within its zone"),
      inputs: ["planar_area_m2", "zone_id"]),
  ]

  private static let buildings = [
    ReportFigure(
      key: "footprint_m2",
      formula: Bilingual(
        zh: "建筑物投影并集与宗地相交的面积", en: "union of the building footprints within the parcel"),
      inputs: [],
      note: Bilingual(
        zh: "相互重叠的投影只计一次。", en: "Footprints that overlap count once.")),
    ReportFigure(
      key: "density",
      formula: Bilingual(
        zh: "建筑密度 = 建筑基底面积 ÷ 宗地平面面积", en: "building density = footprint ÷ planar area"),
      inputs: ["footprint_m2", "planar_area_m2"],
      note: Bilingual(
        zh: "不含构筑物和堆场，与建筑系数不同；该定义为通行理解，待核实。",
        en: "Without structures and open yards, other than the building coefficient; common "
          + "understanding, to be verified.")),
    ReportFigure(
      key: "building_coefficient",
      formula: Bilingual(
        zh: "建筑系数 =（建筑物、构筑物、露天堆场占地并集）÷ 宗地平面面积",
        en: "union of buildings, structures and open storage yards ÷ planar area"),
      inputs: ["planar_area_m2"], clause: indicators,
      note: Bilingual(
        zh: "仅当建筑图层有类别字段并声明已测构筑物和堆场时才可得。",
        en:
          "Known only where the layer has a kind field and declares structures and yards surveyed.")
    ),
    ReportFigure(
      key: "counted_floor_m2",
      formula: Bilingual(
        zh: "计容建筑面积之和；没有时用登记建筑面积，再没有时用基底面积 × 地上层数",
        en: "counted floor area; else registered floor area; else footprint × storeys"),
      inputs: ["far_source"], clause: indicators,
      note: Bilingual(
        zh: "工业、仓储建筑层高超过规定高度的楼层加倍计算（正好等于的不加倍）；地下室不计；层数未知则容积率未知，不按 1 层计。",
        en: "For industry and storage a storey above the height laid down counts double; "
          + "basements never count; unknown storeys leave the plot ratio unknown.")),
    ReportFigure(
      key: "plot_ratio",
      formula: Bilingual(
        zh: "容积率 = 计容建筑面积 ÷ 宗地平面面积", en: "plot ratio = counted floor area ÷ planar area"),
      inputs: ["counted_floor_m2", "planar_area_m2", "far_source"], clause: indicators),
    ReportFigure(
      key: "green_share",
      formula: Bilingual(zh: "绿地面积 ÷ 宗地面积", en: "green area ÷ parcel area"),
      inputs: [], clause: indicators),
    ReportFigure(
      key: "office_share",
      formula: Bilingual(
        zh: "行政办公及生活服务设施用地 ÷ 宗地面积", en: "office and living-service land ÷ parcel area"),
      inputs: [], clause: indicators),
    ReportFigure(
      key: "intensity_wan_per_ha",
      formula: Bilingual(
        zh: "固定资产投资（含土地价款）÷ 面积", en: "fixed investment with land price ÷ area"),
      inputs: [], clause: indicators,
      note: Bilingual(
        zh: "与第二条第二款的“已投资额”不是一回事：后者不含土地价款和税费。",
        en: "Not the investment of Art. 2(2), which is without land price and taxes.")),
  ]

  private static let idle = [
    ReportFigure(
      key: "idle_months",
      formula: Bilingual(
        zh: "自闲置起算日至截止日的整月数；起算日为期限届满日的次日",
        en: "completed months from the first idle day; that is the day after the time runs out"),
      inputs: ["idle_since", "start_in_force", "idle_clause"],
      clause: article("第二条", "Art. 2"),
      note: Bilingual(
        zh: "第一款：有效的动工日期满一年仍未动工；第二款：中止开发建设满一年且比例不足。期间自次日起算，届满日为对应日。",
        en: "Paragraph 1: a full year after the start in force; paragraph 2: a full year of "
          + "suspension with shares below those named. The first day does not count.")),
    ReportFigure(
      key: "idle_area_m2",
      formula: Bilingual(
        zh: "认定的闲置面积；没有时为合同面积，再没有时为平面面积",
        en: "idle area as found; else the contract's area; else the planar area"),
      inputs: ["contract_area_m2", "planar_area_m2"]),
    ReportFigure(
      key: "days_to_due",
      formula: Bilingual(zh: "期限届满日 − 截止日", en: "day the time runs out − day of the audit"),
      inputs: ["due_date"], clause: article("第二条", "Art. 2")),
    ReportFigure(
      key: "developed_share",
      formula: Bilingual(
        zh: "已动工面积 ÷ 应动工面积；没有时为已建基底面积 ÷ 规划基底面积",
        en: "developed land ÷ due land; else footprint built ÷ footprint due"),
      inputs: ["developed_basis", "footprint_m2"],
      clause: article("第二条第二款", "Art. 2(2)"),
      note: Bilingual(
        zh: "分子口径有争议（土地面积或基底面积），所用口径见“已动工面积口径”。比例见该款；“不足”不含本数。",
        en:
          "It is disputed whether land or footprint is meant; the one used is stated. The share is in "
          + "the clause; 不足 does not include the figure itself.")),
    ReportFigure(
      key: "invested_share",
      formula: Bilingual(zh: "已投资额 ÷ 总投资额", en: "invested ÷ total investment"),
      inputs: [], clause: article("第二条第二款、第三十条", "Art. 2(2) and 30"),
      note: Bilingual(
        zh: "两者均不含出让价款、划拨价款和向国家缴纳的相关税费。",
        en: "Both without land price and taxes.")),
    ReportFigure(
      key: "suspended_days",
      formula: Bilingual(zh: "复工日（或截止日）− 停工日", en: "resumption or day of the audit − suspension"),
      inputs: [], clause: article("第二条第二款", "Art. 2(2)")),
    ReportFigure(
      key: "fee_due_wan",
      formula: Bilingual(
        zh: "土地出让或者划拨价款 × 该项规定的比例", en: "grant or allocation price × the rate of the clause"),
      inputs: ["cause_class", "idle_since"], clause: article("第十四条第(一)项", "Art. 14(1)"),
      note: Bilingual(
        zh: "仅为自身原因未动工满一年时“可能应缴”的数额，以征缴决定书为准。",
        en: "What would be due if the cause is the user's own; the decision on the fee counts.")),
  ]
}
