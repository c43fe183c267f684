extension Template {
  /// A small rulebook with one rule of each common form.
  static let rulebookText = #"""
    # 规则库示例 · a rulebook to start from (UTF-8). 内容均为虚构 · all content is invented.
    # 格式见 docs/rulebooks.md · the form is described in docs/rulebooks.md.
    # 检查 · check it:  landctl rules check rulebook.yaml
    # 使用 · use it:    landctl audit … --rules rulebook.yaml
    schema: 1
    rulebook:
      id: example-2025            # 小写字母、数字和 - · a-z 0-9 and -, unique
      family: example             # 同一文件的各版本同一 family · editions of one text share it
      title: {zh: 示例开发区节约集约用地办法, en: Example measures for intensive land use in zones}
      issuer: {zh: 示例市人民政府, en: Government of Example City}
      number: 示政发〔2025〕1号    # 没有文号写 null · null where the text bears none
      date: 2025-01-10            # 成文日期 · day of the document
      territory: "369900"         # 行政区划代码 · GB/T 2260; CN 全国 the whole country
      validity:
        from: 2025-02-01          # 施行日期 · first day; until(末日)可省略 · until may be left out
        basis: {zh: 第十条:自2025年2月1日起施行, en: "Art. 10: in force from 1 February 2025"}
      verification: ours          # verified 已核原文 · secondary 转引 · unverified 未核 · ours 本库自定
      sources:
        EX: {title: 示例开发区节约集约用地办法}

    # 现有数据里没有、由 zone.yaml 的 figures 提供的数据
    # figures that no built-in column holds; given under `figures` of zone.yaml
    inputs:
      - id: standard_workshops_m2
        subject: zone
        unit: m2
        label: {zh: 标准厂房建筑面积, en: floor area of standard workshops}

    # 有名称的算式 · formulas with names
    measures:
      - id: example_tax_per_mu
        subject: zone
        formula: tax_wan / land_base_mu
        unit: 万元/亩
        label: {zh: 亩均税收, en: tax per mu}
        words: {zh: 年税收 ÷ 用地基数, en: yearly tax ÷ land base}
        source: EX

    rules:
      # 指标,硬性 · an indicator: a miss is notMet
      - id: EX-01
        clause: 第三条
        subject: zone
        kind: indicator
        softness: strict
        title: {zh: 亩均税收, en: Tax per mu}
        text: {zh: 亩均税收不低于10万元。, en: Tax per mu is at least 100 000 yuan.}
        applies:
          level: [national, provincial]
        test: {measure: example_tax_per_mu, compare: at_least, limit: 10, unit: 万元/亩}
        remedy: {zh: 盘活低效用地，提高亩均产出。, en: Put poorly used land to better use.}
        source: EX
        examples:
          - {given: {tax_wan: 10000, land_base_mu: 1000}, expect: met, value: 10}
          - {given: {tax_wan: 9999, land_base_mu: 1000}, expect: notMet}
          - {given: {land_base_mu: 1000}, expect: unknown, missing: [tax_wan]}

      # "一般不超过":达不到的须说明理由 · soft: a miss needs reasons
      - id: EX-02
        clause: 第四条
        subject: parcel
        kind: indicator
        softness: general
        title: {zh: 绿地率, en: Green share}
        text: {zh: 工业用地绿地率一般不超过15%。, en: The green share of industrial land is as a rule at most 15 %.}
        applies:
          land_use: industrial
        test: {measure: green_share, compare: at_most, limit: 15, unit: "%"}
        remedy: {zh: 调整总平面布置，或说明工艺要求。, en: Change the layout or give the reasons of the process.}
        source: EX
        examples:
          - {given: {industrial: true, green_share: 0.15}, expect: met, value: 15}
          - {given: {industrial: true, green_share: 0.16}, expect: needsReasons}
          - {given: {industrial: true}, expect: unknown, missing: [green_share]}

      # 用到 inputs 的规则 · a rule that uses an input of this book
      - id: EX-03
        clause: 第五条
        subject: zone
        kind: target
        title: {zh: 标准厂房, en: Standard workshops}
        text: {zh: 标准厂房建筑面积达到5万平方米以上。, en: Standard workshops have 50 000 m² of floor or more.}
        test: {measure: standard_workshops_m2, compare: at_least, limit: 50000, unit: m2}
        remedy: {zh: 建设标准厂房。, en: Build standard workshops.}
        source: EX
        examples:
          - {given: {standard_workshops_m2: 50000}, expect: met}
          - {given: {standard_workshops_m2: 49999}, expect: notMet}
          - {given: {}, expect: unknown, missing: [standard_workshops_m2]}

      # 不能由数据判断的条款 · a clause that no data can decide
      - id: EX-04
        clause: 第六条
        subject: zone
        kind: direction
        title: {zh: 鼓励多层厂房, en: Multi-storey workshops}
        text: {zh: 鼓励建设多层厂房。, en: Multi-storey workshops are encouraged.}
        recorded: {zh: 倡导性条款，没有可量算的要求, en: Encouragement without a measurable requirement}
        source: EX

    """#
}
