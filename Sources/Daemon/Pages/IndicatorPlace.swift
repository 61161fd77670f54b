internal import Catalogue
internal import Indicators
internal import Telling

/// Which series the address of an indicator's page names.
struct IndicatorPlace: Hashable, Sendable {
    let programme: String
    let indicator: IndicatorID
    var area: AreaCode?
    var breakdown: Breakdown?

    /// What the configuration knows of it.
    struct Found: Sendable {
        let programme: Programme
        let indicator: Indicator
        let key: SeriesKey

        /// The series of the programme's own area and everybody in it.
        var whole: SeriesKey { SeriesKey(indicator: indicator.id, area: programme.area) }

        /// Where its page stands; the programme's own area needs no name.
        var address: PageAddress {
            .indicator(
                programme: programme.id,
                indicator.id,
                area: key.area == programme.area ? nil : key.area,
                breakdown: key.breakdown == .total ? nil : key.breakdown
            )
        }

        /// The way to it below the overview, with the indicator where the page is about a part of it.
        func trail(below indicator: Indicator?) -> [PageFrame.Link] {
            let above: [PageFrame.Link] = [(programme.title.oneLine(limit: 120), .programme(programme.id, .all))]
            return above
                + (indicator.map {
                    [($0.title.oneLine(limit: 120), .indicator(programme: programme.id, $0.id))]
                } ?? [])
        }
    }

    enum Look {
        case found(Found)
        case unknown(UnknownPage)
    }

    /// The series, or a page that says what is not there and what may have been meant.
    func found(in active: ActiveConfiguration) -> Look {
        let register = active.register
        guard let known = register.programme(programme) else {
            return .unknown(Self.unknownProgramme(programme, in: active))
        }
        guard let own = register.indicators[indicator], own.programme == known.id else {
            return .unknown(unknownIndicator(in: active))
        }
        let area = area.map { register.area(named: $0.description) ?? $0 } ?? known.area
        let key = SeriesKey(indicator: own.id, area: area, breakdown: breakdown ?? .total)
        return .found(Found(programme: known, indicator: own, key: key))
    }

    /// There is no such programme.
    static func unknownProgramme(_ programme: String, in active: ActiveConfiguration) -> UnknownPage {
        let near = NearestName.candidates(programme, in: active.register.programmes.map(\.id))
        let name = programme.oneLine(limit: 80)
        return UnknownPage(
            active.phrases.say("Er is geen programma ‘\(name)’.", "There is no programme '\(name)'."),
            meant: near.map { ($0, .programme($0, .all)) },
            language: active.language
        )
    }

    private func unknownIndicator(in active: ActiveConfiguration) -> UnknownPage {
        let register = active.register
        let name = indicator.description.oneLine(limit: 80)
        let near = NearestName.candidates(indicator.description, in: register.indicators.keys.map(\.description))
        let links = near.compactMap { register.indicators[IndicatorID($0)] }
            .map { PageFrame.Link($0.title, .indicator(programme: $0.programme, $0.id)) }
        return UnknownPage(
            active.phrases.say(
                "In dit programma is er geen indicator ‘\(name)’.",
                "In this programme there is no indicator '\(name)'."
            ),
            meant: links,
            language: active.language
        )
    }

    /// There are no values of the area or the breakdown that is named.
    func unknownSeries(in active: ActiveConfiguration) -> UnknownPage {
        let register = active.register
        let names = register.areaNames.flatMap { [$0.key.description, $0.value] }
        let near = area.map { NearestName.candidates($0.description, in: names.sorted()) } ?? []
        let links = near.compactMap { name in
            register.area(named: name).map { code in
                PageFrame.Link(name, .indicator(programme: programme, indicator, area: code, breakdown: breakdown))
            }
        }
        let whole = PageFrame.Link(
            active.phrases.say("de hele indicator", "the whole indicator"),
            .indicator(programme: programme, indicator)
        )
        return UnknownPage(
            active.phrases.say(
                "Van dit gebied of deze uitsplitsing zijn er geen waarden.",
                "There are no values of this area or this breakdown."
            ),
            meant: links + [whole],
            language: active.language
        )
    }
}
