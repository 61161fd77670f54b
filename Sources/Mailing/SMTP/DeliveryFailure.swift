/// Why a message was not accepted: a closed label to count by, what the relay said, and what can be done.
package struct DeliveryFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The closed set of reasons; the raw value is the label in logs, counters and the database.
    package enum Reason: String, Sendable, CaseIterable {
        case hostNotFound = "host-not-found"
        case connectionRefused = "connection-refused"
        case connectionFailed = "connection-failed"
        case connectionLost = "connection-lost"
        case connectionLostAfterData = "connection-lost-after-data"
        case timeout = "timeout"
        case timeoutAfterData = "timeout-after-data"
        case cancelled = "cancelled"
        case malformedReply = "malformed-reply"
        case unexpectedReply = "unexpected-reply"
        case greylistedOrBusy = "greylisted-or-busy"
        case relayClosing = "relay-closing"
        case relayRefusesService = "relay-refuses-service"
        case relayNotLoopback = "relay-not-loopback"
        case tlsNotOffered = "tls-not-offered"
        case tlsRefused = "tls-refused"
        case tlsFailed = "tls-failed"
        case certificateNotTrusted = "certificate-not-trusted"
        case certificateWrongHost = "certificate-wrong-host"
        case authoritiesUnreadable = "ca-file-unreadable"
        case credentialsNeedTLS = "credentials-need-tls"
        case authenticationNotOffered = "authentication-not-offered"
        case authenticationRequired = "authentication-required"
        case authenticationRefused = "authentication-refused"
        case authenticationUnavailable = "authentication-unavailable"
        case senderRefused = "sender-refused"
        /// Mail of this machine for that recipient is not taken at all.
        case relayingDenied = "relaying-denied"
        case recipientRefused = "recipient-refused"
        case mailboxFull = "mailbox-full"
        case messageRefused = "message-refused"
        case messageTooLarge = "message-too-large"
        case eightBitNotOffered = "eight-bit-not-offered"
        case lineTooLong = "line-too-long"
        case maildirNotWritable = "maildir-not-writable"
        case programNotRun = "program-not-run"
        case programFailed = "program-failed"
        /// It was accepted, and a later mail server reported that it cannot be delivered.
        case bounced = "bounced"
    }

    /// The label.
    package let reason: Reason

    /// The step that failed.
    package let step: SMTPStep

    /// The relay's three digits, if it replied.
    package let replyCode: Int?

    /// The relay's enhanced status code, if it gave one (RFC 3463).
    package let enhancedCode: String?

    /// The relay's own words, at most 500 scalars and without control characters, if it replied.
    package let replyText: String?

    /// Whether it was said of one mail, and other mails may fare otherwise.
    package var isAboutOneMail: Bool {
        switch step {
        case .recipient, .data, .block, .finalReply: true
        case .connect, .handshake, .greeting, .hello, .startTLS, .authentication, .reset, .mail, .rest, .quit, .closed:
            false
        }
    }

    /// What happened and what an administrator can do, in English.
    package var explanation: String { reason.explanation(at: step) }

    /// The relay's reply in one line, if it replied: `550 5.1.1 user unknown`.
    package var said: String? {
        let reply = [replyCode.map { String($0) }, enhancedCode, replyText].compactMap(\.self)
        return reply.isEmpty ? nil : reply.joined(separator: " ")
    }

    /// The label, the explanation and what the relay said.
    package var description: String {
        "\(reason.rawValue): \(explanation)\(said.map { " The relay said: \($0)" } ?? "")"
    }

    init(_ reason: Reason, at step: SMTPStep, reply: SMTPReply? = nil) {
        self.reason = reason
        self.step = step
        replyCode = reply?.code
        enhancedCode = reply?.enhancedCode
        replyText = reply.flatMap { $0.text.isEmpty ? nil : $0.text }
    }

    /// A failure without a relay's reply, with what was said instead.
    init(_ reason: Reason, at step: SMTPStep, said: String) {
        self.reason = reason
        self.step = step
        replyCode = nil
        enhancedCode = nil
        replyText = said
    }
}
