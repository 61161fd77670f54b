package import Indicators

/// Where something stands on the status page: the addresses never change, so that mails can name them.
package indirect enum PageAddress: Hashable, Sendable {
    case overview
    /// The open alerts, the latest opened first.
    case alerts(AlertFilter = AlertFilter())
    case programme(String, SeriesFilter)
    /// One indicator; one of its series where an area or a breakdown is named.
    case indicator(programme: String, IndicatorID, area: AreaCode? = nil, breakdown: Breakdown? = nil)
    /// All series of one indicator in a table; those after one of them on later pages.
    case series(programme: String, IndicatorID, after: SeriesKey?)
    /// The files that came; those before one of them on later pages.
    case deliveries(before: Int? = nil)
    case delivery(Int)
    /// Who was told what; those before a mail on later pages. About one alert the oldest comes first, and those after a mail
    /// stand on later pages.
    case ledger(to: String? = nil, about: String? = nil, before: Int? = nil, after: Int? = nil)
    /// The table for a moment of planning and control, as it was known at the end of a day.
    case report(programme: String, ReportAddress = ReportAddress())
    /// What somebody does with an open episode: a form is sent here.
    case handling(HandlingForm, episode: String)
    /// Where a link in a mail leads, to take an alert up; what it is for its last part says.
    case takeUp(String)
    /// A table of a page, by its name, for a spreadsheet.
    case table(String, of: PageAddress)
    case stylesheet
    case icon
    case health
    case metrics
    case api(APIQuestion, as: APIForm = .json)

    /// The first part of the address of a link in a mail: whoever has one need not sign in.
    package static let takeUpRoot = "oppakken"

    /// What can be done with an open episode on the page.
    package enum HandlingForm: String, Hashable, Sendable, CaseIterable {
        case acknowledge = "bevestigen"
        case explain = "toelichten"
    }
}
