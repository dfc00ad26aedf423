import CDisk

/// The memory of this process.
package enum Heap {
  /// Keeps one heap for all threads instead of one each: what long-running programs let go of is given back, at some cost where
  /// many threads ask for memory at once. To be called before there are any.
  package static func share() { mallopt(M_ARENA_MAX, 1) }
}
