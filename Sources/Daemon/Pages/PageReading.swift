internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// What one page is read with: the configuration in force, the store, and what may be told of it.
struct PageReading: Sendable {
    let active: ActiveConfiguration
    /// `nil` where the watch has not begun yet.
    let store: SQLiteStore?
    let plan: PagePlan
    let now: Instant

    var dossiers: DossierLoader {
        DossierLoader(store: store, active: active, disclosure: plan.disclosure, now: now)
    }
}

extension PageDesk {
    /// Makes a page of what the store holds now; where it cannot be read, the page says so.
    func shown(_ make: @Sendable (PageReading) async throws -> PageAnswer) async -> PageAnswer {
        let active = await active()
        do {
            let store = try store(active)
            let disclosure = try await disclosure(active, store)
            let plan = PagePlan(by: disclosure, zone: active.zone, phrases: active.phrases)
            return try await make(PageReading(active: active, store: store, plan: plan, now: clock.now()))
        } catch {
            forgetStore()
            return unreadable(active)
        }
    }

    /// What stands around a page, with the way to it from the overview.
    func framed(
        _ title: String,
        at here: PageAddress,
        trail: [PageFrame.Link] = [],
        _ reading: PageReading
    ) async throws -> PageFrame {
        var frame = try await frame(title.oneLine(limit: 200), at: here, reading.active, reading.store)
        if !trail.isEmpty { frame.trail = [overviewLink(reading.active)] + trail }
        return frame
    }

    /// A page that says that something is not there.
    nonisolated func notFound(_ page: UnknownPage) -> PageAnswer {
        PageAnswer(.notFound, .html, text: page.html, caching: .never)
    }
}
