internal import Indicators

/// The date of a message as headers write it (RFC 5322 section 3.3).
enum MailDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The moment on a clock in the zone: `Wed, 01 Apr 2026 08:00:00 +0200`.
    static func written(_ instant: Instant, in zone: LocalZone) -> String {
        let local = zone.local(instant)
        let date = local.date
        let day = "\(weekdays[date.weekday - 1]), \(date.day.padded(to: 2)) \(months[date.month - 1])"
        let time = "\(local.clock):\((local.secondOfDay % 60).padded(to: 2))"
        return "\(day) \(date.year.padded(to: 4)) \(time) \(zone.writtenOffset(at: instant, separator: ""))"
    }
}
