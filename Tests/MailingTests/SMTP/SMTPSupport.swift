import Testing

@testable import Mailing

extension DeliveryOutcome {
    /// The case and its reason in a word each, such as "temporary greylisted-or-busy".
    var label: String {
        switch self {
        case .accepted: "accepted"
        case .temporary(let failure): "temporary \(failure.reason.rawValue)"
        case .permanent(let failure): "permanent \(failure.reason.rawValue)"
        case .unknown(let failure): "unknown \(failure.reason.rawValue)"
        case .relayFault(let failure): "relayFault \(failure.reason.rawValue)"
        }
    }
}

/// A password that cannot be met with by chance.
let testPassword = "h0rse-battery-Staple"

/// Settings for the tests, with a login or not.
func makeSettings(
    _ relay: String = "smtp://relay.example:587",
    login: Bool = false,
    caFile: String? = nil,
    timeouts: SMTPTimeouts = SMTPTimeouts()
) throws -> SMTPSettings {
    try SMTPSettings(
        relay: RelayAddress(relay),
        heloName: "peilwacht.example",
        credentials: login ? Credentials(user: "peilwacht", password: Secret(testPassword)) : nil,
        caFile: caFile,
        timeouts: timeouts
    )
}

/// A conversation held by hand: what it sends is kept as text, and blocks are reported as sent at once.
struct Dialogue {
    var conversation: SMTPConversation
    var sent: [String] = []
    var actions: [SMTPConversation.Action] = []

    /// Begins over plain connections up to the greeting.
    init(
        _ settings: SMTPSettings,
        message: String = "Subject: test\r\n\r\nBody\r\n",
        overLoopback: Bool = false,
        isKept: Bool = false
    ) throws {
        conversation = SMTPConversation(try envelope(message), settings: settings, isKept: isKept)
        tell(.begun)
        tell(.connected(overLoopback: overLoopback))
    }

    /// What the conversation has asked to send, without the line ends.
    var lines: [String] { sent.map { $0.hasSuffix("\r\n") ? String($0.dropLast()) : $0 } }

    mutating func tell(_ event: SMTPConversation.Event) {
        for action in conversation.handle(event) {
            actions.append(action)
            guard case .send(let octets) = action else { continue }
            sent.append(String(decoding: octets, as: UTF8.self))
            tell(.sent)
        }
    }

    /// Lets the relay say something; line ends are added.
    mutating func relay(_ lines: String...) {
        for line in lines { tell(.received(Array("\(line)\r\n".utf8))) }
    }
}

/// What a good relay says from the greeting up to the reply to STARTTLS.
let repliesBeforeTLS = ["220 relay.example", "250-relay.example\r\n250 STARTTLS", "220 go"]

/// What a good relay says on a connection that needs neither TLS nor a login.
let plainReplies = [
    "220 relay", "250-relay\r\n250 SIZE 1000000", "250 sender", "250 recipient", "354 go", "250 2.0.0 queued as 1",
]

/// A message from one address to another.
func envelope(
    _ message: String = "Subject: test\r\n\r\nBody\r\n",
    to recipient: String = "to@example.nl"
) throws -> SMTPEnvelope {
    SMTPEnvelope(
        message: Array(message.utf8),
        from: try MailAddress("from@example.nl"),
        to: try MailAddress(recipient)
    )
}
