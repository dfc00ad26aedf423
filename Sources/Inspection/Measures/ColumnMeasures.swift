import Base
import Documents
import Resolution

/// The columns themselves: the base columns of the platform, empty ones, and what the regulation lists.
struct ColumnMeasures {
  let input: InspectionInput

  var readings: [Reading] { [empty, base, statutory] }

  private var empty: Reading {
    let columns = input.corpus.emptyColumns()
    let limit = input.settings[limit: .emptyColumns]
    return Reading(
      .emptyColumns, columns.count >= limit ? .failed : columns.isEmpty ? .passed : .near, "\(columns.count) 个",
      value: columns.count, places: columns.map { Reading.Place($0, "“\($0.title)”没有公开的内容") })
  }

  private var base: Reading {
    let names = input.settings.baseColumns
    let roots = ColumnTree(input.corpus).roots
    let empty = Set(input.corpus.emptyColumns().map(\.path))
    let found = names.map { name in roots.firstIndex { $0.title == name } }
    var places = zip(names, found).compactMap { name, place -> Reading.Place? in
      guard let place else { return Reading.Place("没有栏目“\(name)”（顶级栏目，名称一字不差）", file: "Content") }
      return empty.contains(roots[place].path) ? Reading.Place(roots[place], "“\(name)”没有内容") : nil
    }
    let order = found.compactMap(\.self)
    if order != order.sorted() {
      places.append(Reading.Place("次序应为：" + names.joined(separator: "、") + "（_column.md 的 order）", file: "Content"))
    }
    let complete = zip(names, found).count { $0.1.map { !empty.contains(roots[$0].path) } ?? false }
    return Reading(
      .baseColumns, places.isEmpty ? .passed : .failed, "\(complete) 个齐全", value: complete, places: places)
  }

  private var statutory: Reading {
    let columns = input.corpus.columns
    guard columns.contains(where: { !$0.statutory.isEmpty }) else {
      return Reading(.statutory, .unmeasured, "没有栏目写 statutory（法定依据）")
    }
    let filled = Set(input.corpus.entries.map(\.document.column))
    let places = StatutoryItem.allCases.compactMap { item -> Reading.Place? in
      let covering = columns.filter { $0.statutory.contains { $0.text == item.key } }
      if covering.isEmpty { return Reading.Place("\(item.clause)没有对应的栏目：\(item.text)") }
      let isCovered = covering.contains { column in
        column.notApplicable != nil || column.collects != nil
          || filled.contains { ColumnTree.contains(column.path, $0) }
      }
      return isCovered ? nil : Reading.Place(covering[0], "\(item.clause)尚无内容：\(item.text)")
    }
    let all = StatutoryItem.allCases.count
    return Reading(
      .statutory, places.isEmpty ? .passed : .near, "\(all) 项中 \(all - places.count) 项有内容或者声明不涉及",
      value: places.count, places: places)
  }
}
