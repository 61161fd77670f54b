internal import Indicators

/// The two ways in which numbers are written for those who fetch them.
///
/// They differ in more than their names: Prometheus text 0.0.4 has the whole name of a counter in its `# TYPE`, no units, no
/// `info` and no end; OpenMetrics 1.0.0 has the name without `_total`, and is refused without `# EOF`.
package enum MetricsFormat: Hashable, Sendable, CaseIterable {
    case prometheusText
    case openMetrics

    /// The format that a header `Accept` asks for; OpenMetrics only where it is named.
    package init(accept: String?) {
        let ranges = (accept ?? "").split(separator: ",").map(MediaRange.init)
        let wish = ranges.filter { $0.type == "application/openmetrics-text" && $0.hasKnownVersion }.map(\.quality)
            .max()
        let other = ranges.filter { $0.type == "text/plain" }.map(\.quality).max()
        guard let wish, wish > 0, wish >= other ?? 0 else {
            self = .prometheusText
            return
        }
        self = .openMetrics
    }

    /// The families as one text.
    package func text(_ families: [MetricFamily]) -> String {
        let written = families.filter { !$0.samples.isEmpty }.map(text).joined()
        return switch self {
        case .prometheusText: written
        case .openMetrics: written + "# EOF\n"
        }
    }

    private func text(_ family: MetricFamily) -> String {
        let name = headName(family)
        var lines = ["# HELP \(name) \(helpText(family.help))", "# TYPE \(name) \(typeName(family.kind))"]
        if self == .openMetrics, let unit = family.unit { lines.append("# UNIT \(name) \(unit)") }
        lines += family.samples.map { "\(sampleName(family))\(Self.labels($0.labels)) \($0.value.text)" }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The name that the comments carry.
    private func headName(_ family: MetricFamily) -> String {
        switch self {
        case .prometheusText: sampleName(family)
        case .openMetrics: family.name
        }
    }

    private func sampleName(_ family: MetricFamily) -> String {
        switch family.kind {
        case .gauge: family.name
        case .counter: "\(family.name)_total"
        case .info: "\(family.name)_info"
        }
    }

    private func typeName(_ kind: MetricFamily.Kind) -> String {
        switch (kind, self) {
        case (.gauge, _), (.info, .prometheusText): "gauge"
        case (.counter, _): "counter"
        case (.info, .openMetrics): "info"
        }
    }

    /// 0.0.4 knows no escaped quote in a help text.
    private func helpText(_ text: String) -> String {
        switch self {
        case .prometheusText: Self.escaped(text, quotes: false)
        case .openMetrics: Self.escaped(text, quotes: true)
        }
    }

    private static func labels(_ labels: [MetricFamily.Label]) -> String {
        guard !labels.isEmpty else { return "" }
        return "{" + labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",") + "}"
    }

    /// By scalars: a quote with a combining mark is one `Character`, and CR with LF another.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            case _ where scalar.isUnsafeToShow: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// One of the media types that an `Accept` names (RFC 9110 section 12.5.1).
private struct MediaRange {
    let type: String
    /// From 0 to 1000.
    let quality: Int
    /// Whether no version is named, or one that this program writes.
    let hasKnownVersion: Bool

    init(_ text: Substring) {
        let parts = text.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
        type = parts.first ?? ""
        let parameters = parts.dropFirst().map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        func value(_ name: String) -> String? { parameters.first { $0.count == 2 && $0[0] == name }?[1] }
        hasKnownVersion = ["1.0.0", "\"1.0.0\"", nil].contains(value("version"))
        quality = value("q").map(Self.thousandths) ?? 1000
    }

    /// `0.75` is 750; what is no quality is none.
    private static func thousandths(_ text: String) -> Int {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Int(digits: parts[0]) else { return 0 }
        let digits = parts.count == 2 ? String(parts[1].prefix(3)) : ""
        let rest = Int(digits: digits.padding(to: 3)) ?? 0
        return min(1000, whole * 1000 + rest)
    }
}

extension String {
    /// With zeros behind it.
    fileprivate func padding(to width: Int) -> String { self + String(repeating: "0", count: max(0, width - count)) }
}
