import Testing

@testable import Offline

/// Modules as one file.
@Suite struct ScriptBundleTests {
  private static func bundle(_ scripts: [String: String]) throws -> String {
    String(
      decoding: try ScriptBundle.bytes(of: "a/main.js", among: scripts.mapValues { Array($0.utf8) }), as: UTF8.self)
  }

  @Test func whatModulesImportComesFirstAndOnce() throws {
    let script = try Self.bundle([
      "a/main.js": "import { one as first } from \"./one.js\";\nimport { two } from \"../two.js\";\nfirst(two);\n",
      "a/one.js": "import { two } from \"../two.js\";\nexport function one(x) { return x + two; }\n",
      "two.js": "// a comment\nexport const two = 2;\n",
    ])
    #expect(
      script == """
        const $0 = (() => {
        const two = 2;

        return { two };
        })();
        const $1 = (() => {
        const { two } = $0;
        function one(x) { return x + two; }

        return { one };
        })();
        const $2 = (() => {
        const { one: first } = $1;
        const { two } = $0;
        first(two);

        return {  };
        })();

        """)
  }

  @Test func commentsAndIndentsGoAndStringsStay() throws {
    let script = try Self.bundle([
      "a/main.js":
        "/** doc */\nconst a = `\n  // kept\n`;\n  const b = \"/* kept */\"; // gone\n  /x\\/\\/y/.test(b);\n"
    ])
    #expect(script.contains("const a = `\n  // kept\n`;\nconst b = \"/* kept */\"; \n/x\\/\\/y/.test(b);\n"))
    #expect(!script.contains("doc") && !script.contains("gone"))
  }

  @Test func whatIsImportedWhenNeededStaysAFile() throws {
    let script = try Self.bundle(["a/main.js": "export const later = () => import(\"./other.js\");\n"])
    #expect(script.contains("() => import(\"./other.js\")"))
    // What the module itself exports is what the bundle exports.
    #expect(script.hasSuffix("\nexport const { later } = $0;\n"))
  }

  @Test func aMissingModuleAndACircleAreRefused() {
    #expect(throws: ScriptFault.self) { try Self.bundle(["a/main.js": "import { b } from \"./b.js\";"]) }
    #expect(throws: ScriptFault.self) {
      try Self.bundle([
        "a/main.js": "import { b } from \"./b.js\"; export const a = 1;",
        "a/b.js": "import { a } from \"./main.js\"; export const b = a;",
      ])
    }
  }
}
