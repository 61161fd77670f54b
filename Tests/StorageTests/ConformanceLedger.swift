import Alerting
import Assessment
import Indicators
import Storage
import Testing

@Suite("Every store: the ledger")
struct ConformanceLedger {
    private let later = start.adding(seconds: 3600)

    /// A mail that tells of a new alert, and one that tells of its end, with what became of them.
    private func fill(_ store: any Store) async throws {
        try await store.commit(change(.opened, episode()), to: ["raad"], urgent: true)
        let first = try await store.waitingUrgentNotices()
        try await store.commit(urgent: UrgentCommit(subscription: "raad", message: message("a"), notices: first))
        try await store.attempt(1, .retry(at: start.adding(seconds: 60)), "greylisted-or-busy")
        try await store.attempt(1, .accepted, "accepted", at: start.adding(seconds: 60))
        try await store.commit(change(.resolved, episode(), at: later), to: ["raad"], urgent: true)
        let second = try await store.waitingUrgentNotices()
        try await store.commit(
            urgent: UrgentCommit(
                subscription: "raad",
                message: message("b", to: "college", at: later),
                notices: second
            )
        )
        try await store.attempt(2, .failed, "recipient-refused", at: later.adding(seconds: 1))
    }

    private func ids(_ query: LedgerQuery, _ store: any Store) async throws -> [Int] {
        try await store.ledger(query, after: 0, limit: 10).map(\.message.id)
    }

    @Test(arguments: StoreUnderTest.all)
    func `each mail is there with what it told, every attempt and every order`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await fill(store)
            let order = QueueOrder(verb: .drop, message: 2, by: "beheer", why: "weg", at: later.adding(seconds: 9))
            _ = try await store.obey(order)
            let records = try await store.ledger(LedgerQuery(), after: 0, limit: 10)
            #expect(records.map(\.message.id) == [1, 2])
            #expect(records.map(\.standing) == [.accepted, .dropped])
            #expect(records[0].attempts.map(\.reason) == ["greylisted-or-busy", "accepted"])
            #expect(records[0].attempts[0].result == .retry(at: start.adding(seconds: 60)))
            #expect(records.map { $0.told.map(\.kind) } == [[.opened], [.resolved]])
            #expect(records[0].told[0].episode == episode().id && records[0].told[0].facts == facts())
            #expect(records[0].messageID == message("a").messageID && records[0].subscription == "raad")
            #expect(records[1].orders == [order])
            #expect(try await store.ledger(LedgerQuery(), after: 1, limit: 10).map(\.message.id) == [2])
            #expect(try await store.ledger(LedgerQuery(), after: 0, limit: 1).map(\.message.id) == [1])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a mail tells what it said of a change, and nothing of what was overtaken`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let alert = episode().alert
            #expect(try await store.lastTold(of: [alert], to: "raad").isEmpty)
            try await store.commit(change(.opened, episode()), to: ["raad"], urgent: true)
            try await store.commit(change(.resolved, episode(), at: later), to: ["raad"], urgent: true)
            let notices = try await store.waitingUrgentNotices()
            var said = facts()
            said.value?.amount = try #require(ExactDecimal("113"))
            let retelling = Retelling(overtaken: [1], facts: [2: said])
            try await store.commit(
                urgent: UrgentCommit(
                    subscription: "raad",
                    message: message("a"),
                    notices: notices,
                    retelling: retelling
                )
            )
            #expect(try await store.waitingUrgentNotices().isEmpty)
            #expect(try await store.told(inMail: 1).map(\.seq) == [2])
            #expect(try await store.told(inMail: 1).map(\.facts) == [said])
            let told = try #require(try await store.lastTold(of: [alert], to: "raad")[alert])
            #expect(told.kind == .resolved && told.number == 1 && told.facts == said && told.at == start)
            #expect(try await store.lastTold(of: [alert], to: "college").isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `it is known what a mail told, and when one was accepted last`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try await store.lastAcceptance() == nil)
            try await fill(store)
            #expect(try await store.told(inMail: 1).map(\.kind) == [.opened])
            #expect(try await store.told(inMail: 2).map(\.kind) == [.resolved])
            #expect(try await store.told(inMail: 3) == [])
            #expect(try await store.lastAcceptance() == start.adding(seconds: 60))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a mail that waits gets another sender with its bytes, and no mail that is sent does`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let own = message("a").sender
            for (key, to) in [("a", "raad"), ("b", "college"), ("c", "griffie"), ("d", "pers")] {
                try await store.commit(receipt: message(key, to: to))
            }
            try await store.attempt(1, .accepted)
            try await store.attempt(2, .failed, "message-too-large")
            try await store.placed(message: 4, in: .new)
            #expect(try await store.waiting(notFrom: own, at: start, after: 0, limit: 9).isEmpty)
            let waiting = try await store.waiting(notFrom: "nieuw@example.org", at: start, after: 0, limit: 9)
            #expect(waiting.map(\.id) == [3, 4])
            #expect(
                try await store.waiting(notFrom: "nieuw@example.org", at: start, after: 3, limit: 9).map(\.id) == [4]
            )
            let bytes = Array("From: nieuw\r\n\r\n".utf8)
            for id in [1, 2] {
                #expect(try await !store.mend(senderOf: id, to: "nieuw@example.org", bytes: bytes, at: start))
            }
            #expect(try await store.mend(senderOf: 4, to: "nieuw@example.org", bytes: bytes, at: start))
            #expect(try await store.bytes(ofMessage: 4) == bytes)
            #expect(try await store.messagesToPlace(limit: 9).map(\.state.id).contains(4))
            // What is being sent stays as it is.
            let claimed = try await store.claimDueMessages(at: start, lease: 60, limit: 1)
            #expect(claimed.map(\.id) == [3])
            #expect(try await store.waiting(notFrom: "nieuw@example.org", at: start, after: 0, limit: 9).isEmpty)
            #expect(try await !store.mend(senderOf: 3, to: "nieuw@example.org", bytes: bytes, at: start))
            try await store.attempt(4, .retry(at: start), "message-too-large")
            let large = try await store.waiting(after: "message-too-large", at: start, limit: 9)
            #expect(large.map(\.id) == [4] && large[0].recipient == message("d", to: "pers").recipient)
            #expect(try await store.waiting(after: "recipient-refused", at: start, limit: 9).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the latest mails come first, page by page, of everybody or of one recipient`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await fill(store)
            let records = try await store.ledger(LedgerQuery(), after: 0, limit: 10)
            #expect(try await store.mails(to: nil, before: nil, limit: 10) == Array(records.reversed()))
            #expect(try await store.mails(to: nil, before: nil, limit: 1) == [records[1]])
            #expect(try await store.mails(to: nil, before: 2, limit: 10) == [records[0]])
            #expect(try await store.mails(to: records[1].recipient, before: nil, limit: 10) == [records[1]])
            #expect(try await store.mails(to: "raad", before: nil, limit: 10) == [records[0]])
            #expect(try await store.mails(to: "x", before: nil, limit: 10).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `of a mail that told much so many changes are given, and all are counted`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let told = [wmo, lonely, shelter].map { episode(of: $0) }
            for one in told { try await store.commit(change(.opened, one), to: ["raad"], urgent: true) }
            let notices = try await store.waitingUrgentNotices()
            try await store.commit(urgent: UrgentCommit(subscription: "raad", message: message("a"), notices: notices))
            let all = Set(told.map(\.alert.series.indicator))
            for limit in [1, 2] {
                let first = try await store.mails(to: nil, before: nil, limit: 9, toldLimit: limit)
                #expect(first.map { $0.told.map(\.episode) } == [told.prefix(limit).map(\.id)])
                #expect(first.map(\.toldCount) == [3] && first.map(\.toldIndicators) == [all])
            }
            let whole = try await store.mails(to: nil, before: nil, limit: 9)
            #expect(try await store.mails(to: nil, before: nil, limit: 9, toldLimit: 3) == whole)
            let asked = LedgerQuery(alert: told[2].alert.description)
            let own = try await store.ledger(asked, after: 0, limit: 9, toldLimit: 1)
            #expect(own.map { $0.told.map(\.episode) } == [[told[2].id]])
            #expect(own.map(\.toldCount) == [1] && own.map(\.toldIndicators) == [all])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a mail tells the facts as they stood when it was composed`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()), to: ["raad"], urgent: true)
            var newer = episode()
            newer.facts = facts("150")
            for seconds in [60, 120] {
                var decisions = Decisions(refreshed: [newer])
                decisions.judged = [
                    Decisions.Judged(
                        series: SeriesToJudge(key: wmo, mark: 0),
                        nextReview: nil,
                        at: start.adding(seconds: seconds)
                    )
                ]
                try await store.commit(decisions: decisions)
                newer.facts = facts("160")
            }
            let notices = try await store.waitingUrgentNotices()
            let mail = message("a", at: start.adding(seconds: 60))
            try await store.commit(urgent: UrgentCommit(subscription: "raad", message: mail, notices: notices))
            let told = try await store.ledger(LedgerQuery(), after: 0, limit: 9).flatMap(\.told)
            #expect(told.map { $0.facts.value?.amount.description } == ["150"] && told.map(\.kind) == [.opened])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `only what is asked for is given`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await fill(store)
            #expect(try await ids(LedgerQuery(recipient: "raad"), store) == [1])
            #expect(try await ids(LedgerQuery(recipient: "college"), store) == [2])
            #expect(try await ids(LedgerQuery(recipient: "college@example.org"), store) == [2])
            #expect(try await ids(LedgerQuery(recipient: "college@example"), store).isEmpty)
            let alert = episode().alert.description
            #expect(try await ids(LedgerQuery(alert: alert), store) == [1, 2])
            #expect(try await ids(LedgerQuery(alert: episode().id), store) == [1, 2])
            for other in ["\(alert)#2", String(alert.dropLast()), ""] {
                #expect(try await ids(LedgerQuery(alert: other), store).isEmpty)
            }
            #expect(try await ids(LedgerQuery(from: later), store) == [2])
            #expect(try await ids(LedgerQuery(through: start), store) == [1])
            #expect(try await ids(LedgerQuery(recipient: "raad", from: later, through: start), store).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a mail is shown as it stood at a moment`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await fill(store)
            let records = try await store.ledger(LedgerQuery(), after: 0, limit: 10)
            func standing(_ number: Int, _ seconds: Int) -> LedgerRecord.Standing? {
                records[number].asOf(start.adding(seconds: seconds))?.standing
            }
            #expect(standing(0, -1) == nil)
            #expect(standing(0, 59) == .waiting && standing(0, 60) == .accepted)
            #expect(standing(1, 3599) == nil && standing(1, 3600) == .waiting && standing(1, 3601) == .failed)
            #expect(records[0].asOf(start)?.attempts.count == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the trouble of a relay is kept until it is over, or somebody wants a mail to go`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let trouble = RelayTrouble(
                relay: "smtp://r",
                kind: .fault,
                since: start,
                failures: 3,
                until: later,
                reason: "authentication-refused",
                reply: "535 no"
            )
            try await store.note(trouble: trouble)
            #expect(try await store.trouble(ofRelay: "smtp://r") == trouble)
            #expect(try await store.trouble(ofRelay: "smtp://s") == nil)
            for (key, to) in [("a", "raad"), ("b", "raad"), ("c", "college")] {
                try await store.post(message(key, to: to))
            }
            try await store.attempt(1, .retry(at: later), "authentication-refused")
            try await store.attempt(3, .retry(at: start.adding(seconds: 60)), "greylisted-or-busy")
            #expect(try await store.claimDueMessages(at: start, lease: 9, limit: 9).isEmpty)
            _ = try await store.obey(QueueOrder(verb: .retry, message: 1, by: "beheer", why: "x", at: start))
            #expect(try await store.trouble(ofRelay: "smtp://r")?.until == start)
            // What stood behind it is due too; what its own relay deferred is not.
            let planned = try await store.queue(after: 0, limit: 9).map(\.nextAttemptAt)
            #expect(planned == [start, start, start.adding(seconds: 60)])
            try await store.note(trouble: trouble)
            try await store.attempt(2, .retry(at: later), "authentication-refused")
            try await store.endTrouble(ofRelay: "smtp://r", at: start)
            #expect(try await store.queue(after: 0, limit: 9).map(\.nextAttemptAt) == planned)
            #expect(try await store.trouble(ofRelay: "smtp://r") == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the end of a trouble that had to be mended is known, and no other`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.endTrouble(ofRelay: "smtp://r", at: start)
            #expect(try await store.recovery(ofRelay: "smtp://r") == nil)
            for (hours, kind) in [(1, RelayTrouble.Kind.fault), (2, .away), (3, .refusing)] {
                try await store.note(
                    trouble: RelayTrouble(
                        relay: "smtp://r",
                        kind: kind,
                        since: start,
                        failures: 1,
                        until: later,
                        reason: "x",
                        reply: "y"
                    )
                )
                let end = start.adding(seconds: hours * 3600)
                try await store.endTrouble(ofRelay: "smtp://r", at: end)
                let last = kind.needsMending ? end : start.adding(seconds: 3600)
                #expect(try await store.recovery(ofRelay: "smtp://r") == last)
            }
            #expect(try await store.recovery(ofRelay: "smtp://other") == nil)
        }
    }
}
