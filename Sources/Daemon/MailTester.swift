internal import Catalogue
internal import Indicators
internal import Mailing
internal import Telling

/// Hands a test mail to the relay, and tells what the relay says.
struct MailTester: Sendable {
    let active: ActiveConfiguration

    /// Whoever asks waits for it.
    private static let patience = Duration.seconds(60)

    /// Tries it now.
    ///
    /// - Parameters:
    ///   - order: where to.
    ///   - isDaemon: whether this is the running daemon.
    /// - Returns: what became of it, with an exit status that says who has to do something: 1 for the address, 75 for later,
    ///   78 for the settings.
    func answer(_ order: MailTestOrder, asTheDaemon isDaemon: Bool) async -> ControlResponse {
        do {
            guard let relay = active.configuration.mail?.relay else { return .noRelay }
            guard relay == order.relay else { return ControlResponse(relay, otherThan: order.relay) }
            let timeouts = SMTPTimeouts(everything: Self.patience)
            let hostName = PeilwachtDaemon.hostName()
            guard let route = try RelaySettings.route(of: active, hostName: hostName, timeouts: timeouts) else {
                return .noRelay
            }
            return try await answer(order, over: route, asTheDaemon: isDaemon)
        } catch let fault as MailAddressError {
            let words = "peilwacht: '\(order.address.shownSafely())': \(fault.description)"
            return ControlResponse(status: .usage, words: words)
        } catch {
            return ControlResponse(status: ExitStatus(of: error), words: "peilwacht: \(wordsForPeople(about: error))")
        }
    }

    private func answer(
        _ order: MailTestOrder,
        over route: any MailRoute,
        asTheDaemon isDaemon: Bool
    ) async throws -> ControlResponse {
        let (sender, recipient) = (try MailAddress(active.sender), try MailAddress(order.address))
        let mail = try TestMail.compose(
            TestPage(askedBy: order.by, at: active.zone.local(order.at), phrases: active.phrases),
            to: order.address,
            sender: active.mailSender,
            at: (order.at, active.zone),
            language: active.language,
            key: MessageKey.test(to: order.address, by: order.by, at: order.at).text
        )
        let carrier = route.carrier()
        let id = String(mail.messageID.dropFirst().dropLast())
        let outcome = await carrier.deliver(SMTPEnvelope(message: mail.bytes, from: sender, to: recipient, id: id))
        await carrier.close()
        let report = MailTestReport(
            MailTestReport.Outcome(outcome),
            to: order.address,
            relay: order.relay,
            messageID: mail.messageID,
            reason: outcome.failure?.reason.rawValue,
            reply: outcome.said,
            advice: outcome.failure.map { active.language == .nl ? $0.reason.dutchExplanation : $0.explanation },
            isByDaemon: isDaemon,
            holdsAll: outcome.failure?.isAboutOneMail != true
        )
        let status = ExitStatus(of: report.outcome)
        return ControlResponse(status: status.rawValue, json: report.json, text: report.text(in: active.phrases))
    }
}

extension ControlResponse {
    fileprivate static let noRelay = ControlResponse(
        status: .configuration,
        words: "peilwacht: no relay is configured, so mail rests in the outbox; name one as 'relay' under 'mail'"
    )

    /// A test by other settings than those that are meant would say nothing.
    fileprivate init(_ relay: String, otherThan asked: String) {
        self.init(
            status: .tryAgainLater,
            words: "peilwacht: the daemon still hands mail to \(relay.shownSafely()), and the configuration says "
                + "\(asked.shownSafely()); restart the daemon, then try again"
        )
    }
}

extension MailTestReport.Outcome {
    fileprivate init(_ outcome: DeliveryOutcome) {
        switch outcome {
        case .accepted: self = .accepted
        case .temporary: self = .deferred
        case .permanent: self = .refused
        case .unknown: self = .unknown
        case .relayFault: self = .fault
        }
    }
}

extension ExitStatus {
    fileprivate init(of outcome: MailTestReport.Outcome) {
        switch outcome {
        case .accepted: self = .done
        case .refused: self = .incomplete
        case .deferred, .unknown: self = .tryAgainLater
        case .fault: self = .configuration
        }
    }
}

extension DeliveryOutcome {
    /// The relay's own words.
    fileprivate var said: String {
        switch self {
        case .accepted(let reply): reply.description
        case .temporary(let failure), .permanent(let failure), .unknown(let failure), .relayFault(let failure):
            failure.said ?? ""
        }
    }
}
