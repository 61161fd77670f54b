internal import Indicators
internal import Logging
internal import Storage

/// Answers whoever asks the running daemon for a test mail, beside the work loop.
struct MailTestDesk: Sendable {
    let tester: MailTester
    let store: any OutboxStore
    let clock: WallClock
    let relayWake: Wake
    let logger: Logger

    func answer(_ order: MailTestOrder) async -> ControlResponse {
        let answer = await tester.answer(order, asTheDaemon: true)
        // What the relay takes now need not wait until it would be tried again.
        if answer.status == 0 {
            try? await store.endTrouble(ofRelay: order.relay, at: clock.now())
            relayWake.signal()
        }
        logger.notice(
            "a test mail was asked for",
            metadata: ["by": "\(order.by.oneLine(limit: 100))", "status": "\(answer.status)"]
        )
        return answer
    }
}
