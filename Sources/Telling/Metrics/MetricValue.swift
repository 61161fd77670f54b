package import Indicators

/// A number that is measured.
package enum MetricValue: Hashable, Sendable {
    case count(Int)
    /// A moment in seconds since 1970: what grows old without anybody saying so.
    case moment(Instant)

    /// 1 for true and 0 for false.
    package static func flag(_ value: Bool) -> MetricValue { .count(value ? 1 : 0) }

    /// The number in digits: `12`, `1775030400.250`.
    var text: String {
        switch self {
        case .count(let number): return String(number)
        case .moment(let moment):
            let rest = Int(moment.milliseconds - Int64(moment.seconds) * 1000)
            return rest == 0 ? "\(moment.seconds)" : "\(moment.seconds).\(rest.padded(to: 3))"
        }
    }
}
