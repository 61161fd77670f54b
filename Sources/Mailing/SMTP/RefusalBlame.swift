/// Whose fault a refusal is, where it is not the message's nor the recipient's: ours, or of how relay and settings fit.
///
/// Relays say it at whatever step they please: Postfix keeps what it has against the client and the sender until RCPT
/// (`smtpd_delay_reject`), Exchange until the final dot. The enhanced code says little: 5.7.1 is given for a recipient who may
/// not be written to, for a relay that takes no mail of strangers, and for spam. So the words decide where the code does
/// not; words that nobody knows say nothing.
enum RefusalBlame {
    /// The label of what is ours; `nil` where the refusal is about the message or the recipient, as most are.
    static func reason(of reply: SMTPReply) -> DeliveryFailure.Reason? {
        let words = reply.text.lowercased()
        if says(words, aboutRecipient) { return nil }
        if let code = reply.subjectAndDetail, let reason = byCode(code) { return reason }
        // A word stands in the text of any refusal; these are asked of those that may be about us.
        guard mayBeOurs(reply) else { return nil }
        return byWords.first { says(words, $0.phrases) }?.reason
    }

    /// Codes that mean one thing alone (RFC 3463, 4954, 7372, 7505, and what Exchange documents of its own).
    private static func byCode(_ code: String) -> DeliveryFailure.Reason? {
        switch code {
        // Bad sender address, no passing DKIM or SPF, a sender whose domain takes no mail; Exchange: not that sender.
        case "1.7", "1.8", "7.20", "7.21", "7.22", "7.23", "7.24", "7.26", "7.27", "7.60", "7.509", "2.252":
            .senderRefused
        // Exchange: a recipient in a domain that is not its own.
        case "7.54", "7.64": .relayingDenied
        // Credentials that do not count any more; Exchange: not logged in.
        case "7.8", "7.57": .authenticationRequired
        // The reverse name of our address.
        case "7.25": .relayRefusesService
        default: nil
        }
    }

    private static func mayBeOurs(_ reply: SMTPReply) -> Bool {
        guard let code = reply.subjectAndDetail else { return true }
        // X.0.0 says nothing, X.1.0 an address without saying which, X.5.x the protocol.
        return code.hasPrefix("7.") || code.hasPrefix("5.") || code == "0.0" || code == "1.0" || code == "1.2"
    }

    private static func says(_ words: String, _ phrases: [String]) -> Bool { phrases.contains(where: words.contains) }

    private static let aboutRecipient = ["recipient address rejected", "recipient rejected", "user unknown"]

    private static let byWords: [(reason: DeliveryFailure.Reason, phrases: [String])] = [
        (
            .authenticationRequired,
            [
                "authentication required", "authentication is required", "must be authenticated", "not authenticated",
                "please authenticate", "smtp auth",
            ]
        ),
        (
            .relayingDenied,
            [
                "relay access denied", "relaying denied", "unable to relay", "relay not permitted", "relay denied",
                "relaying not permitted", "relaying not allowed", "relaying is not allowed", "not allowed to relay",
                "not permitted to relay", "relaying prohibited", "we do not relay",
            ]
        ),
        (
            .senderRefused,
            [
                "sender address rejected", "send as this sender", "sendasdenied", "not owned by user",
                "sender rejected",
                "sender denied", "sender not allowed", "sender verify failed", "not allowed to send from",
                "not authorized to send from", "invalid sender", "dmarc",
            ]
        ),
        (
            .relayRefusesService,
            [
                "client host", "helo command rejected", "ehlo command rejected", "service unavailable; client",
                "sending ip",
            ]
        ),
    ]
}
