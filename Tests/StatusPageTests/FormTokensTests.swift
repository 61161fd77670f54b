import Indicators
import StatusPage
import Testing

@Suite("A form's token")
struct FormTokensTests {
    private let key = FormKey()
    private let now = Instant(milliseconds: 1_775_000_000_000)

    private func tokens(_ person: String = "a.jansen", after seconds: Int64 = 0) -> FormTokens {
        FormTokens(key: key, person: person, now: Instant(milliseconds: now.milliseconds + seconds * 1000))
    }

    @Test("is accepted of the same person for the same path until its time is over")
    func accepted() {
        let token = tokens().token(for: "/melding/x/bevestigen")
        #expect(tokens().accepts(token, for: "/melding/x/bevestigen"))
        #expect(tokens(after: FormTokens.lifetime - 1).accepts(token, for: "/melding/x/bevestigen"))
        #expect(!tokens(after: FormTokens.lifetime).accepts(token, for: "/melding/x/bevestigen"))
        #expect(!tokens().accepts(token, for: "/melding/y/bevestigen"))
        #expect(!tokens("b.jansen").accepts(token, for: "/melding/x/bevestigen"))
        #expect(!FormTokens(key: FormKey(), person: "a.jansen", now: now).accepts(token, for: "/melding/x/bevestigen"))
    }

    @Test(
        "of any other form is not accepted",
        arguments: ["", ".", "1775050000.", "x.00", "1775050000.0", "1775050000.zz"]
    )
    func malformed(token: String) {
        #expect(!tokens().accepts(token, for: "/"))
    }
}
