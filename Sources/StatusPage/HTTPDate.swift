internal import Indicators

/// A moment as HTTP writes it (RFC 9110 section 5.6.7).
enum HTTPDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Wed, 01 Apr 2026 06:00:00 GMT`.
    static func written(_ instant: Instant) -> String {
        let local = LocalZone.utc.local(instant)
        let date = local.date
        let day = "\(weekdays[date.weekday - 1]), \(date.day.padded(to: 2)) \(months[date.month - 1])"
        return "\(day) \(date.year.padded(to: 4)) \(local.clock):\((local.secondOfDay % 60).padded(to: 2)) GMT"
    }
}
