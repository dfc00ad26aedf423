import Base

/// The level of an office, told by its name.
package enum AdministrativeLevel: String, Sendable, CaseIterable {
  case province, city, county, township

  /// Reads the name of an office: 济南市历城区人民政府办公室 is of a county. nil if the name does not say: a city may be of
  /// either of two levels.
  package init?(office name: String) {
    // 自治区, 地区 and 开发区 are no districts.
    let isDistrict = name.has("区") && ["自治区", "地区", "开发区"].contains(where: name.has)
    let name =
      isDistrict
      ? name.replacing("自治区", with: "省").replacing("地区", with: "市").replacing("开发区", with: "市") : name
    // What names the place, before the office: 高唐县|教育和体育局.
    let place = String(name.prefix { $0 != "局" && $0 != "委" && $0 != "府" && $0 != "办" && $0 != "院" && $0 != "会" })
    if ["镇", "乡", "街道"].contains(where: place.has) {
      self = .township
    } else if place.dropFirst().contains(where: { "县区旗".contains($0) }) {
      self = .county
    } else if place.has("省") {
      self = .province
    } else {
      return nil
    }
  }
}
