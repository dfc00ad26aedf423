import Base
import Documents
import Resolution

/// The export of another site is older than site.yml allows (`source-stale`, warning): perhaps nobody fetches it any more.
struct StaleSources: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let today = context.corpus.asOf
    return context.corpus.region.sources.compactMap { source in
      let age = today.daysSince1970 - source.asOf.daysSince1970
      guard let most = source.setting.staleAfterDays, age > most else { return nil }
      return Diagnostic(
        "source-stale", .warning, at: source.setting.location,
        "\(source.name)的导出是 \(source.asOf.iso) 的，已有 \(age) 天，超过 \(most) 天没有更新",
        cures: ["看一看取导出的定时任务是否还在运行，对方是否还在导出"])
    }
  }
}
