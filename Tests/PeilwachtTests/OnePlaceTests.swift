import Foundation
import TestSupport
import Testing

/// What a digest says of several things at once, through the real program.
@Suite("One indicator in one place, through the real program", .ownThreads)
struct OnePlaceTests {
    private typealias Kinds = WatchedKindsTests

    private static let two = """
        - {id: rood, title: Schulden, unit: "%", better: lower, cadence: year, first: 2025, due: 120 days,
           targets: {2025: "<5%", 2026: "<5%"}}
        - {id: ander, title: Vrijwilligers, unit: "%", better: higher, cadence: year, due: 365 days,
           targets: {2026: "60%", 2027: "60%"}}
        """

    private func mails(_ sandbox: Sandbox, to name: String = "De wethouder") throws -> [String] {
        try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("To: \(name)") }
    }

    private func digest(_ sandbox: Sandbox, at time: String) throws -> String {
        try sandbox.run("--at", time, "digest", "--to", "wethouder").out
    }

    @Test("an indicator whose figures came in and whose target is missed is not also said to need nothing more")
    func onePlace() throws {
        let sandbox = try Kinds.sandbox(Self.two)
        try sandbox.drop("a.csv", Kinds.header + "rood;2025;9\n")
        try sandbox.pass(at: "2027-05-10T08:00")
        try sandbox.pass(at: "2027-05-11T07:30")
        try sandbox.drop("b.csv", Kinds.header + "rood;2026;8\n")
        try sandbox.pass(at: "2027-05-11T08:00")
        let text = try digest(sandbox, at: "2027-05-11T08:00")
        #expect(!text.contains("hoeft u niets meer te doen"))
        // Once in the subject, once in the text.
        #expect(text.components(separatedBy: "Schulden").count == 3)
        #expect(text.contains("Opgelost: gegevens weer bij"))
    }

    @Test("a problem that came and went between two mails is not told as resolved to who never heard of it")
    func cameAndWent() throws {
        let sandbox = try Kinds.sandbox(Self.two)
        try sandbox.pass(at: "2027-02-01T07:30")
        try sandbox.drop("a.csv", Kinds.header + "ander;2026;59\nrood;2025;1\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        try sandbox.drop("b.csv", Kinds.header + "ander;2027;61\n")
        try sandbox.pass(at: "2027-02-01T08:01")
        try sandbox.pass(at: "2027-02-02T07:30")
        #expect(try sandbox.events().map { $0["event"] as? String }.contains("resolved"))
        #expect(try !mails(sandbox).contains { $0.contains("Vrijwilligers") })
    }

    @Test("the light of the subject is the worst that is open, also where the news is good")
    func subject() throws {
        let sandbox = try Kinds.sandbox(
            Self.two.replacing("targets: {2026: \"60%\", 2027", with: "targets: {2025: \"60%\", 2026")
        )
        try sandbox.drop("a.csv", Kinds.header + "rood;2025;9\nander;2025;59\n")
        try sandbox.pass(at: "2027-02-01T06:00")
        try sandbox.pass(at: "2027-02-01T07:30")
        try sandbox.drop("b.csv", Kinds.header + "ander;2026;61\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        try sandbox.pass(at: "2027-02-02T07:30")
        let subjects = try mails(sandbox).compactMap { mail in
            mail.split(separator: "\r\n").first { $0.hasPrefix("Subject") }
        }
        #expect(subjects.contains("Subject: [Nog 1 rood] Groen: Vrijwilligers 61% (opgelost)"))
        #expect(!subjects.contains { $0.contains("[Groen]") })
    }

    @Test(
        "a better value whose target's year has come is not told as worse, and the same value neither",
        arguments: ["58", "56"]
    )
    func standing(value: String) throws {
        let sandbox = try Kinds.sandbox(
            """
            - {id: info, title: Goed geïnformeerd, unit: "%", better: higher, cadence: year, due: 365 days,
               targets: {2024: "57%", 2025: "70%"}}
            """
        )
        try sandbox.drop("a.csv", Kinds.header + "info;2024;56\n")
        try sandbox.pass(at: "2025-02-01T06:00")
        try sandbox.pass(at: "2025-02-01T07:30")
        try sandbox.drop("b.csv", Kinds.header + "info;2025;\(value)\n")
        try sandbox.pass(at: "2026-02-01T08:00")
        #expect(try sandbox.events().map { $0["event"] as? String } == ["opened", "escalated"])
        let mail = try #require(try mails(sandbox).last { $0.contains("\(value)%") })
        #expect(!mail.contains("Erger geworden") && !mail.contains("ernstiger"))
        #expect(mail.inOneLine.lowercased().contains("de stand is veranderd"))
    }

    @Test("a milestone that is newly late is never told as improved")
    func milestone() throws {
        let sandbox = try Kinds.sandbox(
            """
            - {id: visie, title: Visie wonen, unit: mijlpaal, better: higher, cadence: year, first: 2025, due: 3 days,
               targets: {2025: gereed}}
            """
        )
        let header = "mijlpaal;peildatum;status;verwacht;toelichting\n"
        try sandbox.drop("a.csv", header + "visie;2025-06-30;op schema;;\n")
        try sandbox.pass(at: "2026-01-05T06:00")
        try sandbox.pass(at: "2026-01-05T07:30")
        try sandbox.drop("b.csv", header + "visie;2026-01-06;vertraagd;2026-08-31;\n")
        try sandbox.pass(at: "2026-01-06T08:00")
        let last = try #require(try sandbox.events().last { $0["rule"] as? String == "milestone" })
        #expect(last["event"] as? String == "relaxed" && last["reason"] as? String == "reported-delayed")
        let text = try #require(try mails(sandbox).last { $0.contains("vertraagd") }).inOneLine
        #expect(!text.contains("Verbeterd") && !text.contains("minder ernstig"))
        #expect(text.contains("8 maanden later dan eerst gepland"))
    }
}
