/// The 机关代字 of the site's own offices, whose numbers are compared strictly.
package struct AgencyCodes: Sendable {
  /// Names of the offices by code.
  private let owners: [String: [String]]
  /// As listed.
  private let codes: [String]

  /// No code is known.
  package init() { self.init([]) }

  /// The codes of each office, by its name.
  package init(_ offices: [(name: String, codes: [String])]) {
    codes = offices.flatMap(\.codes)
    owners = Dictionary(
      offices.flatMap { office in office.codes.map { ($0, [office.name]) } }, uniquingKeysWith: +)
  }

  /// Whether site.yml lists none.
  package var isEmpty: Bool { codes.isEmpty }

  /// A number of this site to show how one is written.
  package var example: String { example(nil) }

  /// The same for an office.
  package func example(_ code: String?) -> String { "\(code ?? codes.first ?? "某政办发")〔2026〕3号" }

  /// The offices that use a code.
  package func owners(of code: String) -> [String] { owners[code] ?? [] }

  /// Whether the number is of a series of this site in the standard notation; orders and announcements have forms of their
  /// own.
  package func isStrict(_ number: DocumentNumber) -> Bool {
    owners[number.agencyCode] != nil && !NumberForm.orders.contains(where: number.agencyCode.hasSuffix)
  }

  /// The code of this site that a text begins with.
  package func code(atStartOf text: String) -> String? {
    codes.filter(text.hasPrefix).max { $0.count < $1.count }
  }

  /// The code of this site that a code differs from in one character that looks alike: 荷政办发 for 菏政办发.
  package func lookAlike(of code: String) -> String? {
    near(code) { a, b in Self.lookAlikes.contains { $0.contains(a) && $0.contains(b) } }
  }

  /// The code of this site that a code differs from in one character of the office's name; 发 and 函 are series.
  package func nearest(to code: String) -> String? {
    near(code) { a, b in !(Self.series.contains(a) && Self.series.contains(b)) }
  }

  private func near(_ code: String, _ isSlip: (Character, Character) -> Bool) -> String? {
    guard owners[code] == nil else { return nil }
    return codes.first { known in
      guard known.count == code.count else { return false }
      let different = zip(known, code).filter { $0 != $1 }
      return different.count == 1 && different.allSatisfy(isSlip)
    }
  }

  /// Characters of place names that are taken for one another.
  private static let lookAlikes = [
    "菏荷", "淄缁", "兖衮", "郯剡", "峄绎泽译", "鄄甄", "茌荏", "莘辛", "滕腾藤", "沂圻", "莒苣", "郓郸", "睢雎", "濮璞", "亳毫", "歙翕", "郴彬",
    "汨汩", "邗邢", "砀汤", "盱旴", "璧壁", "潼撞", "涪培", "綦基", "溧栗漂", "缙晋", "邳丕", "荥荣", "宓密", "冶治", "已己巳", "戊戍戌", "泗四", "镐稿",
    "洲州", "阳杨扬", "即既",
  ]
  private static let series = Set("发函字规任电秘议复批纪知令报通告提决请文")
}
