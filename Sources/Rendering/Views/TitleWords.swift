/// Words of titles that are not to be cut in two: the commonest of some four thousand titles of laws and papers. A word that is missing
/// may be broken like any other pair of characters; a word that is wrong only moves a line's end.
enum TitleWords {
  /// By their first characters (``TitleBreaks/signs(_:)``), the longest first.
  static let byFirst: [UInt32: [[UInt8]]] = Dictionary(
    grouping: all.split { $0 == " " || $0 == "\n" }, by: { TitleBreaks.signs(String($0.prefix(1)))[0] }
  ).mapValues { words in words.map { Array($0.utf8) }.sorted { $0.count > $1.count } }

  private static let all = """
    的通知 的意见 的决定 的公告 的通告 的批复 的复函 的函 的解读 的公示 的报告 的答复 的解释 的规定 的办法 的解答 的说明 的请示 的通报
    国家 基本 使用 全面 留言 选登 耕地 地力 转为 深化 保密 审查 公租房 门诊 报销 地址 登记 意见稿 专区 专题 个体 中国 中小 中心 临时 举行 乡镇 事项 交通 人民 仲裁 价格 任务 企业 优化 会议 住宅 住房 体育 供水 促进 保护 保障 信息 修改 做好 健康 儿童 入学 全国 公交 公共 公告 公布 公开 公报 公示 公路 关于 具体 养犬 养老 农村 决定 决策 决算
    减灾 分类 刑事 创业 制度 办法 办理 加强 助餐 医生 医疗 医院 卫生 印发 县城 发展 发放 召开 台账 司法 合同 同意 名单 国有 土地 垃圾 城乡 城市 城镇 处理 处罚 备案 复函 大气 奖补 妇女 子女 学校 学生 安全 安排 完善 实事 实施 审批 审查 审理 审计
    客运 家庭 小区 小学 小微 就业 居民 工作 工程 市场 市容 年度 应急 废止 延长 建议 建设 开展 征收 征求 情况 意见 房屋 托育 执法 批复 批转 技术 投资 抗旱 报告 担保 拆迁 招标 招生 招聘 指南 推进 措施 提案 收费 改造 改革 政务 政府 政策 救助 救济
    教师 教育 数据 文件 文化 文物 方案 旅游 暂行 有关 服务 条例 标准 核定 案件 档案 森林 民事 民生 水价 水厂 水源 污染 法律 法院 津贴 活动 消防 清单 湿地 燃放 燃气 物业 环境 生产 生态 申请 电动 电子 登记 监督 监管 目录 矿产 社会 社区 禁止 科学
    租赁 税收 答复 签约 管理 纠纷 纲要 组织 细则 经济 结果 统计 绿化 网站 老旧 考试 耕地 职业 若干 药品 营商 行政 街道 补偿 补助 补贴 要点 规划 规定 规范 解读 解释 计划 认定 许可 评价 评估 诉讼 试行 调整 财政 质量 贷款 资产 资金 转发 轮椅 适用
    通告 通知 道路 部分 采购 重大 金融 问题 防汛 防治 防震 随迁 项目 预案 预算 领取 食品 高龄 一览表 中小学 互联网 保障局 公积金 分解表 办公厅 办公室 听证会 国务院 委员会 宅基地 工商户 座谈会 开放日 情况表 教育局 服务局 机动车 检察院 残疾人 民政局
    水利局 水资源 申请表 登记表 管理局 统计局 老年人 联合会 自行车 财政局 进一步 饮用水 义务教育 人力资源 人民政府 代表大会 医疗保险 地质灾害 城乡建设 户外广告 未成年人 烟花爆竹 知识产权 社会保险 社会保障 联席会议 自然资源 辅助器具 领导小组 卫生健康局
    常务委员会
    """
}
