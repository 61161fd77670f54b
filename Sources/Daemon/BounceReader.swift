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
        /// What could not be read or moved.
        var unread = 0
        /// Why the first of those could not.
        var firstFault: FileSystemFault?

        fileprivate mutating func add(_ outcome: Bounce.Outcome) {
            switch outcome {
            case .noted(let message): bounced.append(message)
            case .knownAlready, .noSuchMessage: others += 1
            }
        }
    }

    let path: String
    let store: any OutboxStore

    /// What is left waits for the next look: nothing else goes on meanwhile.
    private static let most = 50
    /// In bytes.
    private static let mostBytes = 10 << 20

    /// Reads what is new.
    ///
    /// A file that cannot be read or moved holds up no other.
    ///
    /// - Parameters:
    ///   - now: the moment that is noted.
    ///   - progress: called after each mail.
    /// - Returns: what it brought.
    /// - Throws: ``FileSystemFault`` where there is no mailbox or it cannot be looked into, and ``StoreError``.
    func run(at now: Instant, progress: @Sendable () -> Void = {}) async throws -> Summary {
        let root = try Directory.open(path)
        let (new, seen) = (try root.folder(FileName("new")), try root.folder(FileName("cur")))
        var summary = Summary()
        var (count, bytes) = (0, 0)
        for name in try new.names().sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
            guard count < Self.most, bytes < Self.mostBytes else { break }
            do {
                guard let mail = try read(name, in: new) else { continue }
                count += 1
                bytes += mail.count
                summary.add(try await outcome(of: mail, at: now))
                try put(name, from: new, into: seen)
            } catch let fault as FileSystemFault where !fault.isFatal {
                summary.unread += 1
                summary.firstFault = summary.firstFault ?? fault
            }
            progress()
        }
        return summary
    }

    /// The beginning of a mail; `nil` where the name is none of a mail.
    private func read(_ name: FileName, in new: Directory) throws(FileSystemFault) -> [UInt8]? {
        guard name.bytes.first != UInt8(ascii: "."), try new.status(of: name)?.kind == .regular else { return nil }
        return try new.openFile(name).bytes(upTo: DeliveryReport.largest)
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
