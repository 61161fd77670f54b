import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import Testing

@testable import Telling

@Suite("The text of a digest")
struct DigestTextTests {
    private func text(_ digest: Digest, _ language: Language = .nl) -> String {
        DigestText.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: language)
    }

    @Test("No line is longer than 72, nothing commands or hides", arguments: DigestCase.all, Language.allCases)
    func wraps(digest: DigestCase, language: Language) {
        let text = text(digest.value, language)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(line.count <= 72)
            #expect(!line.unicodeScalars.contains { $0.isUnsafeToShow })
        }
        #expect(text.hasSuffix("\n") && !text.utf8.contains(13))
    }

    @Test(
        "Thousands of alerts at once stay one mail: the worst in cards, some in a line, the rest counted"
    )
    func thousands() throws {
        let items = (1...5000).map {
            Sample.item(.new, Sample.facts("Indicator \($0)"), indicator: IndicatorID("i\($0)"))
        }
        let digest = Sample.digest(items)
        let text = text(digest)
        #expect(text.contains("Vraagt uw aandacht (5.000)"))
        #expect(text.contains("■ Rood: Indicator 15\n"))
        #expect(!text.contains("■ Rood: Indicator 16\n"))
        #expect(text.contains("- ■ Rood: Indicator 55:"))
        #expect(!text.contains("Indicator 56"))
        #expect(text.contains("En nog 4.945 meldingen."))
        let page = DigestHTML.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: .nl)
        #expect(text.utf8.count + page.utf8.count < 100_000)
    }

    @Test("What its supplier says beside a value is told with it, in one line", arguments: Language.allCases)
    func note(language: Language) {
        var facts = Sample.facts("Wmo-maatwerk")
        facts.value?.note = "Vanaf juli telt\r\n\u{1B}[31mhulp mee"
        let lines = text(Sample.digest([Sample.item(.new, facts)]), language).lines
        #expect(
            lines.contains(
                language == .nl
                    ? "  Toelichting: Vanaf juli telt \u{FFFD}[31mhulp mee"
                    : "  Note: Vanaf juli telt \u{FFFD}[31mhulp mee"
            )
        )
    }

    @Test("A title cannot forge a heading or a line of its own")
    func forging() {
        let lines = text(
            Sample.digest([Sample.item(.new, Sample.facts("Titel\r\n\r\nOpgelost (1)\n---\n● Groen: alles"))])
        ).lines
        #expect(lines.contains("■ Rood: Titel Opgelost (1) --- ● Groen: alles"))
        #expect(!lines.contains("Opgelost (1)"))
    }

    @Test(
        "Who is subscribed to what, and when it comes, is said in the closing part",
        arguments: [
            (
                Subscription.Scope(), DigestTimes(secondsOfDay: [25_200, 57_600]), "alle programma’s",
                "Het overzicht komt elke dag om 07.00 uur en 16.00 uur"
            ),
            (
                Subscription.Scope(programmes: ["noordoostpolder"], packages: ["6M3", "6N"]),
                DigestTimes(secondsOfDay: [28_800], weekdays: [1]), "programma noordoostpolder en pakketten 6M3 en 6N",
                "Het overzicht komt op maandag om 08.00 uur"
            ),
            (
                Subscription.Scope(packages: ["6P"]), DigestTimes(secondsOfDay: [28_800], weekdays: [5, 1, 3]),
                "pakket 6P",
                "Het overzicht komt op maandag, woensdag en vrijdag om 08.00 uur"
            ),
            (
                Subscription.Scope(programmes: ["dronten-6"]),
                DigestTimes(secondsOfDay: [28_800], weekdays: Set(1...5)),
                "Programma 6 Sociaal domein", "van maandag tot en met vrijdag"
            ),
        ]
    )
    func closing(scope: Subscription.Scope, times: DigestTimes, about: String, when: String) {
        let subscription = Subscription(id: "s", who: .init(address: "a@b.nl"), about: scope, digest: times)
        let text = text(Sample.digest([Sample.item(.new, Sample.facts())], subscription: subscription))
        let running = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(running.contains("omdat u bent aangemeld voor \(about). "))
        #expect(running.contains(when))
        #expect(!running.contains("direct."))
    }

    @Test(
        "Days of the month, moments of planning and control, and that it always comes are said in the closing part",
        arguments: [
            (
                DigestTimes(secondsOfDay: [25_200], weekdays: [], monthDays: [1, 31]), false,
                "op de 1e en de laatste dag van de maand om 07.00 uur, alleen als er iets te melden is."
            ),
            (
                DigestTimes(secondsOfDay: [25_200], weekdays: [1], monthDays: [15]), true,
                "op maandag en op de 15e dag van de maand om 07.00 uur, ook als er niets te melden is."
            ),
            (
                DigestTimes(
                    secondsOfDay: [25_200],
                    weekdays: [],
                    moments: ["2026-06-01", "2027-06-01"].compactMap { CalendarDate($0) }
                        .map { PlanningMoment(name: "zomernota", date: $0) }
                ), false, "Het overzicht komt op P&C-momenten (zomernota) om 07.00 uur"
            ),
        ]
    )
    func days(times: DigestTimes, hasHeartbeat: Bool, expected: String) {
        let subscription = Subscription(
            id: "s",
            who: .init(address: "a@b.nl"),
            digest: times,
            hasHeartbeat: hasHeartbeat
        )
        let text = text(Sample.digest([], subscription: subscription))
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(expected))
    }

    @Test("Without fixed hours only what comes at once is said")
    func atOnceOnly() {
        let subscription = Subscription(id: "s", who: .init(address: "a@b.nl"), digest: nil, atOnce: .warning)
        let running = text(Sample.digest([], subscription: subscription)).split(whereSeparator: \.isWhitespace).joined(
            separator: " "
        )
        #expect(running.contains("Nieuwe en ergere meldingen krijgt u direct."))
        #expect(!running.contains("Het overzicht komt"))
    }

    @Test(
        "A digest that was made in time does not say when it was due",
        arguments: [("08:00", false), ("08:01", true)]
    )
    func lateness(clock: String, isLate: Bool) {
        let digest = Sample.digest([], composedAt: Sample.at("2026-07-02 \(clock)"))
        #expect(text(digest).contains("had om 07.00 uur moeten komen") == isLate)
    }

    @Test("A digest of an earlier day names the day on which it was due")
    func lateByDays() {
        let digest = Sample.digest([], composedAt: Sample.at("2026-07-04 09:00"))
        let running = text(digest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(running.contains("Dit overzicht had donderdag 2 juli 2026 om 07.00 uur moeten komen."))
    }

    @Test("The time is named after its zone")
    func zone() {
        let text = DigestText.render(Sample.emptyPreview, sender: Sample.sender, zone: .utc, language: .nl)
        #expect(text.contains("06.00 uur (UTC)"))
    }

    @Test func `where there are not as many lights as alerts, it says why`() {
        var digest = Sample.heartbeatWithOpen
        #expect(!text(digest).contains("Dit zijn stoplichten van indicatoren"))
        digest.context.lights = [.red: 1, .amber: 5, .green: 124, .grey: 21]
        let words = text(digest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("1 rood, 5 oranje, 124 groen en 21 grijs.") && words.contains("Dit zijn stoplichten"))
    }
}

@Suite("Dates in words")
struct DateWordsTests {
    @Test(
        "Periods",
        arguments: [
            ("2026", "2026", "2026"),
            ("2026-H1", "het 1e halfjaar van 2026", "half-year 1 of 2026"),
            ("2026-Q3", "het 3e kwartaal van 2026", "quarter 3 of 2026"),
            ("2026-04", "april 2026", "April 2026"),
            ("2025/2026", "schooljaar 2025/2026", "school year 2025/2026"),
            ("2026-W05", "week 5 van 2026", "week 5 of 2026"),
            ("2026-04-01", "1 april 2026", "1 April 2026"),
        ]
    )
    func periods(text: String, dutch: String, english: String) throws {
        let period = try #require(Period(text))
        #expect(Phrases(.nl).period(period) == dutch)
        #expect(Phrases(.en).period(period) == english)
    }

    @Test("A moment in both languages")
    func moment() {
        let local = Sample.amsterdam.local(Sample.at("2026-04-01 08:00"))
        #expect(Phrases(.nl).moment(local) == "woensdag 1 april 2026 om 08.00 uur")
        #expect(Phrases(.en).moment(local) == "Wednesday 1 April 2026 at 08:00")
    }
}

extension String {
    fileprivate var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
