import Disk
import Glibc
import Publishing
import TestSupport
import Testing

/// Whichever call fails, Output is the complete old release if publishing throws and the complete new one if it returns,
/// and the next build succeeds and leaves nothing behind.
@Suite("A failing system call")
struct FaultTests {
  static let old = ["index.html": "旧", "a/b/index.html": "旧甲", "same.css": "body{}", "gone.html": "去"]
  static let new = ["index.html": "新", "a/b/index.html": "新甲", "same.css": "body{}", "c/index.html": "新丙"]
  static let later = ["index.html": "后"]

  struct Case: CustomTestStringConvertible {
    let code: Int32
    let isDeath: Bool
    let canExchange: Bool
    var testDescription: String { "errno \(code), dead: \(isDeath), exchange: \(canExchange)" }
  }

  static let cases = [
    Case(code: ENOSPC, isDeath: false, canExchange: true), Case(code: EACCES, isDeath: false, canExchange: true),
    Case(code: EIO, isDeath: false, canExchange: false), Case(code: EIO, isDeath: true, canExchange: true),
    Case(code: ENOSPC, isDeath: true, canExchange: false),
  ]

  @Test("over an earlier release", arguments: cases)
  func overRelease(_ fault: Case) throws { try everyCall(fault, isFirst: false) }

  @Test("in the very first build", arguments: cases)
  func firstBuild(_ fault: Case) throws { try everyCall(fault, isFirst: true) }

  private func everyCall(_ fault: Case, isFirst: Bool) throws {
    var number = 0
    var hasFired = true
    while hasFired {
      number += 1
      let scratch = try Scratch()
      if !isFirst {
        for asOf in ["2026-11-19", "2026-11-20"] { try scratch.publish(Self.old, asOf: asOf) }
      }
      let faulty = FaultyCalls(
        failing: number, code: fault.code, isDeath: fault.isDeath, canExchange: fault.canExchange)
      let isPublished = (try? scratch.publish(Self.new, calls: faulty.calls)) != nil
      hasFired = faulty.hasFired
      let comment: Comment = "call \(number), \(fault.testDescription)"
      checkWhole(scratch, isPublished ? Self.new : isFirst ? [:] : Self.old, fault, isPublished, comment)
      try scratch.publish(Self.later)
      #expect(scratch.published == Self.later, comment)
      let names = scratch.stateNames
      #expect(names.allSatisfy { $0.hasPrefix("release-") } && names.count <= 2, "\(comment): \(names)")
      #expect(isFirst || !names.isEmpty, "\(comment): \(names)")
    }
    #expect(number > 30)
  }

  private func checkWhole(
    _ scratch: Scratch, _ expected: [String: String], _ fault: Case, _ isPublished: Bool, _ comment: Comment
  ) {
    // Killed between the two renames that replace an exchange: the one moment without Output; the next build repairs it.
    let isGap = fault.isDeath && !fault.canExchange && !isPublished && !scratch.exists("Output")
    if isGap { return }
    #expect(scratch.published == expected, comment)
    if expected.isEmpty { return }
    let differences = try? OutputFolder(path: scratch.output).verify().differences
    #expect(differences == [], comment)
  }
}
