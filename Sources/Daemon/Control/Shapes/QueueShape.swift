internal import Indicators
internal import Storage

/// An order about a mail.
struct QueueShape: ControlShape {
    private let verb: String
    private let message: Int
    private let by: String
    private let why: String
    private let at: Int64

    init(_ order: QueueOrder) {
        (verb, message) = (order.verb.rawValue, order.message)
        (by, why, at) = (order.by, order.why, order.at.milliseconds)
    }

    func value() throws(ControlCoding.Malformed) -> QueueOrder {
        guard let verb = QueueOrder.Verb(rawValue: verb) else { throw ControlCoding.Malformed() }
        return QueueOrder(verb: verb, message: message, by: by, why: why, at: try Instant(asked: at))
    }
}
