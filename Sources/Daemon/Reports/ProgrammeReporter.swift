internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage
internal import Telling

/// Makes the report of a programme from the store, as it was known on a day.
struct ProgrammeReporter {
    let active: ActiveConfiguration
    /// `nil` where the watch has not begun yet.
    let store: (any Store)?
    /// The moment that counts as now: no report is of a later day.
    let now: Instant
    /// Whether nothing that was recorded after ``now`` counts, since it is not the present.
    var isPast = false

    /// The moment of a report.
    struct Moment {
        let day: CalendarDate
        let at: Instant
        /// What was recorded later does not count; `nil` where everything does.
        let limit: Instant?
    }

    /// The moment of the report that is asked for.
    ///
    /// - Throws: ``Reporter/Unanswerable`` where the day has not come yet.
    func moment(of address: ReportAddress) throws(Reporter.Unanswerable) -> Moment {
        let today = active.zone.local(now).date
        guard let day = address.asOf, day != today else {
            return Moment(day: today, at: now, limit: isPast ? now : nil)
        }
        guard day < today else {
            throw Reporter.Unanswerable(words: "\(day) has not come yet; a report tells what is known on its day")
        }
        return end(of: day)
    }

    /// The report.
    ///
    /// - Parameters:
    ///   - programme: the programme.
    ///   - moment: of the report.
    ///   - address: what else was asked.
    ///   - disclosure: what may be told at that moment.
    /// - Returns: the report.
    /// - Throws: ``Reporter/Unanswerable`` where the day of the comparison is not an earlier one; ``StoreError``.
    func report(
        of programme: Programme,
        _ moment: Moment,
        _ address: ReportAddress,
        by disclosure: Disclosure
    ) async throws -> ProgrammeReport {
        let comparison =
            address.since.map { ReportComparison($0, .asked) }
            ?? ReportComparison(before: moment.day, among: active.configuration.planningMoments)
        guard comparison.day < moment.day else {
            throw Reporter.Unanswerable(
                words: "\(comparison.day) does not lie before \(moment.day), the day of the report"
            )
        }
        return ProgrammeReport(
            try await material(programme, moment, by: disclosure),
            since: try await material(programme, end(of: comparison.day), by: disclosure),
            comparison,
            zone: active.zone,
            phrases: active.phrases
        )
    }

    /// The last moment of a day that is over.
    private func end(of day: CalendarDate) -> Moment {
        let last = Instant(milliseconds: active.zone.start(of: day.adding(days: 1)).milliseconds - 1)
        return Moment(day: day, at: last, limit: last)
    }

    private func material(
        _ programme: Programme,
        _ moment: Moment,
        by disclosure: Disclosure
    ) async throws -> ReportMaterial {
        let register = active.register
        let keys = programme.reportedIndicators.compactMap { register.indicators[$0].flatMap(register.expectedSeries) }
        let loader = SubjectLoader(
            store: store,
            register: register,
            dependence: active.dependence,
            recordedBy: moment.limit,
            informing: false
        )
        let subjects = try await loader.subjects(for: keys)
        return ReportMaterial(
            of: programme,
            in: register,
            on: moment.day,
            documented: active.configuration.transcript.byYear,
            judged: subjects.map { subject in
                ReportMaterial.Judged(subject, active.assessor.assess(subject, at: moment.at, informing: false))
            },
            open: try await openEpisodes(of: keys, moment),
            by: disclosure
        )
    }

    private func openEpisodes(of keys: [SeriesKey], _ moment: Moment) async throws -> [Episode] {
        guard let store else { return [] }
        guard let limit = moment.limit else { return Array(try await store.episodes(of: keys).open.values) }
        return try await store.episodes(of: keys, asOf: limit).filter { $0.closedAt == nil }
    }
}

extension Transcript {
    /// The measured cells of whole years, for a report.
    fileprivate var byYear: [IndicatorID: [Int: ReportMaterial.DocumentCell]] {
        documented.mapValues { cells in
            let ofYears = cells.filter { $0.period.kind == .year }.map {
                ($0.period.year, ReportMaterial.DocumentCell(text: $0.text, value: $0.value))
            }
            return Dictionary(ofYears) { first, _ in first }
        }
    }
}
