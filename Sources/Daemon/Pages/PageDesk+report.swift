internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// The report of a programme as a page, and as the files that the page names.
extension PageDesk {
    /// The answer to `/programma/ID/rapportage`.
    func report(_ id: String, _ address: ReportAddress) async -> PageAnswer {
        let active = await active()
        guard let programme = active.register.programme(id) else { return await notFound() }
        do {
            let here = PageAddress.report(programme: id, address)
            let made = try await consistently(active) { store in
                let report = try await self.report(of: programme, address, active, store)
                return try await self.answer(report, at: here, as: address.form, active, store)
            }
            return made ?? unreadable(active)
        } catch let question as Reporter.Unanswerable where question.status == .usage {
            return PageAnswer(.badRequest, .html, text: PlainPage.noReport(active.language).html, caching: .never)
        } catch is Unwritable {
            let page = PlainPage.noWorkbook(active.language)
            return PageAnswer(.unavailable(retryAfter: 60), .html, text: page.html, caching: .never)
        } catch {
            forgetStore()
            return unreadable(active)
        }
    }

    /// The workbook could not be made, as where its folder for passing files is full; the store has nothing to do with it.
    private struct Unwritable: Error {}

    private func report(
        of programme: Programme,
        _ address: ReportAddress,
        _ active: ActiveConfiguration,
        _ store: SQLiteStore?
    ) async throws -> ProgrammeReport {
        let maker = ProgrammeReporter(active: active, store: store, now: clock.now())
        let moment = try maker.moment(of: address)
        let now = try await disclosure(active, store)
        let told = try await DisclosureLoader(store: store, active: active).narrowed(now, recordedBy: moment.limit)
        return try await maker.report(of: programme, moment, address, by: told)
    }

    private func answer(
        _ report: ProgrammeReport,
        at here: PageAddress,
        as form: ReportForm,
        _ active: ActiveConfiguration,
        _ store: SQLiteStore?
    ) async throws -> PageAnswer {
        let (zone, phrases) = (active.zone, active.phrases)
        let name = form.fileName(report.programme, report.day.description)
        switch form {
        case .html:
            let page = ReportPage(report, zone: zone, phrases: phrases)
            var frame = try await frame(page.title, at: here, active, store)
            frame.trail = [overviewLink(active), (report.title, .programme(report.programme, .all))]
            return PageAnswer(.ok, .html, text: page.page(in: frame))
        case .csv:
            let table = ReportCSV(report, zone: zone, phrases: phrases)
            return PageAnswer(.ok, .csv, text: table.text, fileName: name)
        case .workbook:
            guard let bytes = try? ReportWorkbook(report, zone: zone, phrases: phrases).bytes() else {
                throw Unwritable()
            }
            return PageAnswer(.ok, .workbook, .bytes(bytes), fileName: name)
        }
    }
}
