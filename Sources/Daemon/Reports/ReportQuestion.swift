package import Indicators
package import Storage
package import Telling

/// What a command asks that shows what the store holds and what follows from it.
package struct ReportQuestion: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// Every series that is asked for; in brief how many of each light, and the worst.
        case status(isBrief: Bool, of: SeriesChoice = .all, on: TerminalLayout? = nil)
        case alerts(isAll: Bool, on: TerminalLayout? = nil)
        /// An indicator, or one of its series as `INDICATOR/AREA` or `INDICATOR/AREA/BREAKDOWN`.
        case explain(indicator: String)
        /// The digest of one recipient or subscription; of all where it is `nil`.
        case digest(recipient: String?)
        case queue
        /// The mails that are asked for, with all that is known of them.
        case ledger(LedgerQuery, as: LedgerReport.Form)
        /// The silences that have not been ended.
        case silences
        /// The table of a programme for a moment of planning and control; a workbook as base64, since answers are text.
        case report(programme: String, ReportAddress)
    }

    /// Whether the answer is judged when it is asked for.
    var isJudged: Bool {
        switch subject {
        case .status, .explain: true
        case .alerts(let isAll, _): !isAll
        case .digest, .queue, .ledger, .silences, .report: false
        }
    }

    package let subject: Subject
    package let isJSON: Bool
    /// The moment as of which it is judged; `nil` for now.
    package let at: Instant?
    /// Who has the values shown that are hidden from others; `nil` for nobody.
    ///
    /// It never goes over the control socket.
    package let discloser: String?

    package init(_ subject: Subject, isJSON: Bool = false, at: Instant? = nil, disclosedTo discloser: String? = nil) {
        self.discloser = discloser
        self.subject = subject
        self.isJSON = isJSON
        self.at = at
    }
}
