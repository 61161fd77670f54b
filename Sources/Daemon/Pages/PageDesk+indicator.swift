internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// The page of an indicator, and the table of its series.
extension PageDesk {
    /// The page of one series of an indicator: of the whole, where neither area nor breakdown is named.
    ///
    /// - Parameters:
    ///   - place: the programme and the indicator, with the area and the breakdown where they are named.
    ///   - person: who looks.
    ///   - table: the table of the page that is asked for in its place; `nil` for the page.
    ///   - tried: what somebody sent on a form and could not be done.
    /// - Returns: the page.
    func indicator(
        _ place: IndicatorPlace,
        for person: PageRequest.Person?,
        as table: String? = nil,
        tried: HandlingForms.Tried? = nil
    ) async -> PageAnswer {
        let forms = forms(person, tried)
        return await shown { [self] reading in
            let found: IndicatorPlace.Found
            switch place.found(in: reading.active) {
            case .found(let known): found = known
            case .unknown(let page): return notFound(page)
            }
            guard var dossier = try await reading.dossiers.dossier(of: found.key, in: found.programme) else {
                return notFound(place.unknownSeries(in: reading.active))
            }
            dossier.partCount = try await parts(of: found.indicator.id, reading)
            dossier.inputUnits = reading.active.register.indicators.mapValues(\.unit)
            let title = IndicatorPage.title(of: dossier, plan: reading.plan)
            let trail = found.trail(below: found.key == found.whole ? nil : found.indicator)
            let frame = try await framed(title, at: found.address, trail: trail, reading)
            let page = IndicatorPage(dossier, in: frame, plan: reading.plan, forms: forms)
            guard table == nil else { return answer(page, as: table, reading.active.language) }
            let caching: PageAnswer.Caching = person?.tokens == nil ? .revalidated : .never
            return PageAnswer(tried == nil ? .ok : .badRequest, .html, text: page.html, caching: caching)
        }
    }

    /// How many series the indicator has besides the one that is shown.
    private func parts(of indicator: IndicatorID, _ reading: PageReading) async throws -> Int? {
        try await standings(reading.active, reading.store).parts[indicator].map { $0.values.reduce(0, +) }
    }

    /// The forms of who may handle alerts; `nil` for anybody else.
    private func forms(_ person: PageRequest.Person?, _ tried: HandlingForms.Tried?) -> HandlingForms? {
        guard handle != nil, let tokens = person?.tokens else { return nil }
        return HandlingForms(
            tried: tried,
            mark: { HandlingMark($1, for: $0).written },
            token: { tokens.token(for: $0) }
        )
    }

    /// All series of an indicator in a table; those after one of them on later pages.
    func series(_ place: IndicatorPlace, after mark: SeriesKey?, as table: String? = nil) async -> PageAnswer {
        await shown { [self] reading in
            let found: IndicatorPlace.Found
            switch place.found(in: reading.active) {
            case .found(let known): found = known
            case .unknown(let page): return notFound(page)
            }
            let page = try await reading.dossiers.listed(found.indicator.id, after: mark)
            let title = reading.plan.phrases.say(
                "\(found.indicator.title): alle reeksen",
                "\(found.indicator.title): all series"
            )
            let here = PageAddress.series(programme: found.programme.id, found.indicator.id, after: mark)
            let frame = try await framed(title, at: here, trail: found.trail(below: found.indicator), reading)
            let list = SeriesListPage(
                page.assessments,
                after: mark,
                next: page.next,
                of: found.indicator,
                in: found.programme,
                areaNames: reading.active.register.areaNames,
                frame: frame,
                plan: reading.plan
            )
            return answer(list, as: table, reading.active.language)
        }
    }
}
