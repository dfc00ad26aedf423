import Base
import Testing

struct SlicesTests {
  @Test func `only what is asked for is read`() throws {
    let slices = try #require(JSONSlices(Array(#"{"a": "x\"}", "b":[1,{"c":"]"}], "d" : null,"e":{}}"#.utf8)))
    #expect(slices["a"] == .string("x\"}"))
    #expect(slices["b"] == .array([1, .object(["c": "]"])]))
    #expect(slices["d"] == .null)
    #expect(slices["e"] == .object([JSONValue.Member]()))
    #expect(slices["f"] == nil)
  }

  @Test(arguments: ["", "[]", "{", #"{"a":1"#, #"{"a":"x}"#, #"{"a":1}x"#, #"{"a":[1}"#, #"{"a"}"#, #"{"a":}"#])
  func `what is no whole object is refused`(text: String) { #expect(JSONSlices(Array(text.utf8)) == nil) }
}
