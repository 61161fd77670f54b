import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

/// A digest tells the parts of an alert with their whole.
@Suite struct DigestPartsTests {
    private static func episode(
        _ area: AreaCode,
        _ breakdown: String = "",
        _ severity: Severity = .warning,
        reason: Reason = .targetMissed,
        number: Int = 1,
        closed: Bool = false
    ) throws -> Episode {
        let series = SeriesKey(indicator: "wmo", area: area, breakdown: try #require(Breakdown(breakdown)))
        return Sample.episode(Sample.facts(severity, reason), number: number, series: series, closed: closed)
    }

    private static func notice(_ kind: AlertEventKind, _ episode: Episode) -> Notice {
        Notice(subscription: "s", kind: kind, episode: episode, at: Sample.at(500), isUrgent: false)
    }

    /// Each item as `new GM0303: WK030301, WK030302`.
    private static func items(_ notices: [Notice], open: [Episode] = []) -> [String] {
        let digest = DigestComposer.compose(
            for: Sample.subscription(),
            occasion: .preview,
            notices: notices,
            open: open,
            by: .exact,
            at: Sample.at(900)
        )
        return digest.items.map { item in
            let parts = item.parts.map { name($0) }
            let own = "\(item.section.rawValue) \(name(item.episode))"
            return parts.isEmpty ? own : "\(own): \(parts.joined(separator: ", "))"
        }
    }

    private static func name(_ episode: Episode) -> String {
        String(episode.alert.series.description.dropFirst("wmo/".count))
    }

    @Test func `a new part stands under its new whole, in order`() throws {
        let whole = try Self.episode("GM0303")
        let parts = try ["WK030302", "WK030301"].map { try Self.episode(AreaCode($0)) }
        let notices = [parts[0], whole, parts[1]].map { Self.notice(.opened, $0) }
        #expect(Self.items(notices, open: parts + [whole]) == ["new GM0303: WK030301, WK030302"])
        #expect(Self.items(notices.reversed()) == ["new GM0303: WK030301, WK030302"])
    }

    @Test func `what was told before stands under any whole`() throws {
        let whole = try Self.episode("GM0303")
        let part = try Self.episode("WK030301")
        #expect(Self.items([], open: [whole, part]) == ["still-open GM0303: WK030301"])
        #expect(Self.items([Self.notice(.opened, whole)], open: [whole, part]) == ["new GM0303: WK030301"])
        #expect(Self.items([Self.notice(.worsened, whole)], open: [part, whole]) == ["worsened GM0303: WK030301"])
    }

    @Test func `a part that is news stands by itself where its whole is none, or another news`() throws {
        let whole = try Self.episode("GM0303")
        let part = try Self.episode("WK030301")
        let opened = Self.notice(.opened, part)
        #expect(Self.items([opened], open: [whole, part]) == ["new WK030301", "still-open GM0303"])
        #expect(
            Self.items([opened, Self.notice(.worsened, whole)], open: [whole, part]) == [
                "new WK030301", "worsened GM0303",
            ]
        )
        #expect(
            Self.items([Self.notice(.worsened, part), Self.notice(.worsened, whole)]) == ["worsened GM0303: WK030301"]
        )
    }

    @Test func `a part of a part stands under the largest whole`() throws {
        let open = [
            try Self.episode("BU03030101"), try Self.episode("WK030301"), try Self.episode("GM0303"),
            try Self.episode("BU03030101", "leeftijd=65+"),
        ]
        let expected = "GM0303: BU03030101, BU03030101/leeftijd=65+, WK030301"
        #expect(Self.items([], open: open) == ["still-open \(expected)"])
        #expect(Self.items(open.map { Self.notice(.opened, $0) }, open: open) == ["new \(expected)"])
    }

    @Test func `a chain is followed past a link that is less serious`() throws {
        let open = [
            try Self.episode("BU03030101", "", .critical), try Self.episode("WK030301"),
            try Self.episode("GM0303", "", .critical),
        ]
        #expect(Self.items([], open: open) == ["still-open GM0303: BU03030101, WK030301"])
        let mild = [
            try Self.episode("BU03030101", "", .critical), try Self.episode("WK030301"), try Self.episode("GM0303"),
        ]
        #expect(Self.items([], open: mild) == ["still-open BU03030101", "still-open GM0303: WK030301"])
    }

    @Test func `two wholes each have their own parts`() throws {
        let open = try ["GM0303", "WK030301", "GM0171", "WK017101"].map { try Self.episode(AreaCode($0)) }
        #expect(Self.items([], open: open) == ["still-open GM0171: WK017101", "still-open GM0303: WK030301"])
    }

    @Test func `what has ended stands by itself, and speaks for nothing`() throws {
        let whole = try Self.episode("GM0303", closed: true)
        let part = try Self.episode("WK030301", closed: true)
        let both = [Self.notice(.resolved, whole), Self.notice(.resolved, part)]
        #expect(Self.items(both) == ["resolved GM0303", "resolved WK030301"])
        let open = try Self.episode("WK030301")
        #expect(
            Self.items([Self.notice(.resolved, whole)], open: [open]) == ["resolved GM0303", "still-open WK030301"]
        )
    }

    @Test func `a whole that is not in the digest takes no part away`() throws {
        #expect(Self.items([Self.notice(.opened, try Self.episode("WK030301"))]) == ["new WK030301"])
    }

    @Test(
        arguments: [
            ([AlertEventKind.released], ["new WK030301"]), ([.released, .worsened], ["new WK030301"]),
            ([.released, .resolved], []), ([.released, .corrected], []),
            ([.worsened, .corrected], ["corrected WK030301"]),
        ])
    func `a reminder is the first that a reader hears of an alert`(kinds: [AlertEventKind], expected: [String]) throws {
        let closed = kinds.last?.closes == true
        let part = try Self.episode("WK030301", closed: closed)
        #expect(Self.items(kinds.map { Self.notice($0, part) }, open: closed ? [] : [part]) == expected)
    }

    @Test func `a part that is let go by the end of its whole is new beside that end`() throws {
        let whole = try Self.episode("GM0303", closed: true)
        let part = try Self.episode("WK030301")
        let notices = [Self.notice(.resolved, whole), Self.notice(.released, part)]
        #expect(Self.items(notices, open: [part]) == ["new WK030301", "resolved GM0303"])
    }

    @Test func `two ends of one alert come in the order in which they happened`() throws {
        let ends = try (1...12).map { try Self.episode("GM0303", number: $0, closed: true) }
        let digest = DigestComposer.compose(
            for: Sample.subscription(),
            occasion: .preview,
            notices: ends.flatMap { [Self.notice(.worsened, $0), Self.notice(.resolved, $0)] },
            open: [],
            by: .exact,
            at: Sample.at(900)
        )
        #expect(digest.items.map(\.episode.number) == Array(1...12))
    }
}
