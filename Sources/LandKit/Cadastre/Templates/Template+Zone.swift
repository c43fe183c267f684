extension Template {
  /// A zone file in which everything is unknown yet. Lines that start with one `#` are examples;
  /// a test takes the `#` away and reads them, too.
  static let zoneText = #"""
    ## 开发区资料 zone.yaml(UTF-8)· facts about one development zone
    ## 两个 # 的行是说明;一个 # 的行是示例(内容均为虚构):去掉 # 并改为实际内容即可。
    ## Lines with ## explain; lines with one # are examples (all invented): take the # away and fill
    ## in your own. 没有写的就是未知 · what is not written is unknown, never zero.
    ## 任何值都可以注明出处 · any value may say where it is from:
    ##   total_ha: {value: 1200.50, source: 集约利用评价报告, page: 12, date: 2024-12-31}
    ## 文件路径相对于本文件所在目录 · paths are relative to the folder of this file.
    schema: 1

    zone:
    #  id: S369901               # 开发区代码 · code of the zone, as in the layers
    #  name: 示例经济开发区
    #  level: provincial         # national 国家级 · provincial 省级 · other 其他
    #  territory: "369901"       # 行政区划代码 6 位 · GB/T 2260, six digits
    #  as_of: 2025-06-30         # 资料截止日 · the day that the file describes

    ## 批准文件 · approvals. area_ha:批准后全区总面积 · area of the whole zone from then on;
    ## in_ha / out_ha:调入、调出面积 · area taken in, given up
    ## kind: original 设立 · expansion 扩区 · reduction 核减 · relocation 调区
    #approvals:
    #  - {no: 示政函〔2006〕1号, date: 2006-03-01, area_ha: 1000, kind: original, blocks: 1}
    #  - no: 示政函〔2015〕8号
    #    date: 2015-08-01
    #    area_ha: 1200.50
    #    kind: expansion
    #    in_ha: 200.50
    #    scope: data/scope.geojson            # 四至范围 · boundary, FILE or FILE:LAYER
    #    blocks: 2                            # 区块数 · number of blocks
    #    evidence: papers/2015-08.pdf         # 批文 · the document

    ## 图层与表格 · layers and tables
    #layers:
    #  parcels: data/parcels.geojson          # 宗地
    #  buildings: data/buildings.geojson      # 建筑物
    #  zones: data/zones.geojson              # 开发区范围
    #  contracts: data/contracts.csv          # 合同与划拨决定书
    #  enterprises: data/enterprises.csv      # 企业
    #  not_suppliable: data/f.geojson         # 不可供应土地
    #  ready: data/ready.geojson              # 已达到供地条件的土地
    #  approved_land: data/approved.geojson   # 已批准用地
    #  use_before: data/use_before.geojson    # 调整前用地
    #  use_after: data/use_after.geojson      # 调整后用地
    #  proposed_blocks: data/proposed.geojson # 拟扩区、调区区块;change 列:in 调入、out 调出

    ## 集约利用评价面积(公顷)· official areas in hectares: ΣA+B+C = ΣD+E+F = total
    ## 只有下一级齐全时上一级可省略 · a class may be left out where all its subclasses are given
    #official:
    #  total_ha: {value: 1200.50, source: 集约利用评价报告, page: 12}
    #  classes_ha:
    #    A1: 120           # 住宅
    #    A2: 560           # 工矿仓储
    #    A31: 80           # 街巷
    #    A32: 10           # 其他交通
    #    A4: 20            # 商服
    #    A51: 25           # 公园与绿地
    #    A52: 15           # 其他公共管理与公共服务
    #    A6: 10            # 其他城镇建设用地
    #    B11: 5            # 已建成农村工矿仓储
    #    B12: 15           # 其他已建成农村建设用地
    #    B21: 140          # 已达到供地条件的其他土地
    #    B22: 180.50       # 未达到供地条件的其他土地
    #    C: 20             # 不可建设 (C1 河湖及蓄滞洪区, C2 自然生态保护区, C3 其他)
    #    D1: 120           # 划拨
    #    D21: 780          # 有偿使用且未到期
    #    D22: 0            # 有偿使用且已到期但未处置
    #    E1: 20            # 尚可划拨
    #    E21: 60           # 尚可供应工矿仓储
    #    E22: 20           # 其他尚可有偿使用
    #    F: 200.50         # 不可供应
    #    G: 6              # 闲置土地
    #    H1: 90            # 一类高新技术产业用地
    #    H2: 40            # 二类高新技术产业用地
    #  statistics_date: 2024-12-31

    ## "尚可供应土地"的口径 · meaning of land still to be supplied
    ## R1 已达到供地条件 ready · R2 全部剩余 all that is left · R3 按空间 by place
    #supply_reading: R1
    ## 亩均指标的分母 · what figures per mu are divided by
    ## supplied_industrial 已供工业用地 · built_industrial 已建工业用地 · other 其他
    #per_mu_base: supplied_industrial

    ## 闲置土地台账 · register of idle land
    #idle_register:
    #  base_date: 2018-12-25                  # 起算日 · cases count from this day
    #  complete: true                         # 台账是否完整 · whether it lists all cases
    #  rate_by: area                          # area 按面积 · count 按宗数
    #  ended_by: [start, withdraw, buyback, swap]  # 算作处置完毕的方式 · what ends a case
    #  ledger: data/ledger.csv

    ## 负面事件 · events. kind: illegal_use 违法用地 · illegal_building 违法建设 · security 治安
    ## · pollution 污染 · safety 安全生产;grade: minor 较轻 · ordinary 一般 · serious 重大
    #events:
    #  - {date: 2023-05-06, kind: safety, grade: minor, document: 示安〔2023〕3号}
    ## 完整列出的时段 · spans in which all events are listed; 没有时段就是未知,不是没有
    #events_complete:
    #  safety: [2020-01-01, 2025-06-30]
    #  pollution: [2020-01-01, 2025-06-30]
    #  illegal_use: [2020-01-01, 2025-06-30]

    ## 符合性证明 · attestations. topic: plan_economy 国民经济规划 · plan_function_zone 主体功能区
    ## · plan_town 城镇规划 · plan_land 土地规划 · plan_environment 环境规划 · plan_zones 开发区规划
    ## · minerals 压覆矿产 · hazard 地质灾害 …;block: 区块 · block, left out for the whole
    #attestations:
    #  - {topic: plan_land, block: 北区, conforms: true, document: 示自然资函〔2025〕2号, date: 2025-02-01}
    #  - {topic: plan_land, block: 南区, conforms: true, document: 示自然资函〔2025〕3号, date: 2025-02-01}

    ## 产业集群 · clusters, revenue in 亿元
    #clusters:
    #  - {name: 装备制造产业集群, revenue_yi: 120, evidence: papers/cluster.pdf}
    #parks: 2                                 # 园区数(一区多园)· number of parks
    #central_city: false                      # 是否位于中心城区 · inside the central city
    #relocation_cause: geology                # geology 地质条件 · plan_revision 规划调整 · other 其他

    ## 年度统计 · statistics by year
    #statistics:
    #  2024:
    #    main_revenue_wan: 3000000            # 主营业务收入,万元
    #    tax_wan: 90000                       # 税收,万元
    #    industrial_tax_wan: 70000            # 工业税收,万元
    #    fixed_investment_wan: 800000         # 固定资产投资(累计),万元
    #    high_tech_firms: 30                  # 高新技术企业,家
    #    rd_wan: 60000                        # 研发投入,万元
    #    exports_usd: 50000000                # 出口,美元
    #    funds_in_place_wan: 100000           # 到位资金,万元
    #    built_up_ha: 840                     # 建成区面积,公顷
    #    land_base_mu: 9000                   # 用地基数,亩
    #    residents: 25000                     # 常住人口,人
    #    floor_area_wan_m2: 620               # 总建筑面积,万㎡
    #    industrial_floor_wan_m2: 450         # 工矿仓储建筑面积,万㎡
    #    footprint_wan_m2: 330                # 总建筑基底面积,万㎡
    #    industrial_footprint_wan_m2: 280     # 工矿仓储建筑基底面积,万㎡
    #    industrial_yards_wan_m2: 20          # 工矿仓储构筑物、堆场面积,万㎡

    ## 三区(建成区、发展区、控制区)图层 · layer of the three classes
    #three_classes: data/three.gpkg:sanqu

    ## 申请材料 · papers of an application, M01 … M13 and EIA 规划环评
    #materials:
    #  - {id: M01, file: papers/m01.pdf, date: 2025-03-01, issuer: 示例市人民政府}
    #  - {id: EIA, file: papers/eia.pdf, date: 2024-11-01, issuer: 示例生态环境局, valid_until: 2029-11-01}

    ## 程序 · steps that have been taken
    #procedure:
    #  - {step: "4.1", date: 2025-04-01, document: 示管〔2025〕5号}

    ## 规则库声明的其他数据 · figures that rulebooks declare, by their names
    #figures:
    #  zone:
    #    theme_parks: 1
    #    2024: {gdp_growth_share: 0.08}
    #  city: {gdp_wan: 12000000}
    #  province: {gdp_wan: 900000000}

    """#
}
