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

  /// Addresses of the documents by their numbers; empty where a document is gone.
  func urls() throws -> [String] {
    try shards("cards").flatMap { shard in
      (shard["cards"] as? [NSObject] ?? []).map { ($0 as? [String: NSObject])?["url"] as? String ?? "" }
    }
  }

  /// A file that the entry file names.
  func file(_ folder: String) throws -> [String: NSObject] {
    let name = try object("search/entry.json")[folder] as? String ?? ""
    return try object("search/\(folder)/\(name).json")
  }

  /// Every gram with the documents that contain it, by level.
  func grams() throws -> [String: [Int: [Int]]] {
    var result: [String: [Int: [Int]]] = [:]
    for shard in try shards("grams") {
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

  func shards(_ folder: String) throws -> [[String: NSObject]] {
    let list = try file("directory")[folder] as? [String: NSObject] ?? [:]
    let checks = Array((list["names"] as? String ?? "").utf8)
    let length = ShardName.checkLength
    return try stride(from: 0, to: checks.count, by: length).enumerated().map { place, start in
      let key = (list["keys"] as? [String])?[place] ?? "\(place)"
      let check = String(decoding: checks[start..<start + length], as: UTF8.self)
      return try object("search/\(folder)/\(ShardName.prefix(of: key.utf16) + check).json")
    }
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
