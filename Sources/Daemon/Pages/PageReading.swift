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
    /// A page that was made while something was recorded is made again, so often at most.
    private static let mostAttempts = 3

    /// Makes a page of what the store holds now; where it cannot be read, the page says so.
    func shown(_ make: @Sendable (PageReading) async throws -> PageAnswer) async -> PageAnswer {
        let active = await active()
        do {
            for _ in 0..<Self.mostAttempts {
                if let answer = try await answer(active, make) { return answer }
            }
        } catch {
            forgetStore()
        }
        return unreadable(active)
    }

    /// The answer; `nil` where something was recorded meanwhile: a value that came behind what may be told of the others may
    /// have to be hidden itself.
    private func answer(
        _ active: ActiveConfiguration,
        _ make: @Sendable (PageReading) async throws -> PageAnswer
    ) async throws -> PageAnswer? {
        let store = try store(active)
        let mark = try await store?.changeMark()
        let plan = PagePlan(by: try await disclosure(active, store), zone: active.zone, phrases: active.phrases)
        let answer = try await make(PageReading(active: active, store: store, plan: plan, now: clock.now()))
        return try await store?.changeMark() == mark ? answer : nil
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
