internal import Feeds
internal import Files

/// A Maildir as a way out: each message becomes a file in its folder `new`, whole or not at all.
package struct MaildirRoute: MailRoute {
    private let path: String

    /// - Parameter path: the Maildir; it is made where there is none.
    package init(path: String) { self.path = path }

    package func carrier() -> any MailCarrier { MaildirCarrier(path: path) }
}

/// Puts messages into a Maildir.
actor MaildirCarrier: MailCarrier {
    private let path: String

    init(path: String) { self.path = path }

    func close() {}

    func deliver(_ envelope: SMTPEnvelope) -> DeliveryOutcome {
        guard let name = Self.name(of: envelope) else {
            return .permanent(DeliveryFailure(.messageRefused, at: .finalReply))
        }
        do {
            let isNew = try place(Self.content(of: envelope), as: name)
            let words = "2.0.0 \(isNew ? "stored" : "is there already") as \(name.printable)"
            return .accepted(SMTPReply(code: 250, lines: [Array(words.utf8)]))
        } catch {
            let failure = DeliveryFailure(.maildirNotWritable, at: .connect, said: String(describing: error))
            return (error as? FileSystemFault)?.isPassing == true ? .temporary(failure) : .relayFault(failure)
        }
    }

    /// The name follows from the Message-ID, so that a message that is put there again after a crash is known.
    private static func name(of envelope: SMTPEnvelope) -> FileName? {
        guard let id = envelope.id else { return nil }
        let safe = id.utf8.map { byte in
            HostName.isLetterOrDigit(byte) || "-_.@=".utf8.contains(byte)
                ? String(Unicode.Scalar(byte)) : QuotedPrintable.hexadecimal(byte, after: "%")
        }
        .joined()
        guard (1...200).contains(safe.utf8.count) else { return nil }
        return FileName("peilwacht.\(safe)")
    }

    /// With the addresses of the envelope on top, and the line ends of files.
    private static func content(of envelope: SMTPEnvelope) -> [UInt8] {
        let top = "Return-Path: <\(envelope.sender)>\nDelivered-To: \(envelope.recipient)\n"
        return Array(top.utf8) + envelope.message.filter { $0 != UInt8(ascii: "\r") }
    }

    /// Whether it was not there yet, also not where a reader has seen it.
    private func place(_ content: [UInt8], as name: FileName) throws -> Bool {
        let root = try Directory.open(path, creating: 0o700)
        let folders = try ["tmp", "new", "cur"].map { try root.folder(FileName($0), creating: 0o700) }
        let seen = try folders[2].names().contains { entry in
            entry == name || entry.bytes.starts(with: name.bytes + [UInt8(ascii: ":")])
        }
        guard !seen else { return false }
        let aside = try DurableFile.writeAside(in: folders[0], mode: 0o600) { try $0.write(content) }
        let isNew = try folders[0].link(aside, to: folders[1], as: name)
        do {
            try folders[1].sync()
        } catch {
            // Put there anew by the next attempt: a second sync alone may succeed without having written anything.
            if isNew { _ = try? folders[1].remove(name) }
            throw error
        }
        try folders[0].remove(aside)
        return isNew
    }
}
