import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import Testing

@testable import Telling

/// One series stands in one place of a digest.
@Suite struct DigestPlacesTests {
    private static let red = Sample.facts("Schulden")
    private static let received = Sample.facts("Schulden", .warning, .onTime, value: nil, targets: [])
    private static let missing = Sample.facts("Schulden", .warning, .overdue, value: nil, targets: []).overdue("2026")

    private static func text(_ items: [Digest.Item]) -> String {
        DigestText.render(Sample.digest(items), sender: Sample.sender, zone: Sample.amsterdam, language: .nl)
    }

    @Test func `what ended stands with what is still open of the same series`() {
        let items = [
            Sample.item(.resolved, Self.received, rule: .overdue), Sample.item(.stillOpen, Self.red),
        ]
        let digest = Sample.digest(items).inPlaces
        #expect(digest.items.map(\.section) == [.changed])
        #expect(digest.items[0].episode.alert.rule == .target && digest.items[0].beside.count == 1)
        let text = Self.text(items)
        #expect(!text.contains("niets meer te doen") && !text.contains("Nog open"))
        #expect(
            text.contains("Vraagt uw aandacht (1)")
                && text.contains("  Opgelost: gegevens weer bij (t/m 2025)")
        )
    }

    @Test func `what ended is told beside an edit of the same series`() {
        let items = [Sample.item(.edited, Self.red), Sample.item(.resolved, Self.received, rule: .overdue)]
        let text = Self.text(items)
        #expect(
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                "Opgelost: gegevens weer bij (t/m 2025)"
            )
        )
        #expect(text.contains("Eén melding veranderd") && !text.contains("Eén doel"))
        let line = DigestSubject.line(Sample.digest(items), language: .nl)
        #expect(!line.contains("Groen"), "\(line)")
    }

    @Test func `news leads, and what was open before stands with it`() {
        let items = [
            Sample.item(.new, Self.missing, rule: .overdue), Sample.item(.stillOpen, Self.red),
        ]
        let digest = Sample.digest(items)
        #expect(digest.inPlaces.items.map(\.section) == [.new])
        let text = Self.text(items)
        #expect(
            text.contains("Vraagt uw aandacht (1)")
                && text.contains("  Ook: ■ Rood: 112 per 1000 over 2025; streefwaarde")
        )
        #expect(
            DigestSubject.line(digest, language: .nl)
                == "[Nog 1 rood] Schulden: waarde over 2026 niet ontvangen"
        )
    }

    @Test func `several that are still open are one line`() {
        let items = [
            Sample.item(.stillOpen, Self.red), Sample.item(.stillOpen, Self.missing, rule: .overdue),
        ]
        let text = Self.text(items).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("Vraagt uw aandacht (1)"))
        #expect(text.contains("Sinds: de meting over 2025 Ook: ▲ Oranje: waarde over 2026 niet ontvangen"))
    }

    @Test func `other series keep their own places, in their order`() {
        let items = [
            Sample.item(.new, Self.red, indicator: "a"), Sample.item(.worsened, Self.red, indicator: "b"),
            Sample.item(.resolved, Self.received, indicator: "c", rule: .overdue),
        ]
        #expect(Sample.digest(items).inPlaces == Sample.digest(items))
    }

    @Test func `a district is another series than its municipality`() {
        let items = [
            Sample.item(.resolved, Self.received, rule: .overdue),
            Sample.item(.stillOpen, Self.red, area: "WK030301"),
        ]
        #expect(Sample.digest(items).inPlaces.items.map(\.section) == [.resolved, .stillOpen])
    }
}
