import ArgumentParser
import Disk
import Glibc

/// `gongkai init DIR`: creates the files of a new site; never overwrites any.
struct InitCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "新建一个网站：栏目、设置和样例", usage: "gongkai init <文件夹> [选项]",
    discussion: "文件夹里已经有 Content 的，不作任何改动。模板用程序自带的；要改其中一个，见 gongkai templates。")

  @Argument(help: ArgumentHelp("新网站放在哪个文件夹，没有就新建", valueName: "文件夹"))
  var folder: String

  @Option(help: ArgumentHelp("样板所在的文件夹（默认：随程序安装的）", valueName: "文件夹"))
  var from: String?

  func run(_ console: Console) async throws -> ProgramStatus {
    guard let share = from ?? Installation.share else {
      console.error("错误：找不到随程序安装的样板（share/gongkai）；请用 --from 指定含有 Tools/skeleton 的文件夹\n")
      return .disk
    }
    let site = try NewSite(folder: folder, share: DiskTree(root: share))
    try site.write()
    console.out(Self.nextSteps(folder))
    return .success
  }

  private static func nextSteps(_ folder: String) -> String {
    """
    已新建网站：\(folder)
    接下来：
      1. 改 \(folder)/Content/site.yml：网站名称、网址、标识码、主办单位、联系方式
      2. 改各栏目的 _column.md，把文件放进栏目；指南、依申请公开说明和一篇文件有样板（草稿，不会公开），填好后删去 draft
      3. 检查：gongkai check --root \(folder)
      4. 还缺什么（指南、年报、页脚、备案号等，只有本单位能填）：gongkai inspect --root \(folder)
      5. 生成：gongkai build --root \(folder)
      6. 换颜色、标志：site.yml 的 theme；改网页的模板：gongkai templates --root \(folder)
      7. 每天夜里自动生成、用 nginx 提供访问：见运行维护手册（operations.zh.md）

    """
  }
}

/// The initial files of a site.
struct NewSite {
  private let disk = Disk()
  private let folder: String
  private let share: DiskTree
  /// Paths below the skeleton, as below the site's folder, in a fixed order.
  private let files: [String]
  private static let skeleton = "Tools/skeleton"

  /// - Parameter share: Contains `Tools/skeleton` with the files for a new site.
  /// - Throws: ``FileError``, also when it does not.
  init(folder: String, share: DiskTree) throws(FileError) {
    self.folder = folder
    self.share = share
    files = try share.entries(under: Self.skeleton).compactMap { entry in
      if case .file = entry.kind { String(entry.path.dropFirst(Self.skeleton.utf8.count + 1)) } else { nil }
    }
    if files.isEmpty { throw FileError("打开", share.root + "/" + Self.skeleton, code: ENOENT) }
  }

  /// Writes all of them, or none: when one cannot be written, those before it are removed again.
  ///
  /// - Throws: EEXIST when the folder already has content.
  func write() throws(FileError) {
    if try !disk.files(below: folder + "/Content").isEmpty {
      throw FileError("新建", folder + "/Content", code: EEXIST)
    }
    var written: [String] = []
    do throws(FileError) {
      for file in files {
        let target = folder + "/" + file
        try disk.writeNew(target, share.read(Self.skeleton + "/" + file))
        written.append(target)
      }
    } catch {
      for path in written { try? disk.removeFile(path) }
      throw error
    }
  }
}
