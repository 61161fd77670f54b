internal import FoundationEssentials
internal import Indicators
internal import Storage
internal import Telling

/// The table of a programme for a moment of planning and control.
extension Reporter {
    func report(
        _ id: String,
        _ address: ReportAddress,
        _ question: ReportQuestion,
        _ write: (String) throws -> Void
    ) async throws -> Remarks {
        guard let programme = active.register.programme(id) else { return .none }
        let maker = ProgrammeReporter(active: active, store: store, now: now, isPast: question.at != nil)
        let moment = try maker.moment(of: address)
        let disclosure = try await disclosure(question, recordedBy: moment.limit)
        let report = try await maker.report(of: programme, moment, address, by: disclosure)
        switch address.form {
        case .html: try write(ReportPage(report, zone: active.zone, phrases: active.phrases).document)
        case .csv: try write(ReportCSV(report, zone: active.zone, phrases: active.phrases).text)
        case .workbook:
            let bytes = try ReportWorkbook(report, zone: active.zone, phrases: active.phrases).bytes()
            try write(Data(bytes).base64EncodedString())
        }
        return Remarks(notice: try await notice(of: moment))
    }

    /// How much came later and does not count; `nil` where everything does.
    private func notice(of moment: ProgrammeReporter.Moment) async throws -> String? {
        guard let limit = moment.limit, let since = try await store?.recorded(after: limit), !since.isEmpty else {
            return nil
        }
        return notice(of: .limited(by: limit, since))
    }
}

extension ReportAddress {
    /// The report as the command's arguments.
    var asArguments: [String] {
        (asOf.map { ["--as-of", $0.description] } ?? []) + (since.map { ["--since", $0.description] } ?? [])
            + ["--format", form.rawValue]
    }
}
