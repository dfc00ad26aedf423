import Base
import Documents
import Markdown
import Resolution

/// What holds for the site as a whole: its newest content, its codes, findings and days.
struct SiteMeasures {
  let input: InspectionInput

  var readings: [Reading] { [placeholders, duties, findings, icp, police, siteCode, domain] }

  /// The home page, by the documents that it shows; nil: the newest ones of the library, which it is made to show.
  func home(showing shown: Set<String>?) -> Reading {
    let days = input.corpus.entries.compactMap { entry -> CalendarDate? in
      guard shown?.contains(entry.document.url) ?? true else { return nil }
      return entry.document.publishedOn?.day
    }
    guard let last = days.max() else { return Reading(.home, .failed, "首页没有写明发布日期的信息") }
    let (age, limit) = (-input.days(to: last), input.settings[limit: .homeDays])
    let state: Reading.State =
      age > limit ? .failed : age >= input.settings[limit: .homeWarningDays] ? .near : .passed
    return Reading(
      .home, state, "最近一条是 \(last.iso)，\(age) 天前", value: age, daysLeft: age > limit ? nil : limit - age)
  }

  private static let placeholderWords = ["建设中", "正在建设", "暂无内容", "敬请期待"]
  /// A text with such words that is longer says something; in characters.
  private static let placeholderLength = 60

  /// Pages that promise a content instead of having one.
  private var placeholders: Reading {
    let documents = input.corpus.entries.map(\.document).filter { $0.attachments.isEmpty && $0.tables.isEmpty }
      .compactMap { document in
        Self.placeholder(document.body).map { Reading.Place(document, "“\(document.title)”：\($0)") }
      }
    let columns = input.corpus.columns.compactMap { column in
      Self.placeholder(column.introduction).map { Reading.Place(column, "“\(column.title)”：\($0)") }
    }
    let places = documents + columns
    return Reading(
      .placeholders, places.isEmpty ? .passed : .failed, "\(places.count) 处", value: places.count, places: places)
  }

  private static func placeholder(_ body: Body) -> String? {
    let bytes = body.text.plainText
    guard bytes.count <= placeholderLength * 3 else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return placeholderWords.first { text.contains($0) }
  }

  private var duties: Reading {
    let overdue = input.due.items(.overdue)
    let soon = input.due.items(.soon)
    let statutory = overdue.filter { !$0.isLocal }
    let state: Reading.State = !statutory.isEmpty ? .failed : overdue.isEmpty && soon.isEmpty ? .passed : .near
    return Reading(
      .duties, state, "已逾期 \(overdue.count) 件（法定的 \(statutory.count) 件），临近 \(soon.count) 件", value: overdue.count,
      daysLeft: soon.first.map { input.days(to: $0.due) },
      places: (statutory + overdue.filter(\.isLocal)).map { item in
        Reading.Place("\(item.due.iso) 前\(item.what)：\(item.subject)", file: item.location.shown, url: item.url)
      })
  }

  private var findings: Reading {
    let errors = input.findings.filter { $0.severity == .error }
    return Reading(
      .findings, errors.isEmpty ? .passed : .failed,
      "错误 \(errors.count) 个，警告 \(input.findings.count - errors.count) 条", value: errors.count,
      places: errors.map { Reading.Place($0.message, file: $0.location.shown) })
  }

  // MARK: Codes

  private var icp: Reading {
    code(.icp, input.site.icp, "icp", Codes.isICP)
  }

  private var police: Reading {
    code(.police, input.site.policeRecord, "policeRecord", Codes.isPoliceRecord)
  }

  private var siteCode: Reading { code(.siteCode, input.site.siteIDCode, "siteIDCode", Codes.isSiteCode) }

  private func code(_ indicator: Indicator, _ text: String?, _ key: String, _ isRight: (String) -> Bool) -> Reading {
    guard let text, !text.isEmpty else {
      return Reading(
        indicator, .failed, "没有写", places: [Reading.Place("在 site.yml 写 \(key)", file: "Content/site.yml")])
    }
    return isRight(text)
      ? Reading(indicator, .passed, text)
      : Reading(
        indicator, .failed, "“\(text)”的写法不对",
        places: [Reading.Place("改正 site.yml 的 \(key)", file: "Content/site.yml")])
  }

  private var domain: Reading {
    let host = input.site.domain.prefix { $0 != ":" }
    let isRight = host.hasSuffix(".gov.cn") && input.site.baseURL.hasPrefix("https://")
    return Reading(
      .domain, isRight ? .passed : .failed, input.site.baseURL,
      places: isRight ? [] : [Reading.Place("核对 site.yml 的 baseURL", file: "Content/site.yml")])
  }
}

/// The forms of official codes.
enum Codes {
  private static let provinces = Set("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新")

  /// `鲁ICP备12345678号-1`.
  static func isICP(_ text: String) -> Bool {
    guard let first = text.first, provinces.contains(first), text.dropFirst().hasPrefix("ICP备") else { return false }
    let rest = text.dropFirst(5)
    let number = rest.prefix { $0 != "号" }
    let tail = rest.dropFirst(number.count + 1)
    return isNumber(number, 6...8) && rest.dropFirst(number.count).first == "号" && isRealNumber(number)
      && (tail.isEmpty || (tail.first == "-" && isNumber(tail.dropFirst(), 1...4)))
  }

  /// `鲁公网安备 37010202000123号`, the blank or not.
  static func isPoliceRecord(_ text: String) -> Bool {
    guard let first = text.first, provinces.contains(first), text.dropFirst().hasPrefix("公网安备"), text.hasSuffix("号")
    else { return false }
    var number = text.dropFirst(5).dropLast()
    if number.first == " " { number = number.dropFirst() }
    return isNumber(number, 14...14) && isRealNumber(number)
  }

  /// `1304000009` or `bm01000001`; not the zeros of a new site.
  static func isSiteCode(_ text: String) -> Bool {
    if text.hasPrefix("bm") { return isNumber(text.dropFirst(2), 8...8) }
    return isNumber(text[...], 10...10) && text.first != "0"
  }

  private static func isNumber(_ text: Substring, _ length: ClosedRange<Int>) -> Bool {
    length.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Zeros stand for a number that somebody has to fill in.
  private static func isRealNumber(_ text: Substring) -> Bool { text.contains { $0 != "0" } }
}
