import Base

/// A module as a script that hands its parts to `offline/modules.js`: what it imports and exports becomes arguments of a function. It
/// carries the forms in which this program's modules are written, and refuses any other.
package enum ClassicScript {
  /// The script for a module; one that imports and exports nothing is a script already.
  ///
  /// - Throws: ``ScriptFault`` at a form that is not carried.
  package static func bytes(of module: [UInt8]) throws(ScriptFault) -> [UInt8] {
    if try ScriptScanner.words(in: module).isEmpty { return module }
    let parts = try ModuleParts(module, dynamicImport: "$import", address: "$address")
    var script = OutputBuffer(capacity: module.count + 512)
    let names = parts.imports.map { "\"\($0.module)\"" }.joined(separator: ", ")
    script.write("\"use strict\";\ngongkai.module([\(names)], ($exports, $imports, $import, $address) => {\n")
    for (index, taken) in parts.imports.enumerated() where !taken.names.isEmpty {
      script.write("const { \(taken.names) } = $imports[\(index)];\n")
    }
    script.write(bytes: parts.code)
    script.write("\nObject.assign($exports, { \(parts.exports.joined(separator: ", ")) });\n});\n")
    return script.bytes
  }
}
