/// The kind of document by which land was supplied.
public enum DocumentKind: String, CaseIterable, Hashable, Sendable, CodedValue {
  case grant, lease, allocation, other

  var names: [String] {
    switch self {
    case .grant: ["出让合同", "出让", "国有建设用地使用权出让合同", "土地出让合同"]
    case .lease: ["租赁合同", "租赁", "土地租赁合同"]
    case .allocation: ["划拨决定书", "划拨", "国有建设用地划拨决定书"]
    case .other: ["其他", "其它"]
    }
  }
}

/// Who owns the land itself.
public enum Ownership: String, CaseIterable, Hashable, Sendable, CodedValue {
  case state, collective

  var names: [String] {
    switch self {
    case .state: ["国有", "国家所有", "国有土地", "国家"]
    case .collective: ["集体", "集体所有", "集体土地"]
    }
  }
}

/// On which surface an area was measured.
public enum AreaKind: String, CaseIterable, Hashable, Sendable, CodedValue {
  /// On the Gauss–Krüger plane (界址点坐标法).
  case planar
  /// On the ellipsoid (图斑椭球面积).
  case ellipsoidal

  var names: [String] {
    switch self {
    case .planar: ["平面", "平面面积", "投影面积", "高斯平面"]
    case .ellipsoidal: ["椭球", "椭球面积", "图斑椭球面积"]
    }
  }
}

/// What the register says about the start of development (动工开发, Decree 53 Art. 30).
public enum StartState: String, CaseIterable, Hashable, Sendable, CodedValue {
  case notStarted = "not_started"
  case started

  var names: [String] {
    switch self {
    case .notStarted: ["未动工", "未开工", "未动工开发", "尚未动工", "尚未开工", "未建", "否"]
    case .started:
      ["已动工", "已开工", "已动工开发", "动工", "开工", "在建", "已竣工", "竣工", "建成", "是"]
    }
  }
}

/// Whether a parcel has been supplied to a user.
public enum SupplyState: String, CaseIterable, Hashable, Sendable, CodedValue {
  case supplied, unsupplied, reserve, withdrawn

  var names: [String] {
    switch self {
    case .supplied: ["已供", "已供应", "已供地", "供应"]
    case .unsupplied: ["未供", "未供应", "未供地", "待供", "批而未供"]
    case .reserve: ["储备", "收储", "储备土地", "政府储备"]
    case .withdrawn: ["收回", "已收回", "回购", "已回购"]
    }
  }
}

/// The three classes into which a development zone divides its land (三区划分).
public enum ZoneClass: String, CaseIterable, Hashable, Sendable, CodedValue {
  /// 建成区: built up.
  case built
  /// 发展区: open for development.
  case development
  /// 控制区: kept free.
  case controlled

  var names: [String] {
    switch self {
    case .built: ["建成区", "建成"]
    case .development: ["发展区", "发展"]
    case .controlled: ["控制区", "控制"]
    }
  }

  /// The official name, as rulebooks write it.
  public var official: String {
    switch self {
    case .built: "建成区"
    case .development: "发展区"
    case .controlled: "控制区"
    }
  }
}

/// How a case of idle land is disposed of (Decree 53 Art. 12 and 14).
public enum DisposalWay: String, CaseIterable, Hashable, Sendable, CodedValue {
  /// Development started.
  case start
  /// The agreed start is put off by supplementary contract, Art. 12(1).
  case extend
  /// Use or planning conditions are changed, Art. 12(2).
  case adjust
  /// Temporary use arranged by the government, Art. 12(3).
  case temporary
  /// Paid withdrawal by agreement, Art. 12(4).
  case buyback
  /// Swap of land, Art. 12(5).
  case swap
  /// Fee for idle land, Art. 14(1); does not end a case.
  case fee
  /// Withdrawal without payment, Art. 14(2).
  case withdraw
  /// Another way set locally, Art. 12(6).
  case other

  /// Whether the land is no longer idle, or no longer its user's, once this is done. A fee alone,
  /// and a new agreed start, do not end a case.
  public var endsCase: Bool {
    switch self {
    case .start, .buyback, .swap, .withdraw: true
    case .extend, .adjust, .temporary, .fee, .other: false
    }
  }

  /// Whether the time for starting is counted anew from an amended start (Art. 12, last sentence).
  public var restartsClock: Bool {
    switch self {
    case .extend, .adjust, .temporary, .swap, .other: true
    case .start, .buyback, .fee, .withdraw: false
    }
  }

  var names: [String] {
    switch self {
    case .start: ["动工", "动工建设", "动工开发", "开工", "已动工", "促动工", "限期开发", "限期动工"]
    case .extend: ["延长动工开发期限", "延期", "延期动工", "延长动工期限", "延长期限"]
    case .adjust: ["调整土地用途", "调整规划条件", "调整土地用途、规划条件", "调整用途"]
    case .temporary: ["临时使用", "政府安排临时使用", "安排临时使用"]
    case .buyback:
      ["协议有偿收回", "有偿收回", "协议收回", "协议收购", "回购", "收购", "buy_back"]
        .map(HeaderName.key)
    case .swap: ["置换", "置换土地", "土地置换"]
    case .fee: ["征缴闲置费", "征缴土地闲置费", "缴纳闲置费", "闲置费"]
    case .withdraw: ["无偿收回", "收回", "收回土地使用权", "无偿收回土地使用权"]
    case .other: ["其他", "其它"]
    }
  }
}
