/// Where a link leads, as browsers read it. Whatever an author may give as a target comes through here: texts, fields,
/// site.yml, cells.
package enum LinkAddress: Sendable, Hashable {
  /// A page of another host or of our own, by `http://` or `https://`.
  case web(WebHost)
  case mail
  case telephone
  /// No scheme: a path, a fragment.
  case local
  /// A scheme that is not in the list. The value is in lower case.
  case refused(scheme: String)
  /// Browsers go to another host, though the address does not look like it: `http:host/x`, `/\host`.
  case incomplete

  /// Reads a target as written.
  package init(_ text: String) {
    // Browsers drop tabs and line breaks, and blanks around; a blank in a scheme is an attempt to hide it.
    let bytes = text.utf8.filter { $0 > 0x20 }
    guard let scheme = Self.scheme(bytes) else {
      let slashes = bytes.prefix { Self.isSlash($0) }
      if slashes.count < 2 { self = .local } else { self = Self.web(bytes[...]) }
      return
    }
    switch scheme {
    case "http", "https": self = Self.web(bytes[(scheme.utf8.count + 1)...])
    case "mailto": self = .mail
    case "tel": self = .telephone
    default: self = .refused(scheme: scheme)
    }
  }

  /// The host, if the address has one.
  package var host: WebHost? { if case .web(let host) = self { host } else { nil } }

  /// Reads what follows the scheme.
  private static func web(_ rest: ArraySlice<UInt8>) -> LinkAddress {
    let slashes = rest.prefix { isSlash($0) }
    guard slashes.elementsEqual("//".utf8),
      let host = WebHost(authority: rest.dropFirst(2).prefix { !isSlash($0) && $0 != 0x3F && $0 != 0x23 })
    else { return .incomplete }
    return .web(host)
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }

  /// What stands before the first colon, in lower case, if it may be the name of a scheme.
  private static func scheme(_ bytes: [UInt8]) -> String? {
    guard let colon = bytes.firstIndex(of: 0x3A), let first = bytes.first, isLetter(first) else { return nil }
    let name = bytes[..<colon]
    guard name.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }) else {
      return nil
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// The host of a web address.
package struct WebHost: Sendable, Hashable {
  /// In lower case, without port: `www.example.gov.cn`.
  package let name: String
  /// With the port, if one is given.
  package let nameAndPort: String
  /// Whether a user's name or a password stands before the host.
  package let hasUser: Bool

  /// Reads what stands between `//` and the next slash; nil where there is no host.
  init?(authority: ArraySlice<UInt8>) {
    let at = authority.lastIndex(of: 0x40)
    hasUser = at != nil
    let text = String(decoding: at.map { authority[($0 + 1)...] } ?? authority, as: UTF8.self)
    nameAndPort = Self.plain(text.percentDecoded ?? text)
    if nameAndPort.hasPrefix("["), let end = nameAndPort.firstIndex(of: "]") {
      name = String(nameAndPort[...end])
    } else {
      name = String(nameAndPort.prefix { $0 != ":" })
    }
    if name.isEmpty || name.hasPrefix(".") { return nil }
  }

  /// Whether it is inside an office's network or the reader's own computer, where readers find nothing or something
  /// else (RFC 1918, 3927, 4193, 6598, 6761, 6762): also a name without a dot.
  package var isPrivate: Bool {
    if name.hasPrefix("[") { return Self.isPrivate(version6: name.dropFirst().dropLast()) }
    let labels = name.split(separator: ".").map(String.init)
    guard let last = labels.last else { return true }
    if labels.allSatisfy({ Self.number($0) != nil }) { return Self.isPrivate(version4: labels) }
    return labels.count == 1 || ["localhost", "local", "internal", "lan", "intranet", "home", "corp"].contains(last)
  }

  /// As browsers read it, `10.0.0.1`, `0x7f.1` and `2130706433` too.
  private static func isPrivate(version4 labels: [String]) -> Bool {
    let numbers = labels.compactMap(number)
    guard (1...4).contains(numbers.count), numbers.dropLast().allSatisfy({ $0 < 256 }) else { return true }
    let tail = 8 * (5 - numbers.count)
    guard numbers[numbers.count - 1] < 1 << tail else { return true }
    var address = numbers[numbers.count - 1]
    for (index, number) in numbers.dropLast().enumerated() { address |= number << (24 - 8 * index) }
    return privateNetworks.contains { address >> (32 - $0.bits) == $0.network >> (32 - $0.bits) }
  }

  private static let privateNetworks: [(network: Int, bits: Int)] = [
    (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12),
    (0xC0A8_0000, 16),
  ]

  private static func isPrivate(version6 text: Substring) -> Bool {
    if text == "::1" || text == "::" { return true }
    // An address of version 4 inside one of version 6.
    if text.hasPrefix("::ffff:"), let last = text.split(separator: ":").last, last.contains(".") {
      return isPrivate(version4: last.split(separator: ".").map(String.init))
    }
    return ["fc", "fd", "fe8", "fe9", "fea", "feb"].contains { text.hasPrefix($0) }
  }

  private static func number(_ text: String) -> Int? {
    if text.hasPrefix("0x") { return text.count == 2 ? 0 : Int(text.dropFirst(2), radix: 16) }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return text.count > 1 && text.hasPrefix("0") ? Int(text.dropFirst(), radix: 8) : Int(text)
  }

  /// In lower case, full-width letters and the ideographic full stop as the ASCII that browsers take them for.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
          case 0x3002, 0xFF61: "."
          default: scalar
          }
        })
    ).lowercased()
  }
}
