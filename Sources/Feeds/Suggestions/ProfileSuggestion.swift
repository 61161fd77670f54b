package import Indicators

/// A feed profile for a file that nobody has described yet: what is certain is filled in, and where a person has to decide
/// stands `# vul in`.
package struct ProfileSuggestion {
    private let sketch: TableSketch
    private let fileName: FileName
    private let titles: [(id: IndicatorID, title: String)]
    private let phrases: Phrases

    /// Looks at the first bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: the first of the file; a megabyte is enough.
    ///   - isWholeFile: whether these are all.
    ///   - fileName: what the file is called.
    ///   - register: the indicators, of which those with a like title are proposed.
    ///   - language: the language of its remarks.
    /// - Throws: what the file is, where it is no table of which a profile can be made.
    package init(
        _ bytes: [UInt8],
        isWholeFile: Bool,
        fileName: FileName,
        register: IndicatorRegister,
        language: Language
    ) throws(FileFault) {
        if let reason = FileKind.refusal(bytes) { throw FileFault(reason) }
        let body = bytes.starts(with: ByteOrderMark.utf8) ? Array(bytes.dropFirst(ByteOrderMark.utf8.count)) : bytes
        var scan = TextScan()
        scan.scan(body.span)
        let encoding: TextEncoding = scan.isUTF8 ? .utf8 : .windows1252
        let head = FileHead(bytes: body, encoding: encoding, fileName: fileName, isWholeFile: isWholeFile)
        guard let sketch = TableSketch(head) else { throw FileFault(.headerNotRecognised) }
        self.sketch = sketch
        self.fileName = fileName
        titles = register.indicators.values.filter { $0.derivation == nil && !$0.isMilestone }
            .map { ($0.id, $0.title) }.sorted { $0.id.description < $1.id.description }
        phrases = Phrases(language)
    }

    /// The profile as YAML.
    package var yaml: String {
        var lines = heading
        lines += ["feed: vul-in  \(fill)", "files: \(Self.quoted(pattern))  \(fill)", "schema:"]
        if sketch.headerRows > 1 { lines.append("  header_rows: \(sketch.headerRows)") }
        if let period { lines.append("  period: \(period)") }
        lines.append("  fields:")
        lines += sketch.columns.flatMap(field)
        if !hasValue {
            lines.append("    # \(phrases.say("geen kolom met getallen gevonden", "no column with numbers was found"))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var fill: String { phrases.say("# vul in", "# fill in") }

    private var heading: [String] {
        let kind = sketch.form.words(in: phrases)
        return [
            phrases.say("# Dit lijkt \(kind).", "# This looks like \(kind)."),
            phrases.say(
                "# Controleer elke regel met '# vul in', en daarna alles met: peilwacht check",
                "# Look at each line with '# fill in', and then at all with: peilwacht check"
            ),
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

    private var hasValue: Bool {
        sketch.columns.contains { $0.kind == .value || $0.kind.isOfPeriod }
    }

    private var period: String? {
        let isSaid = sketch.columns.contains { $0.kind == .period || $0.kind.isOfPeriod }
        return isSaid ? nil : sketch.period ?? "\"\"  \(fill)"
    }

    private func field(_ column: ColumnSketch) -> [String] {
        let title = column.title.isEmpty ? "column: \(column.index + 1)" : "title: \(Self.quoted(column.title))"
        switch column.kind {
        case .area: return ["    - {\(title), role: area}"]
        case .period: return ["    - {\(title), role: period}"]
        case .margins(let members): return [margins(title, members)]
        case .status: return ["    - {\(title), role: status}"]
        case .measures(let members): return [measures(title, members)]
        case .dimension(let members, let total): return [dimension(title, members, total)]
        case .value where isNamedByMeasures: return ["    - {\(title), role: value}"]
        case .value: return [value(title, column.title)]
        case .valueOfPeriod(let rest): return isFirst(column) ? [valueByPeriod(rest)] : []
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

    /// Whether no column before it is of the same kind.
    private func isFirst(_ column: ColumnSketch) -> Bool { sketch.columns.first { $0.kind == column.kind } == column }

    private var isNamedByMeasures: Bool {
        sketch.columns.contains { if case .measures = $0.kind { true } else { false } }
    }

    private func measures(_ title: String, _ members: [String]) -> String {
        let ids = members.prefix(20).map { "\(Self.quoted($0)): \"\"" }.joined(separator: ", ")
        return "    - {\(title), role: indicator, members: {\(ids)}}  \(fill)"
    }

    private func valueByPeriod(_ rest: String) -> String {
        let titles = rest.isEmpty ? "" : "titles: [\(Self.quoted(rest))], "
        return "    - {\(titles)role: value-by-period, indicator: \"\"}  \(fill)"
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
        let near = LikeTitles.nearest(to: title, among: titles)
        let hint =
            near.isEmpty
            ? "" : ": \(phrases.say("misschien", "perhaps")) \(near.map(\.description).joined(separator: ", "))"
        return "    - {\(field), role: value, indicator: \"\"}  \(fill)\(hint)"
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
