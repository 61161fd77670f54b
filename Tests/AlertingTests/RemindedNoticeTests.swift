import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("What is told again")
struct RemindedNoticeTests {
    private static let over = HandlingNote(.reminded(.silenceEnded(1)))

    private func notice(_ kind: AlertEventKind, _ event: Int, closed: Bool = false, note: HandlingNote? = nil) -> Notice
    {
        Notice(
            subscription: "s",
            kind: kind,
            episode: Sample.episode(closed: closed),
            at: Sample.at(event),
            isUrgent: false,
            event: event,
            note: note
        )
    }

    /// The notices that waited, and the item that they become.
    struct Case: Sendable {
        let kinds: [AlertEventKind]
        let section: Digest.Section?
    }

    @Test(
        "the end of a silence is one item of how it stands, and nothing of what came and went",
        arguments: [
            Case(kinds: [.reminded], section: .reminded), Case(kinds: [.opened, .reminded], section: .new),
            Case(kinds: [.worsened, .reminded], section: .worsened),
            Case(kinds: [.opened, .worsened, .eased, .reminded], section: .new),
            Case(kinds: [.opened, .resolved], section: nil), Case(kinds: [.worsened, .resolved], section: .resolved),
        ]
    )
    func digest(_ row: Case) {
        let notices = row.kinds.enumerated().map { index, kind in
            notice(kind, index + 1, closed: kind == .resolved, note: kind == .reminded ? Self.over : nil)
        }
        let isOpen = row.kinds.last != .resolved
        let digest = DigestComposer.compose(
            for: Sample.subscription(),
            occasion: .preview,
            notices: notices,
            open: isOpen ? [Sample.episode()] : [],
            by: .exact,
            at: Sample.at(900)
        )
        #expect(digest.news.map(\.section) == [row.section].compactMap(\.self))
        if isOpen { #expect(digest.news.map(\.reminder) == [Self.over]) }
    }

    private func told(
        _ reminder: Reminder,
        _ subscription: Subscription,
        wasTold: Bool = true,
        severity: Severity = .critical
    ) -> Bool? {
        let episode = Sample.episode(Sample.facts(severity))
        let note = HandlingNote(.reminded(reminder))
        let change = Transition(kind: .reminded, episode: episode, at: Sample.at(300), note: note)
        return NoticePlan(subscriptions: [subscription], by: .exact)
            .notices(for: change, indicator: Sample.indicator(), told: wasTold ? [subscription.id] : []).first?.isUrgent
    }

    @Test("what a silence held back goes out as it would have; other reminders wait for the digest")
    func urgency() {
        let both = Sample.subscription(atOnce: .critical)
        let alone = Sample.subscription(digest: nil, atOnce: .critical)
        #expect(told(.silenceEnded(1), both) == true)
        #expect(told(.silenceEnded(1), both, severity: .warning) == false)
        #expect(told(.acknowledgementEnded, both) == false)
        #expect(told(.acknowledgementEnded, alone) == true)
        #expect(told(.acknowledgementEnded, alone, wasTold: false) == nil)
        #expect(told(.unexplained(to: ["s"]), alone, wasTold: false) == true)
    }

    @Test("a reminder that somebody has answered since is not told, nor one of what has ended")
    func overtaken() {
        func reminders(_ reminder: Reminder, _ change: (inout Handling) -> Void) -> Int {
            var episode = Sample.episode()
            change(&episode.handling)
            return DigestComposer.compose(
                for: Sample.subscription(),
                occasion: .preview,
                notices: [notice(.reminded, 1, note: HandlingNote(.reminded(reminder)))],
                open: [episode],
                by: .exact,
                at: Sample.at(900)
            )
            .news.count
        }
        let own = Acknowledgement(by: "J", why: nil, at: Sample.at(2), until: .resolved)
        #expect(reminders(.acknowledgementEnded) { _ in } == 1)
        #expect(reminders(.acknowledgementEnded) { $0.acknowledgement = own } == 0)
        #expect(reminders(.unexplained(to: ["s"])) { _ in } == 1)
        let answered = reminders(.unexplained(to: ["s"])) { handling in
            for part in Alerting.Explanation.Part.allCases {
                handling.explanation[part] = .init(text: "x", by: "J", at: Sample.at(2))
            }
        }
        #expect(answered == 0)
    }

    @Test("whoever is told in the place of another is told of that, at once, and of nothing else but the end")
    func escalation() {
        let chef = Subscription(
            id: "s/escalation",
            who: Subscription.Recipient(address: "chef@b.nl"),
            digest: nil,
            escalation: Escalation(of: "s", after: .days(14), least: .warning)
        )
        #expect(told(.escalation(to: ["s/escalation"]), chef, wasTold: false) == true)
        #expect(told(.escalation(to: ["other"]), chef) == nil)
        #expect(told(.silenceEnded(1), chef) == nil)
        func hears(_ kind: AlertEventKind, closed: Bool = false, wasTold: Bool = true) -> Bool {
            let change = Transition(kind: kind, episode: Sample.episode(closed: closed), at: Sample.at(300))
            return !NoticePlan(subscriptions: [chef], by: .exact)
                .notices(for: change, indicator: Sample.indicator(), told: wasTold ? [chef.id] : []).isEmpty
        }
        #expect(!hears(.opened, wasTold: false) && !hears(.worsened))
        #expect(hears(.resolved, closed: true) && !hears(.resolved, closed: true, wasTold: false))
    }
}
