package import Indicators

/// Which report of a programme is asked for.
package struct ReportAddress: Hashable, Sendable {
    /// The day as of which it is made; `nil` for today.
    package var asOf: CalendarDate?
    /// The day that it is compared with; `nil` for the moment of planning and control before it.
    package var since: CalendarDate?
    package var form: ReportForm

    package init(asOf: CalendarDate? = nil, since: CalendarDate? = nil, form: ReportForm = .html) {
        self.asOf = asOf
        self.since = since
        self.form = form
    }

    /// The fields of the query, in a fixed order.
    var query: [(name: String, value: String?)] {
        [
            ("peildatum", asOf?.description), ("sinds", since?.description),
            ("formaat", form == .html ? nil : form.rawValue),
        ]
    }

    /// Reads the fields of a query; `nil` where one has a value that it cannot have.
    init?(query: [String: String]) {
        let days = ["peildatum", "sinds"].map { query[$0].given }
        let read = days.map { $0.flatMap { CalendarDate($0) } }
        guard zip(days, read).allSatisfy({ ($0 == nil) == ($1 == nil) }) else { return nil }
        let form = query["formaat"].given.map { ReportForm(rawValue: $0) } ?? .html
        guard let form else { return nil }
        self.init(asOf: read[0], since: read[1], form: form)
    }
}
