package import Alerting
package import Indicators

/// What somebody filled in on a form about an open alert.
package struct HandlingEntry: Hashable, Sendable {
    /// The fields of the forms, by the names that they are sent with.
    package enum Field: String, Hashable, Sendable, CaseIterable {
        /// Until when an alert is taken up: a word, or that a day is named.
        case end = "tot"
        /// The day, where one is named.
        case day = "dag"
        case why = "waarom"
        case cause = "oorzaak"
        case consequence = "gevolg"
        case measure = "bijsturing"
        /// Stands for what the page of the form showed, and the form would replace.
        case seen = "gezien"
    }

    /// Why nothing is done, with the field where it has to be mended.
    package enum Fault: Error, Hashable, Sendable {
        case unknownEnd
        case dayMissing
        case dayNotReadable
        case dayNotAhead
        case tooLong(Field)
        case nothingAnswered
        /// The alert is not open any more.
        case alertEnded
        /// It could not be kept just now, whatever was filled in.
        case notKept
        /// Somebody else has handled the alert since its page was made.
        case changedMeanwhile
        /// The page was open for too long, or since before the daemon's last start.
        case tooOld

        /// Where it has to be mended; `nil` where no field can mend it.
        package var field: Field? {
            switch self {
            case .alertEnded, .notKept, .changedMeanwhile, .tooOld: nil
            case .unknownEnd: .end
            case .dayMissing, .dayNotReadable, .dayNotAhead: .day
            case .tooLong(let field): field
            case .nothingAnswered: .cause
            }
        }
    }

    /// A text has at most so many scalars: as many as are shown of it anywhere.
    package static let longest = 1000

    package let form: PageAddress.HandlingForm
    /// The fields as they were sent, line ends as they come.
    package let fields: [Field: String]

    /// Takes over the fields of a form; what it does not know is left out.
    package init(_ form: PageAddress.HandlingForm, fields: [String: String]) {
        self.form = form
        self.fields = fields.reduce(into: [:]) { known, field in
            if let name = Field(rawValue: field.key) { known[name] = field.value }
        }
    }

    /// What is to be done with the alert.
    ///
    /// - Parameters:
    ///   - episode: its name.
    ///   - earlier: what was answered before: an answer that is left as it is, is not given anew.
    ///   - today: the day on which it is ordered.
    /// - Returns: the deed, with the reason for it.
    /// - Throws: why nothing can be done.
    package func deed(
        for episode: String,
        after earlier: Explanation,
        today: CalendarDate
    ) throws(Fault) -> (deed: HandlingOrder.Deed, why: String?) {
        switch form {
        case .acknowledge: (.acknowledge(episode, until: try end(today)), try text(.why))
        case .explain: (.explain(episode, try answers(after: earlier)), nil)
        }
    }

    private func end(_ today: CalendarDate) throws(Fault) -> Acknowledgement.End {
        switch HandlingEnd(rawValue: fields[.end] ?? "") {
        case .resolved: return .resolved
        case .nextMeasurement: return .nextMeasurement
        case .day:
            guard let day = try text(.day) else { throw .dayMissing }
            guard let date = CalendarDate(day) else { throw .dayNotReadable }
            guard date > today else { throw .dayNotAhead }
            return .date(date)
        case nil: throw .unknownEnd
        }
    }

    private func answers(after earlier: Explanation) throws(Fault) -> [Explanation.Part: String] {
        var answers: [Explanation.Part: String] = [:]
        for part in Explanation.Part.allCases {
            guard let text = try text(part.field), text != earlier[part]?.text.oneLine(limit: Self.longest) else {
                continue
            }
            answers[part] = text
        }
        guard !answers.isEmpty else { throw .nothingAnswered }
        return answers
    }

    /// A text in one line; `nil` where the field is empty.
    private func text(_ field: Field) throws(Fault) -> String? {
        guard let given = fields[field] else { return nil }
        // A browser counts the end of a line as one sign, and sends two.
        guard given.replacing("\r\n", with: "\n").unicodeScalars.count <= Self.longest else { throw .tooLong(field) }
        let line = given.oneLine(limit: Self.longest)
        return line.isEmpty ? nil : line
    }
}

/// Until when an alert is taken up, as the form has it.
enum HandlingEnd: String, CaseIterable {
    case resolved = "opgelost"
    case nextMeasurement = "volgende-meting"
    case day = "dag"
}

extension Explanation.Part {
    /// Where it is answered on the form.
    var field: HandlingEntry.Field {
        switch self {
        case .cause: .cause
        case .consequence: .consequence
        case .measure: .measure
        }
    }
}
