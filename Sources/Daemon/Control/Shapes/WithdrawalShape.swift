internal import Indicators
internal import Storage

/// An order that takes something back.
struct WithdrawalShape: ControlShape {
    private enum Subject: Codable {
        case value(series: SeriesKey, period: Period)
        case imported(String)
    }

    private let subject: Subject
    private let by: String
    private let why: String
    private let at: Int64

    init(_ order: WithdrawalOrder) {
        subject =
            switch order.subject {
            case .value(let series, let period): .value(series: series, period: period)
            case .imported(let name): .imported(name)
            }
        (by, why, at) = (order.by, order.why, order.at.milliseconds)
    }

    func value() throws(ControlCoding.Malformed) -> WithdrawalOrder {
        let subject: WithdrawalOrder.Subject =
            switch subject {
            case .value(let series, let period): .value(series, period)
            case .imported(let name): .imported(name)
            }
        return WithdrawalOrder(subject, by: by, why: why, at: try Instant(asked: at))
    }
}
