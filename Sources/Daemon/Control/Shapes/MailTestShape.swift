internal import Indicators

/// The order to hand a mail to the relay.
struct MailTestShape: ControlShape {
    private let address: String
    private let relay: String
    private let by: String
    private let at: Int64

    init(_ order: MailTestOrder) {
        (address, relay, by, at) = (order.address, order.relay, order.by, order.at.milliseconds)
    }

    func value() throws(ControlCoding.Malformed) -> MailTestOrder {
        MailTestOrder(address: address, relay: relay, by: by, at: try Instant(asked: at))
    }
}
