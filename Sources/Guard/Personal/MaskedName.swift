/// Whether a name is published with a part of it hidden, in any of the ways in which offices hide it.
package enum MaskedName {
  /// Signs that stand for a character; 某 among them.
  private static let signs: Set<Character> = Set("*＊∗﹡✱某×✕╳○〇◯●□■＿_")
  /// Letters that do so when a name has no others: 张xx, 张XX, 李OO.
  private static let letters: Set<Character> = Set("xXｘＸoOｏＯ")

  /// 张*, 李*明, 张某某, 张××, 张○○, 张xx.
  package static func isMasked(_ name: String) -> Bool {
    if name.contains(where: signs.contains) { return true }
    let latin = name.filter { $0.isLetter && $0.isCased }
    return !latin.isEmpty && latin.count < name.count && latin.allSatisfy(letters.contains)
  }
}
