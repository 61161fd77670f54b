internal import Indicators
internal import Logging
internal import ServiceLifecycle
internal import Storage

/// Sends mail, beside the work loop: a relay that takes minutes to answer delays nobody else.
struct RelayLoop: Service {
    let relay: Relay
    let engine: Engine
    let wake: Wake
    let clock: WallClock
    let line: EventLine
    let vitalSigns: VitalSigns
    let logger: Logger

    func run() async throws {
        for await _ in wake.calls.cancelOnGracefulShutdown() {
            await engine.relayBegins()
            do {
                await tell(try await deliver())
            } catch let fault where isPassing(fault) {
                // The work loop wakes this one again at its next pass.
                logger.warning("mail: \(wordsForPeople(about: fault))")
            }
            await engine.relayRests()
            noteLook()
        }
    }

    private func deliver() async throws -> Relay.Summary {
        try await relay.run(
            now: clock.now,
            goesOn: { !Task.isShuttingDownGracefully },
            noted: { [line, engine] in
                line.put(.writeOutputs)
                noteLook()
                await engine.relayAdvanced()
            }
        )
    }

    /// Many mails take a while, and each of them is a look.
    private func noteLook() {
        let now = clock.now()
        vitalSigns.note { $0.relayedAt = now }
    }

    private func tell(_ summary: Relay.Summary) async {
        await engine.note(summary.trouble)
        guard summary.hasTried else { return }
        line.put(.writeOutputs)
        let counts: Logger.Metadata = [
            "accepted": "\(summary.accepted)", "deferred": "\(summary.deferred)", "failed": "\(summary.failed)",
        ]
        if summary.isOver, summary.trouble == nil { logger.notice("the relay takes mail again") }
        if let trouble = summary.trouble, trouble.needsMending {
            let words = trouble.words(in: await engine.active.zone)
            logger.error("\(words)", metadata: counts)
        }
        if let failure = summary.lastFailure, summary.failed > 0 || summary.trouble?.needsMending != true {
            logger.warning("\(failure)", metadata: counts)
        } else if summary.lastFailure == nil {
            logger.info("mail handed over", metadata: counts)
        }
    }
}
