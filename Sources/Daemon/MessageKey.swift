package import Alerting
internal import Crypto
package import Indicators

/// What makes a message one and the same, however often it is made: the same facts give the same key.
///
/// It is short whatever the names in it: the Message-ID is made of it.
package struct MessageKey: Hashable, Sendable {
    package let text: String

    /// The digest of one slot, as composed at a moment: a slot that a clock which ran ahead had closed comes again.
    package static func digest(_ subscription: Subscription, _ slot: DigestSlot, at now: Instant) -> MessageKey {
        MessageKey(text: "digest/\(slot)/\(hash([subscription.id, now.milliseconds.description]))")
    }

    /// What is told at once about some changes of episodes.
    package static func urgent(_ subscription: Subscription, changes: [String], at now: Instant) -> MessageKey {
        MessageKey(text: "urgent/\(now.milliseconds)/\(hash([subscription.id] + changes))")
    }

    /// What is told once of indicators that come under watch.
    package static func opening(_ subscription: Subscription, changes: [String], at now: Instant) -> MessageKey {
        MessageKey(text: "opening/\(now.milliseconds)/\(hash([subscription.id] + changes))")
    }

    /// A message that is sent anew to another address; it is of the same kind.
    static func readdressed(_ key: String, to address: String) -> MessageKey {
        MessageKey(text: "\(key.prefix { $0 != "/" })/again/\(hash([key, address]))")
    }

    /// The receipt of one delivery, by the name of the claim on its file.
    package static func receipt(of claim: String) -> MessageKey { MessageKey(text: "receipt/\(hash([claim]))") }

    /// A mail that only shows whether mail arrives.
    package static func test(to address: String, by person: String, at now: Instant) -> MessageKey {
        MessageKey(text: "test/\(now.milliseconds)/\(hash([address, person]))")
    }

    private static func hash(_ parts: [String]) -> String {
        let digest = SHA256.hash(data: Array(parts.joined(separator: "\n").utf8))
        return digest.prefix(8).map { $0.hexadecimal(digits: 2) }.joined()
    }
}
