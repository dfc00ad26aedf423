import ArgumentParser

/// Reads the arguments, runs the command, prints the result, and ends with a ``ProgramStatus``.
@main
enum Main {
  static func main() async {
    let console = Console.standard
    // The name of the program is always there, unless Swift could not read /proc/self/cmdline.
    if CommandLine.arguments.isEmpty {
      console.error("错误：读不到命令的参数，因为没有挂载 /proc；请先挂载（mount -t proc proc /proc），什么都没有执行\n")
      exit(with: .disk)
    }
    let status = await run(Array(CommandLine.arguments.dropFirst()), console)
    exit(with: status)
  }

  /// Runs one command line; everything it prints goes through `console`.
  static func run(_ arguments: [String], _ console: Console) async -> ProgramStatus {
    do {
      var command = try Gongkai.parseAsRoot(arguments)
      guard let ours = command as? any ConsoleCommand else {
        // `help` and a bare `gongkai` answer by throwing the text.
        try command.run()
        return .success
      }
      return try await ours.run(console)
    } catch {
      return report(error, arguments, console)
    }
  }

  /// Prints what went wrong, in Chinese, and returns the matching status.
  private static func report(_ error: any Error, _ arguments: [String], _ console: Console) -> ProgramStatus {
    if let failure = Failure(error) {
      console.error(failure.message + "\n")
      return failure.status
    }
    let text = Gongkai.fullMessage(for: error, columns: 1000)
    if Gongkai.exitCode(for: error) == .success {
      console.out(HelpText.chinese(text))
      return .success
    }
    console.error(UsageMessage.chinese(text, arguments: arguments))
    return .usage
  }
}

/// One of our own commands.
protocol ConsoleCommand: ParsableCommand {
  /// Does the work and prints through the console.
  func run(_ console: Console) async throws -> ProgramStatus
}

/// The program with its commands; alone it prints its help.
struct Gongkai: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongkai",
    abstract: "公开：把 Markdown 文件变成政府信息公开网站",
    usage: "gongkai <命令> [选项]",
    discussion: """
      常用：
        gongkai init xxgk  新建一个网站，放在文件夹 xxgk 里
        gongkai import …   把 Word 等文件变成 Content 里的文档
        gongkai check      检查 Content 里的文件，列出所有问题，不改动网站
        gongkai build      检查并生成网站；有错误时不发布，原有网站不变
      """,
    version: "gongkai " + programVersion,
    subcommands: [
      InitCommand.self, ImportCommand.self, ServeCommand.self, NewCommand.self, BuildCommand.self, CheckCommand.self,
      FixCommand.self, NumberCommand.self, InspectCommand.self, StatusCommand.self,
      ReleasesCommand.self,
      VerifyCommand.self, RollbackCommand.self, ForgetCommand.self, ReportCommand.self, QueriesCommand.self,
      ExportCommand.self, ReceiptCommand.self, TemplatesCommand.self,
      KindsCommand.self, ExplainCommand.self, SchemaCommand.self,
    ])
}
