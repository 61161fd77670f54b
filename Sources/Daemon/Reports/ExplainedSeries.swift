internal import Indicators
internal import Storage

/// The series that somebody wants explained: all of an indicator, of one area, or one.
struct ExplainedSeries: Hashable, Sendable {
    private let written: String
    let indicator: IndicatorID
    private let area: AreaCode?
    private let breakdown: Breakdown?

    /// Reads `INDICATOR`, `INDICATOR/AREA` or `INDICATOR/AREA/BREAKDOWN`; the area by its code or a known name.
    init(_ written: String, in register: IndicatorRegister) throws(Reporter.Unanswerable) {
        let parts = written.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        self.written = written
        indicator = IndicatorID(parts.first ?? "")
        guard register.indicators[indicator] != nil else {
            throw Reporter.Unanswerable(words: register.words(aboutUnknown: parts.first ?? ""))
        }
        area = parts.count < 2 ? nil : register.area(named: parts[1]) ?? AreaCode(parts[1])
        breakdown = parts.count < 3 ? nil : Breakdown(parts[2])
        guard parts.count < 3 || breakdown != nil else {
            throw Reporter.Unanswerable(words: "a breakdown is written name=value, several joined by commas")
        }
    }

    /// What has to be looked through for it.
    var part: SeriesPart { SeriesPart(of: indicator, in: area) }

    func includes(_ key: SeriesKey) -> Bool {
        key.indicator == indicator && (area == nil || key.area == area)
            && (breakdown == nil || key.breakdown == breakdown)
    }

    /// What is said where there is no such series.
    var absence: Reporter.Unanswerable {
        Reporter.Unanswerable(
            words: "there is no series '\(written.shownSafely())'; 'explain \(indicator)' shows those that there are"
        )
    }
}
