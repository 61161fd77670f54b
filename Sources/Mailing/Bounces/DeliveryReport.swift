/// What a mail server reports of a mail that it had taken over (RFC 3464).
///
/// Anybody may write to the mailbox where it is read: nothing in it is believed but which mail it is about, by an id that
/// only our mails carry, and that it could not be delivered.
package struct DeliveryReport: Hashable, Sendable {
    /// What became of one recipient.
    package struct Recipient: Hashable, Sendable {
        /// `failed`, `delayed`, `delivered`, `relayed` or `expanded`, in small letters.
        package let action: String
        /// Such as `5.1.1`.
        package let status: String?
        /// What the other mail server said, made harmless.
        package let diagnostic: String?

        /// Whether it will never arrive.
        ///
        /// The action says so by itself: `failed` is final also with a status such as 4.4.7, of a mail server that has
        /// given up (RFC 3464 section 2.3.3).
        package var isPermanent: Bool { action == "failed" }
    }

    /// The id that we gave with the mail (RFC 3461), without angle brackets.
    package let envelopeID: String?
    /// The Message-ID of the mail that is given back, with its angle brackets.
    package let returnedMessageID: String?
    package let recipients: [Recipient]

    /// The Message-IDs that the mail may have, the surest first.
    package var messageIDs: [String] { [envelopeID.map { "<\($0)>" }, returnedMessageID].compactMap(\.self) }

    /// The failure, where there is one that lasts.
    package var failure: Recipient? { recipients.first(where: \.isPermanent) }

    /// More of a mail is not read.
    package static let largest = 1 << 20
    private static let mostRecipients = 100

    /// Reads a mail; `nil` where it is no such report.
    package init?(_ mail: [UInt8]) {
        let whole = MailPart(mail.prefix(Self.largest))
        guard whole.type == "multipart/report" || whole.type == "multipart/mixed" else { return nil }
        let parts = whole.parts
        guard let status = parts.first(where: { Self.statusTypes.contains($0.type) }) else { return nil }
        let groups = MailFields.groups(in: status.body, limit: Self.mostRecipients + 1)
        guard let own = groups.first else { return nil }
        envelopeID = own.value(of: "original-envelope-id").map(Self.withoutXText)
        recipients = groups.dropFirst().compactMap(Self.recipient)
        let returned = parts.first { Self.returnedTypes.contains($0.type) }
        returnedMessageID = returned.flatMap { MailFields($0.body).value(of: "message-id") }
    }

    private static let statusTypes = ["message/delivery-status", "message/global-delivery-status"]
    private static let returnedTypes = [
        "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers",
    ]

    private static func recipient(_ fields: MailFields) -> Recipient? {
        fields.value(of: "action").map { action in
            let code = fields.value(of: "status").map { String($0.prefix { $0 != " " && $0 != "(" }) }
            return Recipient(
                action: String(action.lowercased().prefix { $0 != " " && $0 != "(" }),
                status: code.flatMap { EnhancedStatusCode.prefix(of: Array($0.utf8)) },
                diagnostic: fields.value(of: "diagnostic-code").map {
                    ReplyText.readable([Array($0.utf8)], without: nil)
                }
            )
        }
    }

    /// `+3D` is `=` (RFC 3461 section 4).
    private static func withoutXText(_ text: String) -> String {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "+"), digits.count == 2,
                let decoded = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                result.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        let id = String(decoding: result, as: UTF8.self)
        return id.hasPrefix("<") && id.hasSuffix(">") ? String(id.dropFirst().dropLast()) : id
    }
}
