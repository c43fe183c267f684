extension Template {
  /// Nothing in it is a figure: parameters are confidential in most places and differ between them.
  static let transformText = """
    # 1980西安或1954年北京坐标系到 CGCS2000 的转换参数,供 --transform 使用。参数须来自测绘主管部门的成果,不得自行推算。
    # From Xian 1980 or Beijing 1954 to CGCS2000. Parameters come from the surveying authority, never from a guess.
    schema: 1
    source:                       # 成果单位和文号,必填 / who answers for them, required
    date:                         # 成果日期 / 2019-03-01
    from: EPSG:2362               # 原坐标系 / the old system (2362 是 1980西安坐标系 3 度带)
    to: EPSG:4526                 # 目标坐标系,七参数可省略 / may be left out with seven parameters
    method: seven_parameters      # 或 four_parameters(平面)/ or four_parameters (plane to plane)
    convention:                   # position_vector 或 coordinate_frame:旋转的正负号相反 / signs of rotations differ
    parameters:                   # 平移为米,旋转为角秒,尺度为 ppm / metres, seconds of arc, ppm
      tx:
      ty:
      tz:
      rx:
      ry:
      rz:
      scale_ppm:
    # 四参数(X 为北,Y 为东)/ four parameters (X north, Y east), without convention:
    #   X' = dx + (1 + scale_ppm / 1e6) (X cos r - Y sin r)
    #   Y' = dy + (1 + scale_ppm / 1e6) (X sin r + Y cos r)
    # parameters: {dx: , dy: , rotation_sec: , scale_ppm: }

    """
}
