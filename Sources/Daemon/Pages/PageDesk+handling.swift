internal import Alerting
internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// What people do with open alerts on the page.
extension PageDesk {
    /// Does what a form asks, and leads back to the page of the indicator; where it cannot be done, shows the form again.
    func handling(
        _ form: PageAddress.HandlingForm,
        episode name: String,
        _ request: PageRequest
    ) async -> PageAnswer {
        let active = await active()
        guard let alert = AlertKey(name: AlertName(name)),
            let indicator = active.register.indicators[alert.series.indicator]
        else { return notFound(unknownAlert(in: active)) }
        let place = IndicatorPlace(alert.series, of: indicator)
        guard request.method != .get else { return seeOther(place) }
        guard let handle, let person = request.person, person.tokens != nil else {
            return forbidden(request.person, in: active)
        }
        let entry = HandlingEntry(form, fields: request.form)
        do throws(HandlingEntry.Fault) {
            guard request.method == .post else { throw .tooOld }
            let order = try await order(entry, about: name, of: alert.series, by: person, active)
            let response = await handle(order)
            guard response.status == ExitStatus.done.rawValue else {
                throw try await fault(of: response, to: entry, about: name, of: alert.series, active)
            }
            return seeOther(place)
        } catch {
            let tried = HandlingForms.Tried(episode: name, entry: entry, fault: error)
            return await self.indicator(place, for: person, tried: tried)
        }
    }

    private func order(
        _ entry: HandlingEntry,
        about name: String,
        of series: SeriesKey,
        by person: PageRequest.Person,
        _ active: ActiveConfiguration
    ) async throws(HandlingEntry.Fault) -> HandlingOrder {
        guard let episode = try await openEpisode(name, of: series, active) else { throw .alertEnded }
        guard !entry.isOutdated(by: episode.handling) else { throw .changedMeanwhile }
        let now = clock.now()
        let ordered = try entry.deed(
            for: name,
            after: episode.handling.explanation,
            today: active.zone.local(now).date
        )
        let way = active.phrases.say("via de statuspagina", "by the status page")
        let by = "\(person.name.oneLine(limit: 100)) (\(way))"
        return HandlingOrder(ordered.deed, by: by, why: ordered.why, at: now, having: episode.handling)
    }

    /// The open episode of that name; `nil` where there is none any more.
    private func openEpisode(
        _ name: String,
        of series: SeriesKey,
        _ active: ActiveConfiguration
    ) async throws(HandlingEntry.Fault) -> Episode? {
        do {
            return try await store(active)?.episodes(of: [series]).open.values.first { $0.id == name }
        } catch {
            throw .notKept
        }
    }

    /// Why an order was not carried out.
    private func fault(
        of response: ControlResponse,
        to entry: HandlingEntry,
        about name: String,
        of series: SeriesKey,
        _ active: ActiveConfiguration
    ) async throws(HandlingEntry.Fault) -> HandlingEntry.Fault {
        guard let episode = try await openEpisode(name, of: series, active) else { return .alertEnded }
        guard !entry.isOutdated(by: episode.handling) else { return .changedMeanwhile }
        // The watch knows of its end before a store that is read beside it shows that.
        if response.status == ExitStatus.dataRefused.rawValue { return .alertEnded }
        // Of all that the forms ask, only a day can be one that is over by now.
        let isOfDay = response.status == ExitStatus.usage.rawValue && entry.form == .acknowledge
        return isOfDay ? .dayNotAhead : .notKept
    }

    private func seeOther(_ place: IndicatorPlace) -> PageAnswer {
        PageAnswer(.seeOther(path: place.address.path), .text, text: "", caching: .never)
    }

    private func forbidden(_ person: PageRequest.Person?, in active: ActiveConfiguration) -> PageAnswer {
        let page = PlainPage.notAllowed(person?.name, active.language)
        return PageAnswer(.forbidden, .html, text: page.html, caching: .never)
    }

    private func unknownAlert(in active: ActiveConfiguration) -> UnknownPage {
        let words = active.phrases.say(
            "Deze melding bestaat niet, of gaat over een indicator die niet meer wordt gevolgd.",
            "There is no such alert, or it is about an indicator that is not watched any more."
        )
        let all = active.phrases.say("Alle open meldingen", "All open alerts")
        return UnknownPage(words, meant: [(all, .alerts())], language: active.language)
    }
}

extension HandlingEntry {
    /// Whether somebody has handled the alert since the page of the form was made; a form without a mark has seen nothing.
    fileprivate func isOutdated(by handling: Handling) -> Bool {
        let seen = fields[.seen] ?? HandlingMark(.none, for: form).written
        return seen != HandlingMark(handling, for: form).written
    }
}

extension IndicatorPlace {
    /// Where a series stands; the programme's own area needs no name.
    fileprivate init(_ series: SeriesKey, of indicator: Indicator) {
        self.init(
            programme: indicator.programme,
            indicator: series.indicator,
            area: series.area,
            breakdown: series.breakdown == .total ? nil : series.breakdown
        )
    }

    fileprivate var address: PageAddress {
        .indicator(programme: programme, indicator, area: area, breakdown: breakdown)
    }
}
