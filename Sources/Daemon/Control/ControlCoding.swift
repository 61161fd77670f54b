internal import Alerting
internal import Indicators
internal import Storage
internal import Telling

/// Requests and responses as bytes: fields with their lengths in front, in network order.
package enum ControlCoding {
    /// What is not a request or response: cut off, too long, or of another version.
    package struct Malformed: Error, Hashable, Sendable {}

    /// The first byte of everything: the version of the protocol.
    private static let version: UInt8 = 1
    /// The largest file whose bytes can be handed over, because both sides hold them in memory.
    package static let largestFile = 64 * 1024 * 1024
    /// A frame holds one file at most, and some words around it.
    static let longestFrame = largestFile + 65_536

    package static func encode(_ request: ControlRequest) -> [UInt8] {
        switch request {
        case .take(let name, let bytes, let isDryRun): [version, isDryRun ? 2 : 1] + field(name) + field(bytes)
        case .pass: [version, 3]
        case .health: [version, 30]
        case .takeAt(let path, let device, let inode, let isDryRun):
            [version, isDryRun ? 5 : 4] + field(Array(path.utf8)) + field(number(device)) + field(number(inode))
        case .queue(let order):
            [version, 6] + field(Array(order.verb.rawValue.utf8)) + field(Array("\(order.message)".utf8))
                + field(Array(order.by.utf8)) + field(Array(order.why.utf8))
                + field(Array("\(order.at.milliseconds)".utf8))
        case .withdraw(let order): [version, 8] + fields(of: order)
        case .disclose(let note):
            [version, 9] + field(Array(note.by.utf8)) + field(Array(note.command.utf8))
                + field(Array("\(note.at.milliseconds)".utf8))
        case .testMail(let order):
            [version, 18]
                + [order.address, order.relay, order.by, "\(order.at.milliseconds)"]
                .flatMap { field(Array($0.utf8)) }
        case .handle(let order): [version, 10] + HandlingCoding.texts(of: order).flatMap { field(Array($0.utf8)) }
        case .show(let question):
            [version, 7, question.isJSON ? 1 : 0]
                + field(Array(question.at.map { "\($0.milliseconds)" }?.utf8 ?? "".utf8))
                + encode(question.subject)
        }
    }

    private static func encode(_ subject: ReportQuestion.Subject) -> [UInt8] {
        switch subject {
        case .status(let isBrief, .all, nil): [isBrief ? 8 : 1]
        case .status(let isBrief, let choice, let layout):
            [10, isBrief ? 1 : 0] + ChoiceCoding.texts(of: choice).flatMap { field(Array($0.utf8)) } + encode(layout)
        case .alerts(let isAll, nil): [isAll ? 3 : 2]
        case .alerts(let isAll, let layout?): [11, isAll ? 1 : 0] + encode(layout)
        case .explain(let indicator): [4] + field(Array(indicator.utf8))
        case .digest(nil): [5]
        case .digest(let recipient?): [6] + field(Array(recipient.utf8))
        case .queue: [7]
        case .ledger(let query, let form): [18, form.rawValue] + fields(of: query)
        case .silences: [9]
        case .report(let programme, let report):
            [19]
                + [
                    programme, report.asOf?.description ?? "", report.since?.description ?? "", report.form.rawValue,
                ]
                .flatMap { field(Array($0.utf8)) }
        }
    }

    private static func encode(_ layout: TerminalLayout?) -> [UInt8] { field(Array((layout?.text ?? "").utf8)) }

    private static func fields(of query: LedgerQuery) -> [UInt8] {
        let moments = [query.from, query.through].map { $0.map { "\($0.milliseconds)" } ?? "" }
        return ([query.recipient ?? "", query.alert ?? ""] + moments).flatMap { field(Array($0.utf8)) }
    }

    private static func fields(of order: WithdrawalOrder) -> [UInt8] {
        let subject =
            switch order.subject {
            case .value(let series, let period):
                [
                    "value", series.indicator.description, series.area.description, series.breakdown.description,
                    period.description,
                ]
            case .imported(let hash): ["import", hash]
            }
        return (subject + [order.by, order.why, "\(order.at.milliseconds)"]).flatMap { field(Array($0.utf8)) }
    }

    private static func number(_ value: UInt64) -> [UInt8] { withUnsafeBytes(of: value.bigEndian, Array.init) }

    package static func decodeRequest(_ bytes: [UInt8]) throws(Malformed) -> ControlRequest {
        try decodeRequest(bytes[...])
    }

    static func decodeRequest(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> ControlRequest {
        var reader = FieldReader(bytes)
        guard try reader.byte() == version else { throw Malformed() }
        switch try reader.byte() {
        case 1: return .take(name: try reader.field(), bytes: try reader.field(), isDryRun: false)
        case 2: return .take(name: try reader.field(), bytes: try reader.field(), isDryRun: true)
        case 3: return .pass
        case 30: return .health
        case 4: return try takeAt(&reader, isDryRun: false)
        case 5: return try takeAt(&reader, isDryRun: true)
        case 6: return .queue(try order(&reader))
        case 7: return .show(try question(&reader))
        case 8: return .withdraw(try withdrawal(&reader))
        case 9: return .disclose(try note(&reader))
        case 18: return .testMail(try testMail(&reader))
        case 10: return .handle(try handling(&reader))
        default: throw Malformed()
        }
    }

    private static func takeAt(
        _ reader: inout FieldReader,
        isDryRun: Bool
    ) throws(Malformed) -> ControlRequest {
        .takeAt(
            path: String(decoding: try reader.field(), as: UTF8.self),
            device: try reader.number(),
            inode: try reader.number(),
            isDryRun: isDryRun
        )
    }

    private static func withdrawal(_ reader: inout FieldReader) throws(Malformed) -> WithdrawalOrder {
        let subject: WithdrawalOrder.Subject
        switch try reader.text() {
        case "value":
            let (indicator, area) = (try reader.text(), try reader.text())
            guard let breakdown = Breakdown(try reader.text()), let period = Period(try reader.text()) else {
                throw Malformed()
            }
            let series = SeriesKey(
                indicator: IndicatorID(indicator),
                area: AreaCode(area),
                breakdown: breakdown
            )
            subject = .value(series, period)
        case "import": subject = .imported(try reader.text())
        default: throw Malformed()
        }
        let (by, why) = (try reader.text(), try reader.text())
        guard let moment = Int64(try reader.text()) else { throw Malformed() }
        return WithdrawalOrder(subject, by: by, why: why, at: Instant(milliseconds: moment))
    }

    private static func testMail(_ reader: inout FieldReader) throws(Malformed) -> MailTestOrder {
        let (address, relay, by) = (try reader.text(), try reader.text(), try reader.text())
        guard let moment = Int64(try reader.text()) else { throw Malformed() }
        return MailTestOrder(address: address, relay: relay, by: by, at: Instant(milliseconds: moment))
    }

    private static func note(_ reader: inout FieldReader) throws(Malformed) -> DisclosureNote {
        let (by, command) = (try reader.text(), try reader.text())
        guard let moment = Int64(try reader.text()) else { throw Malformed() }
        return DisclosureNote(by: by, command: command, at: Instant(milliseconds: moment))
    }

    private static func handling(_ reader: inout FieldReader) throws(Malformed) -> HandlingOrder {
        var texts: [String] = []
        while !reader.rest.isEmpty { texts.append(try reader.text()) }
        guard let order = HandlingCoding.order(texts) else { throw Malformed() }
        return order
    }

    private static func order(_ reader: inout FieldReader) throws(Malformed) -> QueueOrder {
        guard let verb = QueueOrder.Verb(rawValue: try reader.text()), let message = Int(try reader.text()) else {
            throw Malformed()
        }
        let (by, why) = (try reader.text(), try reader.text())
        guard let moment = Int64(try reader.text()) else { throw Malformed() }
        return QueueOrder(verb: verb, message: message, by: by, why: why, at: Instant(milliseconds: moment))
    }

    private static func question(_ reader: inout FieldReader) throws(Malformed) -> ReportQuestion {
        let isJSON = try reader.byte() != 0
        let moment = try reader.text()
        let at = Int64(moment).map(Instant.init(milliseconds:))
        guard moment.isEmpty || at != nil else { throw Malformed() }
        return ReportQuestion(try subject(&reader), isJSON: isJSON, at: at)
    }

    private static func subject(_ reader: inout FieldReader) throws(Malformed) -> ReportQuestion.Subject {
        switch try reader.byte() {
        case 1: .status(isBrief: false)
        case 2: .alerts(isAll: false)
        case 3: .alerts(isAll: true)
        case 4: .explain(indicator: try reader.text())
        case 5: .digest(recipient: nil)
        case 6: .digest(recipient: try reader.text())
        case 7: .queue
        case 8: .status(isBrief: true)
        case 18: try ledger(&reader)
        case 9: .silences
        case 19: try report(&reader)
        case 10: .status(isBrief: try reader.byte() != 0, of: try choice(&reader), on: try layout(&reader))
        case 11: .alerts(isAll: try reader.byte() != 0, on: try layout(&reader))
        default: throw Malformed()
        }
    }

    private static func report(_ reader: inout FieldReader) throws(Malformed) -> ReportQuestion.Subject {
        let (programme, asOf, since) = (try reader.text(), try reader.text(), try reader.text())
        guard asOf.isEmpty || CalendarDate(asOf) != nil, since.isEmpty || CalendarDate(since) != nil,
            let form = ReportForm(rawValue: try reader.text())
        else { throw Malformed() }
        return .report(
            programme: programme,
            ReportAddress(asOf: CalendarDate(asOf), since: CalendarDate(since), form: form)
        )
    }

    private static func choice(_ reader: inout FieldReader) throws(Malformed) -> SeriesChoice {
        var texts: [String] = []
        for _ in 0..<ChoiceCoding.count { texts.append(try reader.text()) }
        guard let choice = ChoiceCoding.choice(texts) else { throw Malformed() }
        return choice
    }

    private static func layout(_ reader: inout FieldReader) throws(Malformed) -> TerminalLayout? {
        let text = try reader.text()
        guard !text.isEmpty else { return nil }
        guard let layout = TerminalLayout(text) else { throw Malformed() }
        return layout
    }

    private static func ledger(_ reader: inout FieldReader) throws(Malformed) -> ReportQuestion.Subject {
        guard let form = LedgerReport.Form(rawValue: try reader.byte()) else { throw Malformed() }
        let (recipient, alert) = (try reader.text(), try reader.text())
        let (from, through) = (try reader.text(), try reader.text())
        guard from.isEmpty || Int64(from) != nil, through.isEmpty || Int64(through) != nil else { throw Malformed() }
        let query = LedgerQuery(
            recipient: recipient.isEmpty ? nil : recipient,
            alert: alert.isEmpty ? nil : alert,
            from: Int64(from).map(Instant.init(milliseconds:)),
            through: Int64(through).map(Instant.init(milliseconds:))
        )
        return .ledger(query, as: form)
    }

    package static func encode(_ response: ControlResponse) -> [UInt8] {
        [version, UInt8(clamping: response.status)] + field(Array(response.json.utf8))
            + field(Array(response.text.utf8))
    }

    package static func decodeResponse(_ bytes: [UInt8]) throws(Malformed) -> ControlResponse {
        var reader = FieldReader(bytes[...])
        guard try reader.byte() == version else { throw Malformed() }
        let status = Int(try reader.byte())
        let json = String(decoding: try reader.field(), as: UTF8.self)
        return ControlResponse(status: status, json: json, text: String(decoding: try reader.field(), as: UTF8.self))
    }

    /// The bytes with their number in front.
    package static func field(_ bytes: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(bytes.count).bigEndian, Array.init) + bytes
    }

    private struct FieldReader {
        var rest: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

        mutating func byte() throws(Malformed) -> UInt8 {
            guard let first = rest.popFirst() else { throw Malformed() }
            return first
        }

        mutating func text() throws(Malformed) -> String { String(decoding: try field(), as: UTF8.self) }

        mutating func field() throws(Malformed) -> [UInt8] {
            guard rest.count >= 4 else { throw Malformed() }
            let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard rest.count >= count else { throw Malformed() }
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }

        mutating func number() throws(Malformed) -> UInt64 {
            let bytes = try field()
            guard bytes.count == 8 else { throw Malformed() }
            return bytes.reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
