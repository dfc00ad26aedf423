import Base

/// Modules as one: what a page's scripts import from each other, in one file without its comments. One request instead of
/// fifteen, and a third fewer bytes. It carries the same forms as ``ClassicScript``.
package struct ScriptBundle {
  /// All scripts, by path.
  private let scripts: [String: [UInt8]]
  private var done: [String: Int] = [:]
  private var open: Set<String> = []
  private var out = OutputBuffer()

  /// The module at `path` with all that it imports at once; what it imports when it needs it stays a file of its own, and stands
  /// beside it.
  ///
  /// - Parameter scripts: All scripts, by path: `search/search.js`.
  /// - Throws: ``ScriptFault`` at a form that is not carried, or when modules import each other in a circle.
  package static func bytes(of path: String, among scripts: [String: [UInt8]]) throws(ScriptFault) -> [UInt8] {
    var bundle = ScriptBundle(scripts: scripts)
    let number = try bundle.add(path, importedBy: nil)
    let exports = try ModuleParts(scripts[path] ?? []).exports
    if !exports.isEmpty { bundle.out.write("export const { \(exports.joined(separator: ", ")) } = $\(number);\n") }
    return bundle.out.bytes
  }

  private init(scripts: [String: [UInt8]]) { self.scripts = scripts }

  /// Writes a module after those that it imports: a block whose value is what it exports.
  ///
  /// - Returns: Its number, by which the others know it.
  private mutating func add(_ path: String, importedBy: (path: String, bytes: [UInt8])?) throws(ScriptFault) -> Int {
    if let number = done[path] { return number }
    guard let bytes = scripts[path], open.insert(path).inserted else {
      let what = scripts[path] == nil ? "没有这个模块：\(path)" : "互相引用的模块：\(path)"
      throw ScriptFault(what, at: 0, in: importedBy?.bytes ?? [])
    }
    let module = try ModuleParts(bytes)
    var taken: [(number: Int, names: String)] = []
    for one in module.imports {
      let other = one.module.joined(toFolderOf: path)
      taken.append((try add(other, importedBy: (path, bytes)), one.names))
    }
    let number = done.count
    done[path] = number
    out.write("const $\(number) = (() => {\n")
    for one in taken where !one.names.isEmpty { out.write("const { \(one.names) } = $\(one.number);\n") }
    // Where the imports stood, empty lines are left.
    out.write(bytes: try ScriptScanner.withoutComments(module.code).drop { $0 == 0x0A })
    out.write("\nreturn { \(module.exports.joined(separator: ", ")) };\n})();\n")
    return number
  }
}

extension String {
  /// `../files.js` from `search/search.js` is `files.js`.
  fileprivate func joined(toFolderOf path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map { String($0) }
    for part in split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
