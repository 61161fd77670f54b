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
    /// An answer that was made while values came is made again, so often at most.
    private static let mostAttempts = 3

    /// The answer that is made of one state of the store; `nil` where values came each time it was made.
    ///
    /// A value that came behind what may be told of the others may have to be hidden itself.
    func consistently(
        _ active: ActiveConfiguration,
        _ make: @Sendable (SQLiteStore?) async throws -> PageAnswer
    ) async throws -> PageAnswer? {
        for _ in 0..<Self.mostAttempts {
            let store = try store(active)
            let mark = try await store?.valueMark()
            let answer = try await make(store)
            if try await store?.valueMark() == mark { return answer }
        }
        return nil
    }

    /// Makes a page of one state of the store; where it cannot be read that is said, and it is opened anew for the next
    /// question.
    func consistentPage(
        _ active: ActiveConfiguration,
        _ make: @Sendable (SQLiteStore?) async throws -> PageAnswer
    ) async -> PageAnswer {
        do {
            if let answer = try await consistently(active, make) { return answer }
        } catch {
            forgetStore()
        }
        return unreadable(active)
    }

    /// Makes a page of what the store holds now, with what may be told of it.
    func shown(_ make: @Sendable (PageReading) async throws -> PageAnswer) async -> PageAnswer {
        let active = await active()
        return await consistentPage(active) { store in
            let plan = PagePlan(
                by: try await self.disclosure(active, store),
                zone: active.zone,
                phrases: active.phrases
            )
            return try await make(PageReading(active: active, store: store, plan: plan, now: self.clock.now()))
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
