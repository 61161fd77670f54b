internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

// What every page shares.
extension PageDesk {
    /// A page, or one of its tables for a spreadsheet.
    ///
    /// - Parameters:
    ///   - page: the page.
    ///   - table: the name of the table; `nil` for the page.
    ///   - language: the language.
    /// - Returns: the answer.
    nonisolated func answer(_ page: some TabledPage, as table: String?, _ language: Language) -> PageAnswer {
        guard let table else { return PageAnswer(.ok, .html, text: page.html) }
        guard let csv = page.csv(of: table) else {
            let words = Phrases(language).say("Deze tabel staat niet op de pagina.", "The page has no such table.")
            return notFound(UnknownPage(words, language: language))
        }
        return PageAnswer(.ok, .csv, text: csv, fileName: "peilwacht-\(table).csv")
    }

    /// That the store cannot be read for now.
    nonisolated func unreadable(_ active: ActiveConfiguration) -> PageAnswer {
        PageAnswer(
            .unavailable(retryAfter: 60),
            .html,
            text: PlainPage.unreadable(active.language).html,
            caching: .never
        )
    }

    /// That there is nothing at an address.
    func notFound() async -> PageAnswer {
        PageAnswer(.notFound, .html, text: PlainPage.notFound(await active().language).html)
    }

    /// The frame of a page: how fresh it is, and where it stands.
    ///
    /// - Parameters:
    ///   - title: the title of the page.
    ///   - here: its address.
    ///   - active: the configuration in force.
    ///   - store: what is shown; `nil` where the watch has not begun yet.
    /// - Returns: the frame, to which trail and links can be added.
    /// - Throws: `StoreError`.
    func frame(
        _ title: String,
        at here: PageAddress,
        _ active: ActiveConfiguration,
        _ store: (any StandingStore)?
    ) async throws -> PageFrame {
        var frame = PageFrame(title: title, language: active.language)
        frame.here = here
        frame.version = version
        frame.staleness = freshness(active).words(at: clock.now(), in: active.zone, active.phrases)
        let known = try await store?.freshness()
        frame.judged = active.phrases.freshness(
            judgedAt: known?.judgedAt,
            deliveredAt: known?.deliveredAt,
            in: active.zone
        )
        return frame
    }

    /// The first step of every trail.
    nonisolated func overviewLink(_ active: ActiveConfiguration) -> PageFrame.Link {
        (active.phrases.say("Overzicht", "Overview"), .overview)
    }

    /// Whether the watch does its work, as its own signs say.
    func freshness(_ active: ActiveConfiguration) -> PageFreshness {
        let signs = vitalSigns.signs
        return PageFreshness(
            startedAt: signs.startedAt,
            passedAt: signs.passedAt,
            evaluateEvery: active.configuration.evaluateEvery,
            configurationIsFaulty: signs.configurationIsFaulty
        )
    }

    /// The style sheet of every page.
    var stylesheetAnswer: PageAnswer { PageAnswer(.ok, .css, text: StyleSheet.text) }

    /// The small picture beside the title.
    var iconAnswer: PageAnswer { PageAnswer(.ok, .svg, text: PageIcon.svg) }
}
