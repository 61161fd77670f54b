internal import Feeds
internal import Files
internal import Indicators
internal import Mailing
internal import Storage

/// Reads what mail servers report of mails that the relay had accepted, in the Maildir of the sender's mailbox.
///
/// Nothing is ever answered. What was read is moved to `cur`, whatever it was; a report that is read twice, since the move
/// came too late, changes nothing.
struct BounceReader {
    /// What one look brought.
    struct Summary: Hashable, Sendable {
        /// The mails that count as failed from now on.
        var bounced: [Int] = []
        /// What was no report of a mail of ours.
        var others = 0
    }

    let path: String
    let store: any OutboxStore

    /// What is left waits for the next look.
    private static let most = 500

    /// Reads what is new.
    ///
    /// - Throws: ``FileSystemFault``, also where there is no mailbox, and ``StoreError``.
    func run(at now: Instant) async throws -> Summary {
        let root = try Directory.open(path)
        let (new, seen) = (try root.folder(FileName("new")), try root.folder(FileName("cur")))
        var summary = Summary()
        var read = 0
        for name in try new.names().sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) where read < Self.most
        {
            guard name.bytes.first != UInt8(ascii: "."), try new.status(of: name)?.kind == .regular else { continue }
            read += 1
            let mail = try new.openFile(name).bytes(upTo: DeliveryReport.largest)
            switch try await outcome(of: mail, at: now) {
            case .noted(let message): summary.bounced.append(message)
            case .knownAlready, .noSuchMessage: summary.others += 1
            }
            try put(name, from: new, into: seen)
        }
        return summary
    }

    /// Moves it as a reader of mail would, marked as seen; never over what has the name.
    private func put(_ name: FileName, from new: Directory, into seen: Directory) throws(FileSystemFault) {
        var number = 1
        var target = name.extended(by: ":2,S")
        while try !new.move(name, to: seen, as: target) {
            number += 1
            target = name.extended(by: "-\(number):2,S")
        }
    }

    private func outcome(of mail: [UInt8], at now: Instant) async throws -> Bounce.Outcome {
        guard let report = DeliveryReport(mail), let failure = report.failure else { return .noSuchMessage }
        let said = [failure.status, failure.diagnostic].compactMap(\.self).joined(separator: " ").shownSafely(
            limit: 500
        )
        let words = "bounced: \(DeliveryFailure.Reason.bounced.explanation(at: .closed))"
        return try await store.record(
            bounce: Bounce(
                messageIDs: report.messageIDs,
                at: now,
                reply: said.isEmpty ? words : "\(words) It said: \(said)",
                said: said.isEmpty ? nil : said
            )
        )
    }
}
