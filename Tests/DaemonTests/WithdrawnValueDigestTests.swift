import Alerting
import Assessment
import Daemon
import Indicators
import Storage
import StoreSupport
import Testing

@Suite("Digests after values were revised, taken back and delivered again")
struct WithdrawnValueDigestTests {
    @Test func `whoever was told a revised value hears once that it was taken back, and when it was told`()
        async throws
    {
        let reader = try await ReaderOfDigests()
        try await reader.deliver("150")
        try await reader.digest()
        try await reader.deliver("90")
        #expect(try await reader.digest().mail?.contains("Subject: [Groen] Titel wmo 90") == true)
        try await reader.withdraw()
        try await reader.withdraw()
        let last = try await reader.digest()
        let mail = try #require(last.mail)
        #expect(mail.contains("90 over 2026") && mail.contains("over 2026 geldt geen waarde"), "\(mail)")
        #expect(mail.contains("in de mail van 4 februari 2027") && !mail.contains("150 over"), "\(mail)")
        #expect(last.ledger.map(\.facts) == last.digest.news.map(\.episode.facts))
        #expect(try await reader.digest().mail == nil)
    }

    @Test func `whoever was told the first value only hears of that one, and not of the steps between`() async throws {
        let reader = try await ReaderOfDigests()
        try await reader.deliver("150")
        try await reader.digest()
        try await reader.deliver("90")
        try await reader.withdraw()
        try await reader.withdraw()
        let last = try await reader.digest()
        let mail = try #require(last.mail)
        #expect(mail.contains("150 over 2026") && mail.contains("over 2026 geldt geen waarde"), "\(mail)")
        #expect(!mail.contains("Groen: Titel") && !mail.contains("90 over"), "\(mail)")
        #expect(last.ledger.count == 1)
    }

    @Test(
        "a value that holds again as it was told is no news",
        arguments: [["90", "150"], [nil, "150"], ["90", nil], ["160", "150"], ["90", "80", "150"]] as [[String?]]
    )
    func asItWas(_ steps: [String?]) async throws {
        let reader = try await ReaderOfDigests()
        try await reader.deliver("150")
        try await reader.digest()
        for step in steps {
            if let step { try await reader.deliver(step) } else { try await reader.withdraw() }
        }
        let last = try await reader.digest()
        #expect(last.mail == nil && last.digest.news.isEmpty, "\(last.mail ?? "")")
        #expect(last.digest.items.map(\.section) == [.stillOpen])
        // Its end is told as ever.
        try await reader.deliver("70")
        #expect(try await reader.digest().mail?.contains("70") == true)
    }

    @Test func `what is taken back and delivered otherwise is told by the value that holds`() async throws {
        let reader = try await ReaderOfDigests()
        try await reader.deliver("150")
        try await reader.digest()
        try await reader.withdraw()
        try await reader.deliver("80")
        let mail = try #require(try await reader.digest().mail)
        #expect(mail.contains("over 2026 geldt nu 80") && !mail.contains("geldt geen waarde"), "\(mail)")
    }

    @Test func `an alert that a revision ended before the digest is told nobody, then or later`() async throws {
        let reader = try await ReaderOfDigests()
        try await reader.deliver("150")
        try await reader.deliver("90")
        #expect(try await reader.digest().mail == nil)
        try await reader.withdraw()
        try await reader.withdraw()
        let last = try await reader.digest()
        #expect(last.digest.news.allSatisfy { $0.episode.alert != ReaderOfDigests.alert })
    }

    @Test func `the value that is awaited is the one that explain names`() async throws {
        let reader = try await ReaderOfDigests(Watched.yearly("wmo"))
        try await reader.deliver("90", of: 2025)
        try await reader.deliver("150")
        try await reader.digest()
        try await reader.withdraw()
        let mail = try #require(try await reader.digest().mail)
        #expect(mail.contains("Volgende waarde: over 2026") && !mail.contains("over 2027"), "\(mail)")
    }

    @Test func `what a mail at once told with its alert the next digest does not tell as a change`() async throws {
        let late = Watched.yearly("wmo", "targets: {2026: \"<100\"}").replacing("365 days", with: "10 days")
        let reader = try await ReaderOfDigests(late, subscriptions: Watched.wethouder)
        try await reader.deliver("150")
        let mail = try #require(try await reader.urgent())
        #expect(mail.contains("150") && mail.contains("gegevens weer bij"), "\(mail)")
        let last = try await reader.digest()
        #expect(last.mail == nil, "\(last.mail ?? "")")
        #expect(last.digest.items.allSatisfy { $0.section == .stillOpen })
    }

    @Test func `that figures have come is told as resolved, and not as a light`() async throws {
        let late = Watched.yearly("wmo", "targets: {2025: \"<100\"}").replacing("365 days", with: "10 days")
        let reader = try await ReaderOfDigests(late)
        try await reader.deliver("90", of: 2025)
        try await reader.digest()
        try await reader.deliver("90")
        let mail = try #require(try await reader.digest().mail)
        #expect(mail.contains("Subject: [Opgelost]") && mail.contains("Opgelost: Titel wmo"), "\(mail)")
        #expect(!mail.contains("Groen: Titel") && !mail.contains("Groen: gegevens"), "\(mail)")
    }
}
