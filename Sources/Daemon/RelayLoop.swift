internal import Indicators
internal import Logging
internal import ServiceLifecycle

/// Sends mail, beside the work loop: a relay that takes minutes to answer delays nobody else.
struct RelayLoop: Service {
    let relay: Relay
    let engine: Engine
    let wake: Wake
    let clock: WallClock
    let line: EventLine
    let logger: Logger

    func run() async throws {
        for await _ in wake.calls.cancelOnGracefulShutdown() {
            await engine.relayBegins()
            let summary = try await relay.run(
                now: clock.now,
                goesOn: { !Task.isShuttingDownGracefully },
                noted: { [line, engine] in
                    line.put(.writeOutputs)
                    await engine.relayAdvanced()
                }
            )
            await engine.relayRests()
            tell(summary)
        }
    }

    private func tell(_ summary: Relay.Summary) {
        guard summary != Relay.Summary() else { return }
        let counts: Logger.Metadata = [
            "accepted": "\(summary.accepted)", "deferred": "\(summary.deferred)", "failed": "\(summary.failed)",
        ]
        if let failure = summary.lastFailure {
            logger.warning("mail: \(failure)", metadata: counts)
        } else {
            logger.info("mail handed over", metadata: counts)
        }
    }
}
