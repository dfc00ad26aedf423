import Base

/// Characters that stand for others, with the plain spelling by which readers look for them: ㎡ is m2, Ⅱ is II, ㈠ is （一）,
/// ｶ is カ, é is e. These are the compatibility decompositions of Unicode (NFKD) without accents; `folding.js` has them
/// from the browser.
enum CompatibilityForms {
  /// The plain spelling of each unit that has one, in ascending order of the units.
  static let plain: [(unit: UInt16, spelling: [UInt16])] = {
    let forms = data.flatMap { first, words in
      words.split(separator: " ").enumerated().compactMap { index, word in
        word == "·" ? nil : (first + UInt16(index), word == "-" ? [] : Array(word.utf16))
      }
    }
    let ideographs = PlainIdeographs.runs.filter { $0.first < 0x10000 }.flatMap { first, plain in
      plain.enumerated().map { (UInt16(first) + UInt16($0), Array(String($1).utf16)) }
    }
    return (forms + ideographs).sorted { $0.0 < $1.0 }
  }()

  /// First units with the spellings of those that follow; “·” for a unit that is plain itself, “-” for nothing.
  private static let data: [(UInt16, String)] = [
    (0xA0, "-"),
    (0xA8, "- · a"),
    (
      0xAF,
      """
      - · · 2 3 - μ · · - 1 o · 1⁄4 1⁄2 3⁄4 · A A A A A A · C E E E E I I I I · N O O O O O · · U U U U Y · · \
      a a a a a a · c e e e e i i i i · n o o o o o · · u u u u y · y A a A a A a C c C c C c C c D d · · E e \
      E e E e E e E e G g G g G g G g H h · · I i I i I i I i I · IJ ij J j K k · L l L l L l L· l· · · N n N \
      n N n ʼn · · O o O o O o · · R r R r R r S s S s S s S s T t T t · · U u U u U u U u U u U u W w Y y Y Z \
      z Z z Z z s
      """
    ),
    (0x1A0, "O o"),
    (0x1AF, "U u"),
    (
      0x1C4,
      """
      DZ Dz dz LJ Lj lj NJ Nj nj A a I i O o U u U u U u U u U u · A a A a Æ æ · · G g K k O o O o Ʒ ʒ j DZ Dz \
      dz G g · · N n A a Æ æ Ø ø A a A a E e E e I i I i O o O o R r R r U u U u S s T t · · H h
      """
    ),
    (0x226, "A a E e O o O o O o O o Y y"),
    (0x400, "Е Е · Г · · · І"),
    (0x40C, "К И У"),
    (0x419, "И"),
    (0x439, "и"),
    (0x450, "е е · г · · · і"),
    (0x45C, "к и у"),
    (
      0x1E00,
      """
      A a B b B b B b C c D d D d D d D d D d E e E e E e E e E e F f G g H h H h H h H h H h I i I i K k K k \
      K k L l L l L l L l M m M m M m N n N n N n N n O o O o O o O o P p P p R r R r R r R r S s S s S s S s \
      S s T t T t T t T t U u U u U u U u U u V v V v W w W w W w W w W w X x X x Y y Z z Z z Z z h t w y aʾ s
      """
    ),
    (
      0x1EA0,
      """
      A a A a A a A a A a A a A a A a A a A a A a A a E e E e E e E e E e E e E e E e I i I i O o O o O o O o \
      O o O o O o O o O o O o O o O o U u U u U u U u U u U u U u Y y Y y Y y Y y
      """
    ),
    (0x2070, "0 i · · 4 5 6 7 8 9 + − = ( ) n 0 1 2 3 4 5 6 7 8 9 + − = ( ) · a e o x ə h k l m n p s t"),
    (
      0x2100,
      """
      a/c a/s C °C · c/o c/u Ɛ · °F g H H H h ħ I I L l · N No · · P Q R R R · · SM TEL TM · Z · Ω · Z · K A B \
      C · e E F · M o א ב ג ד i · FAX π γ Γ Π ∑
      """
    ),
    (0x2145, "D d e i j"),
    (
      0x2150,
      """
      1⁄7 1⁄9 1⁄10 1⁄3 2⁄3 1⁄5 2⁄5 3⁄5 4⁄5 1⁄6 5⁄6 1⁄8 3⁄8 5⁄8 7⁄8 1⁄ I II III IV V VI VII VIII IX X XI XII L \
      C D M i ii iii iv v vi vii viii ix x xi xii l c d m
      """
    ),
    (0x2189, "0⁄3"),
    (
      0x2460,
      """
      1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 (1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) \
      (13) (14) (15) (16) (17) (18) (19) (20) 1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. 13. 14. 15. 16. 17. 18. \
      19. 20. (a) (b) (c) (d) (e) (f) (g) (h) (i) (j) (k) (l) (m) (n) (o) (p) (q) (r) (s) (t) (u) (v) (w) (x) \
      (y) (z) A B C D E F G H I J K L M N O P Q R S T U V W X Y Z a b c d e f g h i j k l m n o p q r s t u v \
      w x y z 0
      """
    ),
    (0x304C, "か · き · く · け · こ · さ · し · す · せ · そ · た · ち · · つ · て · と"),
    (0x3070, "は は · ひ ひ · ふ ふ · へ へ · ほ ほ"),
    (0x3094, "う"),
    (0x3099, "- - - - · ゝ より"),
    (0x30AC, "カ · キ · ク · ケ · コ · サ · シ · ス · セ · ソ · タ · チ · · ツ · テ · ト"),
    (0x30D0, "ハ ハ · ヒ ヒ · フ フ · ヘ ヘ · ホ ホ"),
    (0x30F4, "ウ · · ワ ヰ ヱ ヲ · · · ヽ コト"),
    (
      0x3200,
      """
      (ᄀ) (ᄂ) (ᄃ) (ᄅ) (ᄆ) (ᄇ) (ᄉ) (ᄋ) (ᄌ) (ᄎ) (ᄏ) (ᄐ) (ᄑ) (ᄒ) (가) (나) (다) (라) (마) \
      (바) (사) (아) (자) (차) (카) (타) (파) (하) (주) (오전) (오후) · (一) (二) (三) (四) \
      (五) (六) (七) (八) (九) (十) (月) (火) (水) (木) (金) (土) (日) (株) (有) (社) (名) (特) (財) (祝) (労) \
      (代) (呼) (学) (監) (企) (資) (協) (祭) (休) (自) (至) 問 幼 文 箏
      """
    ),
    (
      0x3250,
      """
      PTE 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 ᄀ ᄂ ᄃ ᄅ ᄆ ᄇ ᄉ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ 가 나 다 \
      라 마 바 사 아 자 차 카 타 파 하 참고 주의 우 · 一 二 三 四 五 六 七 八 九 十 月 火 水 \
      木 金 土 日 株 有 社 名 特 財 祝 労 秘 男 女 適 優 印 注 項 休 写 正 上 中 下 左 右 医 宗 学 監 企 資 協 \
      夜 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月 Hg \
      erg eV LTD ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ \
      ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ヰ ヱ ヲ 令和 アハート アルファ アンヘア アール イニンク インチ \
      ウォン エスクート エーカー オンス オーム カイリ カラット カロリー カロン カンマ キカ キニー キュリー \
      キルター キロ キロクラム キロメートル キロワット クラム クラムトン クルセイロ クローネ ケース コルナ \
      コーホ サイクル サンチーム シリンク センチ セント タース テシ トル トン ナノ ノット ハイツ ハーセント \
      ハーツ ハーレル ヒアストル ヒクル ヒコ ヒル ファラット フィート フッシェル フラン ヘクタール ヘソ ヘニヒ \
      ヘルツ ヘンス ヘーシ ヘータ ホイント ホルト ホン ホント ホール ホーン マイクロ マイル マッハ マルク \
      マンション ミクロン ミリ ミリハール メカ メカトン メートル ヤート ヤール ユアン リットル リラ ルヒー \
      ルーフル レム レントケン ワット 0点 1点 2点 3点 4点 5点 6点 7点 8点 9点 10点 11点 12点 13点 14点 15点 \
      16点 17点 18点 19点 20点 21点 22点 23点 24点 hPa da AU bar oV pc dm dm2 dm3 IU 平成 昭和 大正 明治 \
      株式会社 pA nA μA mA kA KB MB GB cal kcal pF nF μF μg mg kg Hz kHz MHz GHz THz μl ml dl kl fm nm μm mm \
      cm km mm2 cm2 m2 km2 mm3 cm3 m3 km3 m∕s m∕s2 Pa kPa MPa GPa rad rad∕s rad∕s2 ps ns μs ms pV nV μV mV kV \
      MV pW nW μW mW kW MW kΩ MΩ a.m. Bq cc cd C∕kg Co. dB Gy ha HP in KK KM kt lm ln log lx mb mil mol PH \
      p.m. PPM PR sr Sv Wb V∕m A∕m 1日 2日 3日 4日 5日 6日 7日 8日 9日 10日 11日 12日 13日 14日 15日 16日 17日 \
      18日 19日 20日 21日 22日 23日 24日 25日 26日 27日 28日 29日 30日 31日 gal
      """
    ),
    (0xFB00, "ff fi fl ffi ffl st st"),
    (
      0xFF61,
      """
      。 「 」 、 ・ ヲ ァ ィ ゥ ェ ォ ャ ュ ョ ッ ー ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ \
      ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ン - - ᅠ ᄀ ᄁ ᆪ ᄂ ᆬ ᆭ ᄃ ᄄ \
      ᄅ ᆰ ᆱ ᆲ ᆳ ᆴ ᆵ ᄚ ᄆ ᄇ ᄈ ᄡ ᄉ ᄊ ᄋ ᄌ ᄍ ᄎ ᄏ ᄐ ᄑ ᄒ · · · ᅡ ᅢ ᅣ ᅤ ᅥ ᅦ · · ᅧ ᅨ ᅩ ᅪ ᅫ ᅬ · · ᅭ ᅮ ᅯ \
      ᅰ ᅱ ᅲ · · ᅳ ᅴ ᅵ · · · ¢ £ ¬ - ¦ ¥ ₩ · │ ← ↑ → ↓ ■ ○
      """
    ),
  ]
}
