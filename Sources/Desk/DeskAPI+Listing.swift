import Base
extension DeskAPI {
  func list(_ name: String, title: String?, in path: String) throws {}
  func listing(_ deed: String, _ value: JSONValue) -> Answer { .refused(404, "") }
}
