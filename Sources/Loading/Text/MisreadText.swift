/// Text that a program once read in the wrong encoding: 鏀垮簻 or æ”¿åºœ for 政府, ÖÐ¹ú for 中国.
enum MisreadText {
  /// Whether a line was read in the wrong encoding.
  static func holds(_ line: String) -> Bool {
    let scalars = Array(line.unicodeScalars)
    return ["锟斤", "烫烫烫", "屯屯屯"].contains(where: line.contains) || isGB18030(scalars) || isLatin(scalars)
  }

  /// Whether a character in one of the ranges of ``CharacterFault`` makes it worth looking at its line.
  static func isTelling(_ scalar: UInt32) -> Bool {
    scalar < 0x9200 || scalar == 0x951F || fromGB18030.contains(scalar)
  }

  /// UTF-8 read as GB 18030: every other character is one of ``fromGB18030``. In real laws and papers they are at most
  /// one in twelve of a line with two of them; in misread lines, one in three or four.
  private static func isGB18030(_ line: [Unicode.Scalar]) -> Bool {
    let strange = line.count { fromGB18030.contains($0.value) }
    return strange >= 2 && strange * 6 >= line.count { (0x3400...0x9FFF).contains($0.value) }
  }

  /// UTF-8 or GB 18030 read as Latin-1: pairs of a letter with a sign that no language puts there, or four letters and
  /// signs in a row.
  private static func isLatin(_ line: [Unicode.Scalar]) -> Bool {
    let pairs = zip(line, line.dropFirst()).count { letter, sign in
      isLetter(letter.value) && (0x80...0xBF).contains(sign.value) && sign != "·"
    }
    if pairs >= 2 { return true }
    return line.split { !isLetter($0.value) && !(0xA1...0xBF).contains($0.value) || $0 == "·" }.contains { run in
      run.count >= 4 && Set(run).count >= 3 && run.count { isLetter($0.value) } >= 2
    }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0xC0...0xFF).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
  }

  /// The characters of GB 18030 with the bytes with which Han begin in UTF-8: E4 to E9, then 80 to BF.
  private static let fromGB18030 = Set(
    """
    妗妞妤妫妯妲妾姊姒姗姘姝姣姹娅娆娈娉娌娑娓娣娲娴娼婀婊婕婢婧婵宀宄宓宕宥宸寤寮寰搴杈杌杓杞杩棣棰椁椋\
    椐椤椴椹楂楗楝楠楣楦楫楱楸楹榀榄榇榈榉榘榛榧榫榭榻槌槎洄洇洌洎洙洚洧洫洮洳洵洹浃浈浍浏浒浔浜浞浠浣浯\
    浼涑涓涔涞涠淇渚澧澶澹濂濉濞濠濡濮濯瀚瀛瀣瀵瀹灏灞琚琛瑁瑕瑗瑙瑜瑭瑷瑾璀璁璇璋璎璐璜璞璧璨璩璺瓒甯纭\
    纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲绶绺绻绾缁缂缃缇缈缍褰蹇鋩鋪鋫鋬鋭鋮鋯鋰鋱鋲鋳鋴鋵鋶鋷鋸鋹鋺\
    鋻鋼鋽鋾鋿錀錁錂錃錄錅錆錇錈錉鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡鍢鍣鍤鍥鍦鍧鍨鍩鍫鎬鎭\
    鎮鎯鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞鐟鐠\
    鐡鐢鐣鐤鐥鐦鐧鐨鐩鐪鐫鐬鐭鐮鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜锠閫閬閭\
    閮閯閰閱閲閳閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊闋韪韫韬骞
    """.unicodeScalars.map(\.value))
}
