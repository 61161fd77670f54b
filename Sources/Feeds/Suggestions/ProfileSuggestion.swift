package import Indicators

/// A feed profile for a file that nobody has described yet: what is certain is filled in, and where a person has to decide
/// stands `# vul in`.
package struct ProfileSuggestion {
    private let sketch: TableSketch
    private let fileName: FileName
    private let sheet: SheetOrigin?
    private let titles: [(id: IndicatorID, title: String)]
    private let phrases: Phrases

    /// Looks at the first bytes of a file, or of the lines of the table in a workbook or a bundle.
    ///
    /// - Parameters:
    ///   - bytes: the first of the file; a megabyte is enough.
    ///   - isWholeFile: whether these are all.
    ///   - fileName: what the file is called.
    ///   - container: what holds the table.
    ///   - register: the indicators, of which those with a like title are proposed.
    ///   - language: the language of its remarks.
    /// - Throws: what the file is, where it is no table of which a profile can be made.
    package init(
        _ bytes: [UInt8],
        isWholeFile: Bool,
        fileName: FileName,
        container: TableContainer = .text,
        register: IndicatorRegister,
        language: Language
    ) throws(NoSuggestion) {
        let fault = try Self.surveyed(bytes, isWholeFile: isWholeFile, fileName, container)
        let body = bytes.starts(with: ByteOrderMark.utf8) ? Array(bytes.dropFirst(ByteOrderMark.utf8.count)) : bytes
        var scan = TextScan()
        scan.scan(body.span)
        let encoding: TextEncoding = scan.isUTF8 ? .utf8 : .windows1252
        var head = FileHead(bytes: body, encoding: encoding, fileName: fileName, isWholeFile: isWholeFile)
        head.container = container
        guard let sketch = TableSketch(head) else { throw .fault(fault) }
        guard sketch.hasNumbers else { throw .fault(FileFault(.noNumbers, detail: .tableForm(sketch.form))) }
        self.sketch = sketch
        self.fileName = fileName
        sheet = container.sheet
        titles = register.indicators.values.filter { $0.derivation == nil && !$0.isMilestone }
            .map { ($0.id, $0.title) }.sorted { $0.id.description < $1.id.description }
        phrases = Phrases(language)
    }

    /// What is told of the file today, which has no profile yet.
    ///
    /// - Throws: what it is, where no profile can change that: it is of another kind, damaged, or not to be shown at all.
    private static func surveyed(
        _ bytes: [UInt8],
        isWholeFile: Bool,
        _ fileName: FileName,
        _ container: TableContainer
    ) throws(NoSuggestion) -> FileFault {
        var survey = FileSurvey(fileName: fileName, container: container)
        survey.take(bytes)
        do {
            _ = try survey.finish()
        } catch {
            guard let reason = error.faults.first?.reason else { throw .fault(error) }
            let ofHeader: [IntakeReason] = [
                .needsProfile, .headerNotRecognised, .unknownColumn, .doubledColumn, .missingColumn,
            ]
            // The sample may end within a cell.
            if ofHeader.contains(reason) || !isWholeFile && reason == .unterminatedQuote { return error }
            throw .fault(error)
        }
        throw .ownForm
    }

    /// The profile as YAML.
    package var yaml: String {
        var lines = heading
        lines += ["feed: vul-in  \(fill)", "files: \(Self.quoted(pattern))  \(fill)", "schema:"]
        if sketch.headerRows > 1 { lines.append("  header_rows: \(sketch.headerRows)") }
        if let period { lines.append("  period: \(period)") }
        if let sheet, sheet.others > 0 { lines.append("  sheet: \(Self.quoted(sheet.name))") }
        lines.append("  fields:")
        lines += sketch.columns.flatMap(field)
        return lines.joined(separator: "\n") + "\n"
    }

    private var fill: String { phrases.say("# vul in", "# fill in") }

    private var heading: [String] {
        let kind = sketch.form.words(in: phrases)
        return [
            phrases.say("# Dit lijkt \(kind).", "# This looks like \(kind)."),
            phrases.say(
                "# Vul elke regel met '# vul in' in, of haal hem weg: van een kolom die niet nodig is.",
                "# Fill in each line with '# fill in', or take it away: that of a column which is not needed."
            ),
            phrases.say("# Kijk het daarna na met: peilwacht check", "# Then look at it with: peilwacht check"),
        ]
    }

    /// The name with everything that changes from one delivery to the next left open.
    private var pattern: String {
        let name = fileName.printable
        var pattern = ""
        for scalar in name.unicodeScalars {
            if ("0"..."9").contains(scalar) {
                if pattern.last != "*" { pattern.append("*") }
            } else {
                pattern.unicodeScalars.append(scalar)
            }
        }
        return pattern
    }

    private var period: String? {
        let isSaid = sketch.columns.contains { $0.kind == .period || $0.kind.isOfPeriod && !$0.kind.isOfYear }
        return isSaid ? nil : sketch.period ?? "\"\"  \(fill)"
    }

    private func field(_ column: ColumnSketch) -> [String] {
        let title = isFound(column) ? "title: \(Self.quoted(column.title))" : "column: \(column.index + 1)"
        switch column.kind {
        case .area: return ["    - {\(title), role: area}"]
        case .period: return ["    - {\(title), role: period}"]
        case .periodPart: return ["    - {\(title), role: period-part}"]
        case .margins(let members): return [margins(title, members)]
        case .status: return ["    - {\(title), role: status}"]
        case .measures(let members): return [measures(title, members)]
        case .dimension(let members, let total): return [dimension(title, members, total)]
        case .value where isNamedByMeasures: return ["    - {\(title), role: value}"]
        case .value: return [value(title, column.title)]
        case .lower: return ["    - {\(title), role: lower}"]
        case .upper: return ["    - {\(title), role: upper}"]
        case .valueOfPeriod(let rest, _): return isFirst(column) ? [valueByPeriod(rest)] : []
        case .readAlone: return []
        case .ignored: return ["    - {\(title), role: ignored}"]
        }
    }

    /// What is known of the members: value and both bounds, or a half width.
    private func margins(_ title: String, _ members: [String]) -> String {
        let known = ["MW00000", "MOG0095", "MBG0095"]
        let others = members.filter { !known.contains($0) }
        guard let half = others.first else {
            return "    - {\(title), role: margins, value: MW00000, lower: MOG0095, upper: MBG0095}"
        }
        let field = "    - {\(title), role: margins, value: MW00000, half_width: \(Self.quoted(half))}  \(fill)"
        let hint = phrases.say("klopt het dat dit de halve breedte is", "is this the half width")
        return "\(field): \(hint): \(others.prefix(5).map { Self.quoted($0) }.joined(separator: ", "))"
    }

    /// Whether the title tells the column from all others.
    private func isFound(_ column: ColumnSketch) -> Bool {
        let title = ColumnTitle.folded(column.title)
        return !title.isEmpty && sketch.columns.count { ColumnTitle.folded($0.title) == title } == 1
    }

    /// Whether no column before it is of the same kind.
    private func isFirst(_ column: ColumnSketch) -> Bool { sketch.columns.first { $0.kind == column.kind } == column }

    private var isNamedByMeasures: Bool {
        sketch.columns.contains { if case .measures = $0.kind { true } else { false } }
    }

    private func measures(_ title: String, _ members: [String]) -> String {
        let ids = members.prefix(20).map { "\(Self.quoted($0)): \"\"" }.joined(separator: ", ")
        return "    - {\(title), role: indicator, members: {\(ids)}}  \(fill)"
    }

    private func valueByPeriod(_ name: String) -> String {
        let title = name.isEmpty ? "" : "title: \(Self.quoted(name)), "
        guard !isNamedByMeasures else { return "    - {\(title)role: value-by-period}" }
        return "    - {\(title)role: value-by-period, indicator: \"\"}  \(fill)\(hint(name))"
    }

    private func dimension(_ title: String, _ members: [String], _ total: String?) -> String {
        let others = members.filter { $0 != total }.prefix(5).map { Self.quoted($0) }.joined(separator: ", ")
        let more = members.count > 6 ? ", …" : ""
        if let total, !others.isEmpty {
            return
                "    - {\(title), role: dimension, pin: \(Self.quoted(total))}  # \(phrases.say("ook", "also")): \(others)\(more)"
        }
        if members.count == 1 || total != nil, let only = total ?? members.first {
            return "    - {\(title), role: dimension, pin: \(Self.quoted(only))}"
        }
        return "    - {\(title), role: dimension, pin: \"\"}  \(fill): \(others)\(more)"
    }

    private func value(_ field: String, _ title: String) -> String {
        "    - {\(field), role: value, indicator: \"\"}  \(fill)\(hint(title))"
    }

    /// The indicators whose titles look like this one.
    private func hint(_ title: String) -> String {
        let near = LikeTitles.nearest(to: title, among: titles).map(\.description)
        return near.isEmpty ? "" : ": \(phrases.say("misschien", "perhaps")) \(near.joined(separator: ", "))"
    }

    /// As a YAML text in double quotes; nothing of the file can end it.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _
            where scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.generalCategory == .format
                || scalar.properties.generalCategory == .control:
                quoted += "\\u" + Int(scalar.value).hexadecimal(digits: 4, uppercase: true)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
