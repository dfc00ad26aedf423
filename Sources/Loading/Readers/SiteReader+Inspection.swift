import Base
import Documents

// What site.yml says about the inspection, and about deadlines that no law fixes.
extension SiteReader {
  private static let inspectionVocabulary = Vocabulary(
    .inspection, also: InspectionLimit.allCases.filter(\.definition.isFixed).map(\.rawValue))

  /// Reads `inspection`.
  mutating func inspection(_ value: YAMLValue?) -> InspectionSettings {
    var settings = InspectionSettings()
    guard let value, let entries = file.entries(of: value, what: "inspection（检查指标）") else { return settings }
    let draft = Draft(entries, vocabulary: Self.inspectionVocabulary, file: &file)
    for limit in InspectionLimit.allCases {
      guard let value = draft[limit.rawValue] else { continue }
      let definition = limit.definition
      guard !definition.isFixed else {
        file.add(
          "fixed-field", at: value.place, "\(limit.rawValue)（\(definition.label)）由\(definition.basis)规定，不能另设",
          cures: ["删去 \(limit.rawValue)"])
        continue
      }
      settings.limits[limit] = file.integer(value, "\(limit.rawValue)（\(definition.label)）", in: 0...1000)
    }
    let columns = file.texts(draft["baseColumns"], "baseColumns（基本栏目）").map(\.text)
    if !columns.isEmpty { settings.baseColumns = columns }
    settings.statistics = file.text(draft["statistics"], "statistics（办事统计数据的栏目）")
    settings.consultURL = file.webAddress(draft["consultURL"], "网上咨询的链接")
    settings.serviceURL = file.webAddress(draft["serviceURL"], "办事服务的链接")
    settings.strict = Set(
      file.texts(draft["strict"], "strict（从严的指标）").compactMap { text, place in
        if InspectionSettings.reminders.contains(text) { return text }
        file.reportChoice(text, at: place, "strict（从严的指标）", words: InspectionSettings.reminders)
        return nil
      })
    settings.hosts = Set(file.texts(draft["hosts"], "hosts（核对过的外部网站）").map { $0.text.lowercased() })
    return settings
  }

  /// Reads `deadlines`: `{公布解读: 5个工作日, 公告听证: 无}`.
  mutating func deadlines(_ value: YAMLValue?) -> [Site.LocalDeadline] {
    (file.entries(of: value, what: "deadlines（期限）") ?? []).compactMap { entry in
      let location = file.location(of: entry.place)
      if entry.value.words == "无" { return Site.LocalDeadline(what: entry.key, within: nil, location: location) }
      return file.length(entry.value, "“\(entry.key)”的期限").map {
        Site.LocalDeadline(what: entry.key, within: $0, location: location)
      }
    }
  }
}
