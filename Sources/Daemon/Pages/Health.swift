internal import Catalogue
internal import Indicators
internal import Telling

/// Says by the signs of life whether the watch works; that the relay refuses mail, or a file is refused, is no matter of it.
struct Health: Sendable {
    let signs: VitalSigns.Signs
    /// The seconds between two passes.
    let evaluateEvery: Int
    let hasRelay: Bool
    let storeIsReadable: Bool

    init(signs: VitalSigns.Signs, evaluateEvery: Int, hasRelay: Bool, storeIsReadable: Bool) {
        self.signs = signs
        self.evaluateEvery = evaluateEvery
        self.hasRelay = hasRelay
        self.storeIsReadable = storeIsReadable
    }

    /// The judgement by what a configuration asks.
    init(_ signs: VitalSigns.Signs, of configuration: Configuration, storeIsReadable: Bool) {
        self.init(
            signs: signs,
            evaluateEvery: configuration.evaluateEvery,
            hasRelay: configuration.mail?.relay != nil,
            storeIsReadable: storeIsReadable
        )
    }

    func report(at now: Instant) -> HealthReport {
        HealthReport([work(at: now)] + (hasRelay ? [relay(at: now)] : []) + [store, configuration])
    }

    private var longestPass: Int { PageFreshness.patience(evaluateEvery: evaluateEvery) }

    /// The end of one mail may take a relay ten minutes (RFC 5321 section 4.5.3.2.6).
    private var longestRelay: Int { longestPass + 600 }

    private func work(at now: Instant) -> HealthReport.Check {
        check(
            "work loop",
            "last_pass",
            signs.passedAt,
            "the last pass ended",
            "no pass has ended yet",
            within: longestPass,
            now
        )
    }

    private func relay(at now: Instant) -> HealthReport.Check {
        check(
            "relay loop",
            "last_relay",
            signs.relayedAt,
            "it last looked for mail",
            "it has not looked for mail yet",
            within: longestRelay,
            now
        )
    }

    /// Until the first sign the start counts in its place.
    private func check(
        _ name: String,
        _ figure: String,
        _ sign: Instant?,
        _ words: String,
        _ none: String,
        within limit: Int,
        _ now: Instant
    ) -> HealthReport.Check {
        let age = max(0, now.seconds - (sign ?? signs.startedAt).seconds)
        let told = sign == nil ? "\(none), \(age) s after the start" : "\(words) \(age) s ago"
        return HealthReport.Check(
            name,
            age <= limit ? .ok : .failing,
            "\(told) (at most \(limit) s)",
            age: HealthReport.Age(of: figure, seconds: age, limit: limit)
        )
    }

    private var store: HealthReport.Check {
        storeIsReadable
            ? HealthReport.Check("store", .ok, "it can be read")
            : HealthReport.Check("store", .failing, "it cannot be read; 'peilwacht status' says why")
    }

    private var configuration: HealthReport.Check {
        signs.configurationIsFaulty
            ? HealthReport.Check(
                "configuration",
                .warning,
                signs.configurationComplaint
                    ?? "what was last read has faults, so that an earlier one is in force; 'peilwacht check' names them"
            ) : HealthReport.Check("configuration", .ok, "it is in force as it was last read")
    }
}
