import Indicators
import Testing

@testable import Mailing

@Suite("When a mail is tried again")
struct RetryPolicyTests {
    private let policy = RetryPolicy(lifetime: 432_000)
    private let now = Instant(seconds: 1_775_023_200)
    private let greylisted = DeliveryOutcome.temporary(DeliveryFailure(.greylistedOrBusy, at: .recipient))
    private let refusedLogin = DeliveryOutcome.relayFault(DeliveryFailure(.authenticationRefused, at: .authentication))

    private func delay(_ decision: RetryPolicy.Decision) throws -> Int {
        guard case .retry(let next) = decision else { throw MailAddressError.empty }
        return Int(next.milliseconds - now.milliseconds)
    }

    @Test(
        "after 1 minute, 10, 30, 1 hour, 2 hours and then every 3, a tenth shorter or longer",
        arguments: [(1, 60), (2, 600), (3, 1800), (4, 3600), (5, 7200), (6, 10_800), (7, 10_800), (40, 10_800)]
    )
    func schedule(attempt: Int, seconds: Int) throws {
        for message in 1...200 {
            let decision = policy.decision(
                after: greylisted,
                message: message,
                attempt: attempt,
                since: now,
                at: now
            )
            #expect((seconds * 900...seconds * 1100).contains(try delay(decision)))
        }
    }

    @Test func `messages that failed together do not come together again, and each comes when it said`() throws {
        let delays = try (1...100).map { message in
            try delay(policy.decision(after: greylisted, message: message, attempt: 3, since: now, at: now))
        }
        #expect(Set(delays).count > 90)
        let again = try delay(policy.decision(after: greylisted, message: 7, attempt: 3, since: now, at: now))
        #expect(again == delays[6])
    }

    @Test func `it is given up after five days, and for nobody's fault but ours never`() {
        let old = now.adding(seconds: -432_000)
        #expect(policy.decision(after: greylisted, attempt: 9, since: old, at: now) == .giveUp)
        let held = RetryPolicy.Decision.retry(at: now.adding(seconds: 3600))
        #expect(policy.decision(after: refusedLogin, attempt: 9, since: old, at: now) == held)
    }

    @Test func `a relay that is away is tried more often than each mail would be, a refused login once an hour`() {
        for failures in 1...20 {
            let next = policy.probe(afterFailures: failures, isFault: false, at: now)
            #expect(next <= now.adding(seconds: 1980) && next >= now.adding(seconds: 54))
            #expect(policy.probe(afterFailures: failures, isFault: true, at: now) == now.adding(seconds: 3600))
        }
    }
}
