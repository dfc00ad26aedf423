import TestSupport
import Testing

@testable import Offline

@Suite("a module as a script that needs no server")
struct ClassicScriptTests {
  private func script(_ module: String) throws -> String {
    String(decoding: try ClassicScript.bytes(of: Array(module.utf8)), as: UTF8.self)
  }

  @Test func `what it imports and exports goes through a function`() throws {
    let module = """
      // @ts-check
      /** {@link import("./c.js").C} */
      import { a, b as c } from "./one.js";
      import "../two.js";
      export const text = "import x from 'y'";
      export async function load() {
        return (await import("./three.js")).z + import.meta.url + `export ${import("./four.js")} import`;
      }
      export class Store {}

      """
    #expect(
      try script(module) == """
        "use strict";
        gongkai.module(["./one.js", "../two.js"], ($exports, $imports, $import, $address) => {
        const { a, b: c } = $imports[0];
        // @ts-check
        /** {@link import("./c.js").C} */


         const text = "import x from 'y'";
         async function load() {
          return (await $import("./three.js")).z + $address + `export ${$import("./four.js")} import`;
        }
         class Store {}

        Object.assign($exports, { text, load, Store });
        });

        """)
  }

  @Test(arguments: [
    "(() => { document.title = \"x\"; })();\n", "const pattern = /import \\/ [/] export/u;\n",
    "const half = total / 2; // import\nconst other = half / 3; /* export */\n",
    "a.import(b); c = `export ${`import`}`;\n",
  ])
  func `what imports and exports nothing is a script already`(_ text: String) throws {
    #expect(try script(text) == text)
  }

  @Test(arguments: [
    ("export default 1;\n", 1), ("\nexport { a };\n", 2), ("export let a = 1;\n", 1),
    ("export * from \"./a.js\";\n", 1),
    ("export const { a } = b;\n", 1), ("import a from \"./a.js\";\n", 1), ("import * as a from \"./a.js\";\n", 1),
    ("import { a } from \"https://cdn.example/a.js\";\n", 1), ("a();\nb(() => import.meta.resolve(\"x\"));\n", 2),
    ("{ export const a = 1; }\n", 1), ("`\n\n${\n", 4), ("\"a\n\"", 1), ("x = /a\n/;", 1), ("\n/* a", 2),
  ])
  func `what is not carried is said, with its line`(_ module: String, _ line: Int) {
    let fault = #expect(throws: ScriptFault.self) { try script(module) }
    #expect(fault?.line == line)
  }

  @Test func `every script of the program is carried`() throws {
    let files = try Repository.files(in: "Templates/assets", ".js")
    #expect(files.count > 25)
    for file in files {
      let (text, made) = try (Repository.text(file), script(Repository.text(file)))
      let isModule = text.contains(#/(?m)^(import|export) /#) || text.contains("await import(")
      #expect(made.hasPrefix("\"use strict\";\ngongkai.module(") == isModule, "\(file)")
      #expect(!made.contains(#/(?m)^(import|export) /#), "\(file)")
    }
  }
}
