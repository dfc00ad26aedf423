import Base
import Testing

@testable import gongkai

@Suite("Help")
struct HelpTests {
  @Test("alone and with --help is an overview in Chinese", arguments: [[], ["--help"], ["-h"], ["help"]])
  func overview(_ arguments: [String]) async {
    let captured = Captured()
    #expect(await Main.run(arguments, captured.console()) == .success)
    #expect(
      captured.out == """
        公开：把 Markdown 文件变成政府信息公开网站

        常用：
          gongkai init xxgk       新建一个网站，放在文件夹 xxgk 里
          gongkai import …        把 Word 等文件变成 Content 里的文档
          gongkai check           检查 Content 里的文件，列出所有问题，不改动网站
          gongkai build           检查并生成网站；有错误时不发布，原有网站不变

        用法：gongkai <命令> [选项]

        选项：
          --version               显示版本号
          -h, --help              显示帮助

        命令：
          init                    新建一个网站：栏目、设置和样例
          import                  把 Word、WPS 等文件变成 Content 里的文档
          serve                   预览和工作台：在浏览器里看、写、检查、发布
          new                     新建一篇文件：必填的都列好，能写什么写在旁边
          build                   检查并生成网站；有错误时不发布，原有网站不变
          check                   检查所有文件，列出问题，不改动网站
          fix                     自动改正不会改变意思的问题：标点宽度、空格、日期写法等
          number                  编索引号：给还没有的文档编上，记入台账
          inspect                 按检查指标自查，列出到期清单，不改动网站
          status                  网上的网站是否正常，给值守的人和监控程序看
          releases                列出现在的网站和保留的历史版本
          verify                  核对网站的每个文件是否与发布时相同
          rollback                恢复一个历史版本，现在的网站转为历史版本
          forget                  从所有历史版本里永久清除一篇已撤下的文件
          report                  按本库的文件计算年度报告要填的数
          queries                 读者搜过、本站没有的：读服务器的访问日志
          export                  把全部公开的文件导出给别的系统
          receipt                 读对方填好的回执，列出退回和没有答复的
          templates               本站改了程序自带的哪些模板，升级以后哪些要看
          kinds                   有哪些类型；一种类型的文件开头可以写什么
          explain                 一条检查规则的含义、例子、改法和依据
          schema                  文件开头、site.yml、类型文件可以写什么，写成 JSON Schema

          某个命令的详细说明：gongkai help <命令>

        """)
    #expect(captured.error == "")
  }

  @Test("of build", arguments: [["build", "--help"], ["help", "build"]])
  func build(_ arguments: [String]) async {
    let captured = Captured()
    #expect(await Main.run(arguments, captured.console()) == .success)
    #expect(
      captured.out == """
        检查并生成网站；有错误时不发布，原有网站不变

        结束状态：0 已生成；1 有错误，未发布；64 命令写错；75 另一个生成任务正在运行；
        74 磁盘或权限问题，或者今天的日期不对、要撤下的文件太多（写明 --as-of 才发布）。

        用法：gongkai build [选项]

        选项：
          --root <文件夹>         网站所在的文件夹，里面有 Content（默认：当前文件夹）
          --templates <文件夹>    本站自己的模板（默认：网站文件夹里的 Templates）
          --as-of <日期>          有效性按哪一天计算，如 2026-11-21（默认：今天）
          --output <文件夹>       网站输出到哪个文件夹（默认：网站文件夹里的 Output，离线副本是 Offline）
          --offline               做一份离线副本：拷到 U 盘，双击 index.html 就能看、能搜索，不用联网
          --kiosk                 离线副本给自助机用：大按钮，不出本站，没有人用就回到首页
          --idle-minutes <分钟>   自助机几分钟没有人用就回到首页（默认：3）
          --no-printing           自助机不能打印
          --keep-going            有错误的文件维持原状或者略去，发布其余的
          --full                  不用缓存，全部重新生成（结果相同）
          --jobs <个数>           同时处理几个文件（默认：处理器个数）
          --report <文件>         把结果和所有问题写进这个 JSON 文件
          --log-format <形式>     结果写成几行文字，还是一行 JSON（可选：text、json；默认：text）
          --quiet                 只输出错误和新增的警告
          --version               显示版本号
          -h, --help              显示帮助

        """)
  }

  @Test(
    "of every command has no English word of the parser",
    arguments: [
      "init", "build", "check", "fix", "status", "releases", "verify", "rollback", "forget", "report", "export",
      "receipt", "templates", "templates copy", "templates accept", "explain", "new", "kinds", "schema", "serve",
    ])
  func everyCommand(_ command: String) async {
    let captured = Captured()
    let status = await Main.run(command.split(separator: " ").map(String.init) + ["--help"], captured.console())
    let out = captured.out
    #expect(status == .success)
    #expect(out.contains("用法：gongkai \(command) "))
    for word in ["USAGE", "OPTIONS", "Show", "default", "values", "See '"] { #expect(!out.contains(word), "\(word)") }
    #expect(out.split(separator: "\n").allSatisfy { String($0).displayWidth <= 100 })
  }

  @Test("the version is one line")
  func version() async {
    let (status, out, _) = await Captured.run("--version")
    #expect(status == .success)
    #expect(out == "gongkai \(programVersion)\n")
  }
}

@Suite("Wrong arguments")
struct UsageTests {
  @Test(
    "end with 64 and a Chinese sentence",
    arguments: [
      ("biuld", "没有命令“biuld”，是否想写“build”？"), ("foo", "没有命令“foo”"), ("--foo", "没有选项“--foo”"),
      ("build --rot x", "没有选项“--rot”，是否想写“--root”？"), ("build -z", "没有选项“-z”"),
      ("init", "没有写文件夹"), ("report", "没有写 --year（年份）"),
      ("build --root", "选项“--root”后面缺少内容：文件夹"), ("build extra", "多出了“extra”"), ("build a b", "多出了“a”“b”"),
      ("build --as-of 2023-02-30", "选项“--as-of”的内容“2023-02-30”不对：日历上没有这一天"),
      ("build --as-of 2023.1.2", "选项“--as-of”的内容“2023.1.2”不对：日期请写成 2026-11-21 的形式"),
      ("build --jobs 0", "选项“--jobs”的内容“0”不对：应为 1 到 256 的整数"),
      ("build --keep-going=1", "选项“--keep-going”后面不能带内容，却写了“1”"),
      ("check --format xml", "选项“--format”的内容“xml”不对：应为 text、json、sarif 之一"),
      ("check --full x", "没有选项“--full”"), ("rollback x", "编号“x”不对：编号是 gongkai releases 列出的数字"),
      ("rollback 0", "编号“0”不对：编号是 gongkai releases 列出的数字"),
    ])
  func wrong(_ line: String, _ message: String) async {
    let captured = Captured()
    let status = await Main.run(line.split(separator: " ").map(String.init), captured.console())
    #expect(status == .usage)
    #expect(status.code == 64)
    #expect(captured.out == "")
    let lines = captured.error.split(separator: "\n").map(String.init)
    #expect(lines.first == "错误：" + message)
    #expect(lines.count == 3)
    #expect(lines.last?.hasPrefix("详细说明：gongkai") == true)
  }
}
