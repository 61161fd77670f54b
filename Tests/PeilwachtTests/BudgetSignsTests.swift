import Foundation
import TestSupport
import Testing

/// Amounts of a budget line have one sign wherever they are told: that of the document.
@Suite("The signs of a budget, through the real program", .ownThreads)
struct BudgetSignsTests {
    private typealias Kinds = WatchedKindsTests
    private static let time = "2026-05-10T08:00"

    /// The amounts of a text, each with the two signs before it.
    private static func signs(of amount: String, in text: String) -> Set<String> {
        let parts = text.replacing("\u{A0}", with: " ").replacing("\n", with: " ").components(separatedBy: amount)
        return Set(parts.dropLast().map { String($0.suffix(3)) })
    }

    @Test("mail, log, explanation and report tell costs with the minus sign of the budget, and say so")
    func costs() throws {
        let sandbox = try Kinds.sandbox(Kinds.budget())
        try sandbox.drop("a.csv", Kinds.header + (1...4).map { "lasten;2026-0\($0);\(-1300 * $0)\n" }.joined())
        try sandbox.pass(at: Self.time)
        let message = try #require(try sandbox.events().first?["message"] as? String)
        let mail = try sandbox.run("--at", Self.time, "digest").out
        let explained = try sandbox.run("--at", Self.time, "explain", "lasten").out
        for text in [message, mail, explained] {
            #expect(Self.signs(of: "12.000.000", in: text) == ["-€ "], "\(text)")
            #expect(Self.signs(of: "15.600.000", in: text) == ["-€ "], "\(text)")
            #expect(text.contains("nadeel € 3.600.000 (30,0%)"), "\(text)")
        }
        for text in [mail, explained] {
            #expect(Self.signs(of: "5.200.000", in: text) == ["-€ "], "\(text)")
            #expect(text.replacing("\n", with: " ").contains("lasten staan met een minteken"), "\(text)")
        }
        let report = try sandbox.run("--at", Self.time, "report", "dronten", "--format", "html").out
        #expect(report.contains("(bedragen in € 1.000; lasten met een minteken)"), "\(report)")
        #expect(report.contains("-15.600") && report.contains("nadeel"))
    }
}
