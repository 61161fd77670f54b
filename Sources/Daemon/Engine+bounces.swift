internal import Catalogue
internal import Files
internal import Logging

extension Engine {
    /// Reads what later mail servers report, so that the next digest of who runs this tells of it.
    ///
    /// A mailbox that cannot be read holds up nothing else.
    func readBounces() async {
        guard let path = active.configuration.mail?.bounces else { return }
        do {
            let summary = try await BounceReader(path: path, store: store).run(at: now) { [pulse] in pulse.beat() }
            noteBounces(trouble: summary.firstFault)
            tell(summary)
        } catch {
            noteBounces(trouble: error)
        }
    }

    private func tell(_ summary: BounceReader.Summary) {
        guard !summary.bounced.isEmpty || summary.others > 0 else { return }
        let metadata: Logger.Metadata = [
            "mails": "\(summary.bounced)", "others": "\(summary.others)", "unread": "\(summary.unread)",
        ]
        guard !summary.bounced.isEmpty else {
            return logger.info("the mailbox of reports was read; none was of a mail of ours", metadata: metadata)
        }
        logger.warning("mail that was accepted cannot be delivered; see 'peilwacht queue'", metadata: metadata)
    }

    /// Said once, not at every tick.
    private func noteBounces(trouble: (any Error)?) {
        let words = trouble.map { wordsForPeople(about: $0) }
        if let words, words != bounceTrouble { logger.warning("mail: bounces cannot be read: \(words)") }
        bounceTrouble = words
    }
}
