internal import Indicators
internal import Storage
internal import Telling

/// A question about what the store holds.
struct QuestionShape: ControlShape {
    fileprivate enum Subject: Codable {
        case status(isBrief: Bool, choice: ChoiceShape, layout: String?)
        case alerts(isAll: Bool, layout: String?)
        case explain(indicator: String)
        case digest(recipient: String?)
        case queue
        case ledger(LedgerShape)
        case silences
        case report(ReportShape)
    }

    private let subject: Subject
    private let isJSON: Bool
    private let at: Int64?

    init(_ question: ReportQuestion) {
        subject = Subject(question.subject)
        (isJSON, at) = (question.isJSON, question.at?.milliseconds)
    }

    func value() throws(ControlCoding.Malformed) -> ReportQuestion {
        ReportQuestion(try subject.value(), isJSON: isJSON, at: try Instant.asked(at))
    }
}

extension QuestionShape.Subject {
    fileprivate init(_ subject: ReportQuestion.Subject) {
        self =
            switch subject {
            case .status(let isBrief, let choice, let layout):
                .status(isBrief: isBrief, choice: ChoiceShape(choice), layout: layout?.text)
            case .alerts(let isAll, let layout): .alerts(isAll: isAll, layout: layout?.text)
            case .explain(let indicator): .explain(indicator: indicator)
            case .digest(let recipient): .digest(recipient: recipient)
            case .queue: .queue
            case .ledger(let query, let form): .ledger(LedgerShape((query, form)))
            case .silences: .silences
            case .report(let programme, let report): .report(ReportShape((programme, report)))
            }
    }

    fileprivate func value() throws(ControlCoding.Malformed) -> ReportQuestion.Subject {
        switch self {
        case .status(let isBrief, let choice, let layout):
            return .status(isBrief: isBrief, of: choice.value(), on: try Self.layout(layout))
        case .alerts(let isAll, let layout): return .alerts(isAll: isAll, on: try Self.layout(layout))
        case .explain(let indicator): return .explain(indicator: indicator)
        case .digest(let recipient): return .digest(recipient: recipient)
        case .queue: return .queue
        case .ledger(let ledger):
            let (query, form) = try ledger.value()
            return .ledger(query, as: form)
        case .silences: return .silences
        case .report(let report):
            let (programme, address) = try report.value()
            return .report(programme: programme, address)
        }
    }

    private static func layout(_ text: String?) throws(ControlCoding.Malformed) -> TerminalLayout? {
        guard let text else { return nil }
        guard let layout = TerminalLayout(text) else { throw ControlCoding.Malformed() }
        return layout
    }
}
