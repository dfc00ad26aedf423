import Base
import Documents
import Disk
import TestSupport
import Testing

@testable import Loading

/// What `gongkai schema` says of site.yml and kind files, held against what their readers accept.
@Suite("The forms of settings files")
struct SettingsFormTests {
  /// Every key of site.yml.
  private static let site = JSONValue.object([
    "name": "安澜县人民政府", "shortName": "安澜", "baseURL": "https://www.anlan.example/", "siteIDCode": "3412250001",
    "organizer": "安澜县人民政府办公室", "undertaker": "甲",
    "contact": .object(["address": "甲路1号", "phone": "0550-1", "email": "a@b.cn", "hours": "9:00", "postcode": "239000"]
    ),
    "icp": "皖ICP备12345678号-1", "icpURL": "https://beian.miit.gov.cn/",
    "policeRecord": "皖公网安备 34122502000001号", "policeURL": "https://beian.mps.gov.cn/",
    "badgeURL": "https://a.cn/", "errorReportURL": "https://a.cn/", "notice": "甲", "dataLicence": "甲",
    "timeZone": "Asia/Shanghai",
    "organizations": .array([
      .object(["id": "mzj", "name": "民政局", "agencyCodes": .array(["澜民"]), "level": "部门", "phone": "1"])
    ]),
    "topics": .array([.object(["id": "jiaoyu", "name": "教育"])]),
    "themes": .array([.object(["id": "ts", "name": "特色"])]),
    "audiences": .array([.object(["id": "qy", "name": "企业"])]),
    "places": .array([
      .object([
        "id": "xian", "name": "县",
        "places": .array([
          .object([
            "id": "zhen", "name": "镇",
            "places": .array([
              .object(["id": "cun", "name": "村", "places": .array([.object(["id": "zu", "name": "组"])])])
            ]),
          ])
        ]),
      ])
    ]),
    "matcher": .array([
      .object([
        "question": "您是",
        "answers": .array([.object(["id": "geren", "name": "个人"]), .object(["id": "jigou", "name": "机构"])]),
      ])
    ]),
    "synonyms": .array([.array(["老年人", "老人"])]),
    "sources": .array([.object(["id": "anlan", "name": "安澜县", "folder": "../exports/anlan", "staleAfterDays": 7])]),
    "search": .object(["endpoint": "/api/search", "above": 5000]), "pageSize": 20, "dueSoonDays": 7, "outcomeDays": 30,
    "interpretationForms": .object(["部门": 3]),
    "quotas": .array([
      .object([
        "kind": "local", "field": "attendees", "label": "甲", "perYear": 5, "by": "12-31", "each": "attendees",
        "of": "甲",
      ])
    ]),
    "deadlines": .object(["公布": "5个工作日"]),
    "inspection": .object([
      "homeWarningDays": 9, "consultations": 6, "guides": 5, "guideElements": 3, "searchSample": 10, "searchRank": 5,
      "baseColumns": .array(["zhinan"]), "statistics": "a", "consultURL": "https://a.cn/",
      "serviceURL": "https://a.cn/", "strict": .array(["search"]), "hosts": .array(["a.cn"]),
    ]),
    "keepReleases": 3, "attachmentTypes": .array(["dwg"]), "compressedCopies": true, "removalLimit": 20,
    "attachmentCharacters": 1000,
    "allowed": .array([.object(["hash": "0123456789abcdef", "reason": "甲", "by": "张三"])]),
    "reviews": .object(["since": "2027-01-01"]),
    "theme": .object([
      "color": "#174a6e", "logo": "logo.svg", "nameImage": "logo.svg",
      "footerMarks": .array([.object(["title": "甲", "image": "logo.svg", "url": "https://a.cn/"])]),
    ]),
    "indexNumbers": .object([
      "code": "11370322004222241N", "pattern": "{code}/{year}-{serial}", "digits": 5, "kinds": .array(["policy"]),
    ]),
  ])

  /// Every key of a kind.
  private static let kind = JSONValue.object([
    "label": "登记表", "shownAs": "登记", "extends": "policy", "lifecycle": "none", "template": "document",
    "layout": "document",
    "fields": .array([
      .object(["key": "issuer", "shownAs": "发布机构", "required": true, "facet": true, "list": true]),
      .object(["key": "note", "label": "备注", "type": "text", "many": true, "internal": true]),
      .object(["key": "tel", "label": "电话咨询", "type": "text", "contact": "phone", "channel": true]),
      .object(["key": "way", "label": "形式", "type": "choice", "choices": .array(["甲", "乙"]), "needsText": "甲"]),
      .object(["key": "ground", "label": "办理依据", "type": "reference", "expects": "有效"]),
      .object(["key": "serial", "label": "序号", "type": "number"]),
      .object(["key": "used", "label": "用去", "type": "number", "atMost": "serial"]),
      .object(["key": "from", "label": "收到日期", "type": "date"]),
      .object(["key": "to", "label": "答复日期", "type": "date", "notBefore": "from"]),
      .object([
        "key": "rows", "label": "明细", "type": "table",
        "columns": .array([
          .object(["key": "item", "label": "项目", "type": "text", "header": true, "required": true, "unique": true]),
          .object(["key": "who", "label": "姓名", "type": "person", "masked": true, "many": true]),
          .object(["key": "sort", "label": "种类", "type": "choice", "choices": .array(["甲", "乙"]), "boxes": true]),
          .object(["key": "sum", "label": "金额", "type": "number", "total": true, "group": "合计"]),
        ]),
        "lines": .array([
          .object(["key": "a", "label": "甲行", "group": "一", "columns": "sum"]), .object(["key": "b", "label": "乙行"]),
        ]),
        "sums": "a = b", "lifecycle": "none", "pageSize": 50, "under": "一、明细", "coversColumns": false,
        "chart": .object([
          "form": "bar", "title": "图", "label": "item", "value": "sum", "lines": "a", "except": "合计", "over": "serial",
        ]),
      ]),
    ]),
    "duties": .array(["interpretation"]),
    "deadlines": .array([
      .object([
        "what": "公布", "done": "publishedOn", "within": "20日", "after": "documentDate", "basis": "甲", "local": true,
      ]),
      .object(["what": "听证", "done": "publishedOn", "within": "7日", "before": "effectiveOn", "basis": "甲"]),
      .object(["what": "年报", "yearly": "03-31", "levels": .object(["部门": "01-31"]), "basis": "甲"]),
    ]),
    "series": .object(["key": "serial", "within": "serial"]),
    "parts": .array([
      .object(["label": "一", "field": "note", "required": true, "stage": "甲", "day": "from"]),
      .object(["label": "二", "heading": "甲", "attachment": "乙", "optional": true, "neededWith": "一"]),
      .object(["label": "三", "relation": "interprets", "kind": "policy", "title": "甲"]),
    ]),
    "missing": "error", "bundle": true, "consecutive": true, "qrCode": true, "titleWords": "登记", "numberWords": "登",
  ])

  private static let subjects: [(form: SettingsForm, example: JSONValue, path: String)] = [
    (.site, site, "Content/site.yml"), (.kind, kind, "Content/_kinds/register.yml"),
  ]

  /// Findings about one file when it says this.
  private func findings(_ value: JSONValue, _ path: String) async throws -> [Diagnostic] {
    var fixture = Fixture([path: String(decoding: value.compact, as: UTF8.self)])
    fixture.texts["Content/_theme/logo.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    fixture.texts["Templates/kinds/local.yml"] = """
      label: 会议
      fields:
        - {key: attendees, label: 列席, type: text}
      deadlines:
        - {what: 公布, done: publishedOn, within: 20日, after: documentDate, basis: 甲, local: true}

      """
    fixture.texts["Content/zhinan/_column.md"] = "---\ntitle: 指南\nkind: policy\n---\n"
    return try await fixture.load().findings.filter {
      $0.location.path == path || $0.location.path == path.dropFirst(8)
    }
  }

  @Test("know every key that the readers accept, and nothing else", arguments: [0, 1]) func accepts(index: Int)
    async throws
  {
    let (form, example, path) = Self.subjects[index]
    let found = try await findings(example, path)
    #expect(found.isEmpty, "\(found.map { $0.rule + " " + $0.message }.joined(separator: "\n"))")
    var known: Set<String> = []
    Self.walk(form, example, at: "") { place, _, _ in known.insert(place) }
    #expect(Self.keys(form, at: "").subtracting(known) == [])
  }

  @Test("refuse what the readers refuse", arguments: [0, 1]) func refuses(index: Int) async throws {
    let (form, example, path) = Self.subjects[index]
    var wrong: [(place: String, value: JSONValue)] = []
    Self.walk(form, example, at: "") { place, shape, replace in
      for value in Self.refused(by: shape) {
        wrong.append((place + " = " + String(decoding: value.compact, as: UTF8.self), replace(value)))
      }
    }
    #expect(wrong.count > 60)
    for (place, value) in wrong {
      #expect(try await findings(value, path).contains { $0.severity == .error }, "\(place)")
    }
  }

  /// Values that the schema refuses.
  private static func refused(by shape: SettingsForm.Shape) -> [JSONValue] {
    switch shape {
    case .text: [.object(["zz": "甲"])]
    case .integer(let range): [.integer(range.lowerBound - 1), .integer(range.upperBound + 1), "甲"]
    case .flag: ["也许"]
    case .choice: ["甲乙丙"]
    case .many(let one), .list(let one): refused(by: one).map { .array([$0]) }
    case .mapping(let form): form.others == nil ? ["甲乙丙", .object(["zz": "甲"])] : ["甲乙丙"]
    case .either(.choice, _): ["甲乙丙"]
    case .either(_, let other): refused(by: other).filter { if case .object = $0 { true } else { false } }
    }
  }

  /// Every key of a form, with its way.
  private static func keys(_ form: SettingsForm, at place: String) -> Set<String> {
    form.entries.reduce(into: []) { keys, entry in
      let way = place + "/" + entry.key
      keys.insert(way)
      inner(entry.shape).map { keys.formUnion(Self.keys($0, at: way)) }
    }
  }

  private static func inner(_ shape: SettingsForm.Shape) -> SettingsForm? {
    switch shape {
    case .mapping(let form): form
    case .many(let one), .list(let one): inner(one)
    case .either(let one, let other): inner(one) ?? inner(other)
    case .text, .integer, .flag, .choice: nil
    }
  }

  /// Calls `visit` for every value that has an entry, with a way to get the whole with another value in its place.
  private static func walk(
    _ form: SettingsForm, _ value: JSONValue, at place: String, whole: (JSONValue) -> JSONValue = { $0 },
    visit: (String, SettingsForm.Shape, (JSONValue) -> JSONValue) -> Void
  ) {
    guard case .object(let members) = value else {
      guard case .array(let items) = value else { return }
      for (index, item) in items.enumerated() {
        let within = { (new: JSONValue) -> JSONValue in
          var all = items
          all[index] = new
          return whole(.array(all))
        }
        walk(form, item, at: place, whole: within, visit: visit)
      }
      return
    }
    for (index, member) in members.enumerated() {
      guard let entry = form.entries.first(where: { $0.key == member.name }) else { continue }
      let within = { (new: JSONValue) -> JSONValue in
        var all = members
        all[index] = JSONValue.Member(member.name, new)
        return whole(.object(all))
      }
      let way = place + "/" + entry.key
      visit(way, entry.shape, within)
      if let form = inner(entry.shape) { walk(form, member.value, at: way, whole: within, visit: visit) }
    }
  }
}
