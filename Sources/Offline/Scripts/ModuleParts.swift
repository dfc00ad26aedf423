import Base

/// The code of a module without its imports and exports, and what these were.
struct ModuleParts {
  /// The modules that it imports, and what it takes from each: `a: b`.
  private(set) var imports: [(module: String, names: String)] = []
  private(set) var exports: [String] = []
  /// The code between.
  var code: [UInt8] { out.bytes }
  private let bytes: [UInt8]
  private let dynamicImport: String
  private let address: String
  private var out = OutputBuffer()
  private var done = 0

  /// - Parameters:
  ///   - dynamicImport: What stands for `import` in `import(…)`.
  ///   - address: What stands for `import.meta.url`.
  /// - Throws: ``ScriptFault`` at a form that is not carried.
  init(
    _ bytes: [UInt8], dynamicImport: String = "import", address: String = "import.meta.url"
  ) throws(ScriptFault) {
    self.bytes = bytes
    self.dynamicImport = dynamicImport
    self.address = address
    for word in try ScriptScanner.words(in: bytes) { try read(word) }
    out.write(bytes: bytes[done...])
  }

  private mutating func read(_ word: ScriptScanner.Word) throws(ScriptFault) {
    var cursor = Cursor(bytes: bytes, place: word.range.upperBound)
    if word.text == "import" {
      if cursor.take("(") { return replace(word.range, with: dynamicImport) }
      if cursor.take("."), cursor.take("meta"), cursor.take("."), cursor.take("url") {
        return replace(word.range.lowerBound..<cursor.place, with: address)
      }
    }
    guard word.isOutermost else { throw fault(word) }
    if word.text == "export" {
      exports.append(try exported(&cursor, word))
      replace(word.range.lowerBound..<word.range.upperBound, with: "")
    } else {
      imports.append(try imported(&cursor, word))
      replace(word.range.lowerBound..<cursor.place, with: "")
    }
  }

  /// `export function f`, `export async function f`, `export class C`, `export const c =`.
  private func exported(_ cursor: inout Cursor, _ word: ScriptScanner.Word) throws(ScriptFault) -> String {
    let isConstant = cursor.take("const")
    if !isConstant, !cursor.take("class") {
      _ = cursor.take("async")
      guard cursor.take("function") else { throw fault(word) }
      _ = cursor.take("*")
    }
    guard let name = cursor.name(), !isConstant || cursor.take("=") else { throw fault(word) }
    return name
  }

  /// `import { a, b as c } from "./d.js";`, `import "./d.js";`.
  private func imported(
    _ cursor: inout Cursor, _ word: ScriptScanner.Word
  ) throws(ScriptFault) -> (String, String) {
    var names: [String] = []
    if cursor.take("{") {
      while !cursor.take("}") {
        guard let name = cursor.name() else { throw fault(word) }
        if cursor.take("as") {
          guard let own = cursor.name() else { throw fault(word) }
          names.append("\(name): \(own)")
        } else {
          names.append(name)
        }
        if !cursor.take(",") {
          guard cursor.take("}") else { throw fault(word) }
          break
        }
      }
      guard cursor.take("from") else { throw fault(word) }
    }
    guard let module = cursor.string(), module.hasPrefix("./") || module.hasPrefix("../") else { throw fault(word) }
    _ = cursor.take(";")
    return (module, names.joined(separator: ", "))
  }

  private mutating func replace(_ range: Range<Int>, with text: String) {
    out.write(bytes: bytes[done..<range.lowerBound])
    out.write(text)
    done = range.upperBound
  }

  private func fault(_ word: ScriptScanner.Word) -> ScriptFault {
    let line = bytes[word.range.lowerBound...].prefix { $0 != 0x0A }
    return ScriptFault(
      "这种写法“\(String(decoding: line, as: UTF8.self).trimmed)”", at: word.range.lowerBound, in: bytes)
  }
}

/// Reads words and signs of a script, with blanks before them.
private struct Cursor {
  let bytes: [UInt8]
  var place: Int

  private mutating func passBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  /// Takes a word or a sign, if it stands here.
  mutating func take(_ text: String) -> Bool {
    let start = place
    passBlanks()
    let isWord = text.utf8.first.map(ScriptScanner.isWordPart) ?? false
    let end = place + text.utf8.count
    if bytes[place...].starts(with: text.utf8), !isWord || end == bytes.count || !ScriptScanner.isWordPart(bytes[end]) {
      place = end
      return true
    }
    place = start
    return false
  }

  mutating func name() -> String? {
    passBlanks()
    let name = bytes[place...].prefix(while: ScriptScanner.isWordPart)
    place = name.endIndex
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  mutating func string() -> String? {
    passBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'"),
      let end = bytes[(place + 1)...].firstIndex(of: bytes[place])
    else { return nil }
    defer { place = end + 1 }
    return String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
  }
}
