internal import Catalogue
internal import Logging

extension Engine {
    /// Reads what later mail servers report, so that the next digest of who runs this tells of it.
    ///
    /// A mailbox that cannot be read holds up nothing else.
    func readBounces() async {
        guard let path = active.configuration.mail?.bounces else { return }
        do {
            let summary = try await BounceReader(path: path, store: store).run(at: now)
            bounceTrouble = nil
            guard summary != BounceReader.Summary() else { return }
            let metadata: Logger.Metadata = ["mails": "\(summary.bounced)", "others": "\(summary.others)"]
            guard !summary.bounced.isEmpty else {
                return logger.info("the mailbox of reports was read; none was of a mail of ours", metadata: metadata)
            }
            logger.warning("mail that was accepted cannot be delivered; see 'peilwacht queue'", metadata: metadata)
        } catch {
            // Said once, not at every tick.
            let words = wordsForPeople(about: error)
            if bounceTrouble != words { logger.warning("mail: bounces cannot be read: \(words)") }
            bounceTrouble = words
        }
    }
}
