internal import Indicators
internal import Storage
internal import Telling

/// The mails that a command asks about.
struct LedgerShape: ControlShape {
    private let recipient: String?
    private let alert: String?
    private let from: Int64?
    private let through: Int64?
    private let form: UInt8

    init(_ value: (query: LedgerQuery, form: LedgerReport.Form)) {
        (recipient, alert, form) = (value.query.recipient, value.query.alert, value.form.rawValue)
        (from, through) = (value.query.from?.milliseconds, value.query.through?.milliseconds)
    }

    func value() throws(ControlCoding.Malformed) -> (query: LedgerQuery, form: LedgerReport.Form) {
        guard let form = LedgerReport.Form(rawValue: form) else { throw ControlCoding.Malformed() }
        let query = LedgerQuery(
            recipient: recipient,
            alert: alert,
            from: try Instant.asked(from),
            through: try Instant.asked(through)
        )
        return (query, form)
    }
}
