import Base
import Documents

// Reads single values. `label` is the value's name in messages.
extension FileReader {
  /// Reads a trimmed text, of one line unless `multiline`.
  mutating func text(_ value: YAMLValue?, _ label: String, multiline: Bool = false) -> String? {
    guard let value else { return nil }
    guard case .text(let raw) = value.content else {
      if case .empty = value.content { return nil }
      wrongType(value, label, "文字")
      return nil
    }
    let text = raw.trimmed
    guard !text.isEmpty else { return nil }
    if !multiline, text.utf8.contains(0x0A) {
      add("wrong-type", at: value.place, "\(label)应写在一行内", cures: ["删去换行"])
      return nil
    }
    return text
  }

  /// The elements of a list, or the value itself; empty elements are reported and left out.
  mutating func items(of value: YAMLValue?, _ label: String) -> [YAMLValue] {
    guard let value else { return [] }
    guard case .list(let items) = value.content else { return [value] }
    return items.filter { item in
      if item.isEmpty {
        add("empty-item", at: item.place, "\(label)中有空项", cures: ["填写内容，或者删去这一项"])
      }
      return !item.isEmpty
    }
  }

  /// Reads true or false, 是 or 否.
  mutating func boolean(_ value: YAMLValue?, _ label: String) -> Bool? {
    guard let value, let word = text(value, label) else { return nil }
    switch word {
    case "true", "是": return true
    case "false", "否": return false
    default:
      add("wrong-type", at: value.place, "\(label)应为“是”或“否”，这里是“\(word)”", cures: ["写作 true 或 false"])
      return nil
    }
  }

  /// Reads a whole number.
  mutating func integer(_ value: YAMLValue?, _ label: String, in range: ClosedRange<Int>) -> Int? {
    guard let value, let word = text(value, label) else { return nil }
    if let number = Int(written: word), range.contains(number) { return number }
    add(
      "wrong-type", at: value.place, "\(label)应为 \(range.lowerBound) 到 \(range.upperBound) 的整数，这里是“\(word)”",
      cures: ["只写半角数字"])
    return nil
  }

  /// Reads a length of time.
  mutating func period(_ value: YAMLValue?, _ label: String) -> Period? {
    guard let value, let text = text(value, label) else { return nil }
    if let period = Period(text) { return period }
    add("wrong-type", at: value.place, "\(label)“\(text)”不是一段时间", cures: ["写作 14天、2周、1季度、半年、6个月 或 1年"])
    return nil
  }

  /// Reads one of several words; `words` are suggested if `read` returns nil.
  mutating func choice<Choice>(
    _ value: YAMLValue?, _ label: String, words: [String], read: (String) -> Choice?
  ) -> Choice? {
    guard let value, let word = text(value, label) else { return nil }
    if let choice = read(word) { return choice }
    reportChoice(word, at: value.place, label, words: words)
    return nil
  }

  /// Reports a word that is not allowed.
  mutating func reportChoice(_ word: String, at place: Range<Int>, _ label: String, words: [String]) {
    var cures = NearMiss.cure(for: word, among: words)
    if cures.isEmpty || words.count <= 16 { cures.append("可以写的有：" + words.joined(separator: "、")) }
    add("wrong-choice", at: place, "\(label)不能是“\(word)”", cures: cures)
  }

  /// Reads an http or https address.
  mutating func webAddress(_ value: YAMLValue?, _ label: String) -> String? {
    guard let value, let text = text(value, label) else { return nil }
    if WebAddress(text) != nil {
      if let host = LinkAddress(text).host { warn(of: host, at: source.location(of: value.place)) }
      return text
    }
    add("web-address", at: value.place, "\(label)“\(text)”不是完整的网址", cures: ["写作 https://www.example.gov.cn/… 的形式"])
    return nil
  }

  /// Warns of an address that readers cannot open, or that gives away how to enter.
  mutating func warn(of host: WebHost, at place: Diagnostic.Location) {
    if host.hasUser {
      add(
        Diagnostic(
          "link-host", .warning, at: place, "网址中“@”前面是用户名或密码，会公开", cures: ["删去“@”和它前面的部分；真的密码已经写过的，立即更换"]))
    } else if host.isPrivate {
      add(
        Diagnostic(
          "link-host", .warning, at: place, "“\(host.name)”是内部网络或者本机的地址，读者打不开",
          cures: ["改为公开的网址，或者把文件作为附件"]))
    }
  }

  /// Reports a value of the wrong form.
  mutating func wrongType(_ value: YAMLValue, _ label: String, _ wanted: String) {
    let cure =
      switch value.content {
      case .list: "去掉方括号或“-”，只写一个值"
      case .mapping: "去掉花括号和键，只写值；值中有冒号的，加上引号"
      case .text, .empty: "写成\(wanted)"
      }
    add("wrong-type", at: value.place, "\(label)应为\(wanted)，这里是\(value.form)", cures: [cure])
  }
}
