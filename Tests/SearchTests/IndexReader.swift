import Foundation

@testable import Search

/// Reads an index back from its files alone, as FORMAT.md describes them.
struct IndexReader {
  let files: [String: [UInt8]]

  init(_ index: SearchIndex) {
    files = Dictionary(uniqueKeysWithValues: index.files.map { ($0.path, $0.bytes) })
  }

  func object(_ path: String) throws -> [String: NSObject] {
    let value = try JSONSerialization.jsonObject(with: Data(files[path] ?? []))
    return value as? [String: NSObject] ?? [:]
  }

  /// Addresses of the documents in index order.
  func urls() throws -> [String] {
    let cards = try object("search/entry.json")["cards"] as? [String: NSObject] ?? [:]
    let tree = cards["tree"] as? [String: NSObject] ?? [:]
    return try shards(tree, folder: "cards").flatMap { shard in
      (shard["cards"] as? [[String: NSObject]] ?? []).compactMap { $0["url"] as? String }
    }
  }

  /// Every gram with the documents that contain it, by level.
  func grams() throws -> [String: [Int: [Int]]] {
    let tree = try object("search/entry.json")["grams"] as? [String: NSObject] ?? [:]
    var result: [String: [Int: [Int]]] = [:]
    for shard in try shards(tree, folder: "grams") {
      let groups = shard["grams"] as? [String] ?? []
      var names: [String] = []
      for group in stride(from: 0, to: groups.count, by: 2) {
        names += groups[group + 1].utf16.map { String(decoding: Array(groups[group].utf16) + [$0], as: UTF16.self) }
      }
      let lists = (shard["lists"] as? String ?? "").split(separator: " ", omittingEmptySubsequences: false)
      for (name, list) in zip(names, lists) { result[name] = Self.levels(list) }
    }
    return result
  }

  func shards(_ tree: [String: NSObject], folder: String) throws -> [[String: NSObject]] {
    try names(tree).flatMap { page in
      try names(object("search/directory/\(page).json")).map { try object("search/\(folder)/\($0).json") }
    }
  }

  private func names(_ directory: [String: NSObject]) -> [String] {
    let all = Array((directory["names"] as? String ?? "").utf8)
    return stride(from: 0, to: all.count, by: 10).map { String(decoding: all[$0..<$0 + 10], as: UTF8.self) }
  }

  private static func levels(_ list: Substring) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (position, part) in list.split(separator: "!", omittingEmptySubsequences: false).enumerated()
    where !part.isEmpty {
      let level = position == 0 ? 0 : part.first?.wholeNumberValue ?? -1
      result[level] = documents(Array((position == 0 ? part : part.dropFirst()).utf8))
    }
    return result
  }

  /// Decodes the lists of small test sites: only gaps below 64.
  private static func documents(_ list: [UInt8]) -> [Int] {
    var next = 0
    return list.map { byte in
      let document = next + Int(byte) - (byte > 92 ? 36 : 35)
      next = document + 1
      return document
    }
  }
}
