import ArgumentParser
import Offline
import SiteBuild

/// Options of `gongkai build` for a copy that needs no server.
struct CopyOptions: ParsableArguments {
  @Flag(help: "做一份离线副本：拷到 U 盘，双击 index.html 就能看、能搜索，不用联网")
  var offline = false

  @Flag(help: "离线副本给自助机用：大按钮，不出本站，没有人用就回到首页")
  var kiosk = false

  @Option(help: ArgumentHelp("自助机几分钟没有人用就回到首页（默认：3）", valueName: "分钟"), transform: Self.minutes)
  var idleMinutes: Int?

  @Flag(help: "自助机不能打印")
  var noPrinting = false

  func validate() throws {
    if kiosk, !offline { throw ValidationError("--kiosk 要和 --offline 一起写") }
    if !kiosk, idleMinutes != nil || noPrinting {
      throw ValidationError("--idle-minutes 和 --no-printing 要和 --kiosk 一起写")
    }
  }

  /// Nil for a site.
  func request(of site: SiteOptions) -> CopyRequest? {
    if !offline { return nil }
    let machine = kiosk ? Kiosk(idleMinutes: idleMinutes ?? 3, allowsPrinting: !noPrinting) : nil
    return CopyRequest(site: site.root + "/Output", kiosk: machine)
  }

  /// How to use what was made; nil for a site.
  func line(in output: String) -> String? {
    if !offline { return nil }
    let folder = output.hasPrefix("./") ? String(output.dropFirst(2)) : output
    return "离线副本：双击 \(folder)/index.html 打开；拷贝以后用 gongkai verify --output 文件夹 核对\n"
  }

  private static func minutes(_ text: String) throws -> Int {
    guard let minutes = Int(text), (1...60).contains(minutes) else { throw ValidationError("应为 1 到 60 的整数") }
    return minutes
  }
}
