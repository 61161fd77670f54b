internal import Indicators
internal import Telling

/// The report that a command asks for.
struct ReportShape: ControlShape {
    private let programme: String
    private let asOf: CalendarDate?
    private let since: CalendarDate?
    private let form: String

    init(_ value: (programme: String, address: ReportAddress)) {
        (programme, form) = (value.programme, value.address.form.rawValue)
        (asOf, since) = (value.address.asOf, value.address.since)
    }

    func value() throws(ControlCoding.Malformed) -> (programme: String, address: ReportAddress) {
        guard let form = ReportForm(rawValue: form) else { throw ControlCoding.Malformed() }
        return (programme, ReportAddress(asOf: asOf, since: since, form: form))
    }
}
