import Assessment
import Feeds
import Indicators
import Telling
import TestSupport
import Testing

@Suite("Numbers for Prometheus")
struct MetricsFormatTests {
    private static var families: [MetricFamily] {
        var process = WatchMetrics.Process(version: "0.1.0", startedAt: Instant(seconds: 1_801_000_000))
        process.passedAt = Instant(milliseconds: 1_801_000_060_250)
        process.relayedAt = Instant(milliseconds: 1_801_000_060_007)
        process.configuredAt = Instant(seconds: 1_801_000_001)
        var holdings = WatchMetrics.Holdings()
        holdings.lights = [.green: 8, .amber: 21, .grey: 33]
        holdings.hiddenSeries = 4
        holdings.alerts = [.warning: 20, .critical: 1]
        holdings.hiddenAlerts = 2
        holdings.judgedAt = Instant(seconds: 1_801_000_059)
        holdings.deliveredAt = Instant(seconds: 1_801_000_050)
        holdings.files = [nil: 12, .fileIsPDF: 2, .personalData: 1]
        (holdings.waitingMails, holdings.failedMails) = (3, 1)
        holdings.oldestWaitingMail = Instant(seconds: 1_800_999_000)
        (holdings.mainSize, holdings.logSize) = (1_048_576, 0)
        return WatchMetrics(process, holdings, relay: .away).families
    }

    /// Whatever somebody may write into a label or a help text.
    private static let hostile = MetricFamily(
        "x_seconds",
        unit: "seconds",
        help: "A \"word\", a \\ and\na line.",
        [.init(.count(1), .init("name", "a\"b\\c\nd\u{301}\u{0}é")), .init(.count(-2), .init("name", ""))]
    )

    @Test(
        "are written as they were",
        arguments: [(MetricsFormat.prometheusText, "0.0.4"), (.openMetrics, "openmetrics")]
    )
    func golden(format: MetricsFormat, name: String) throws {
        try expectGolden(Array(format.text(Self.families).utf8), "metrics-\(name).txt")
    }

    @Test("escape what would end a line or a label")
    func escapes() {
        #expect(
            MetricsFormat.prometheusText.text([Self.hostile]) == """
                # HELP x_seconds A "word", a \\\\ and\\na line.
                # TYPE x_seconds gauge
                x_seconds{name="a\\"b\\\\c\\nd\u{301}\u{FFFD}é"} 1
                x_seconds{name=""} -2

                """
        )
        #expect(
            MetricsFormat.openMetrics.text([Self.hostile]) == """
                # HELP x_seconds A \\"word\\", a \\\\ and\\na line.
                # TYPE x_seconds gauge
                # UNIT x_seconds seconds
                x_seconds{name="a\\"b\\\\c\\nd\u{301}\u{FFFD}é"} 1
                x_seconds{name=""} -2
                # EOF

                """
        )
    }

    @Test("that are none are not written, and the end is")
    func empty() {
        let none = MetricFamily("x", help: "Nothing.", [])
        #expect(MetricsFormat.prometheusText.text([none]) == "")
        #expect(MetricsFormat.openMetrics.text([none]) == "# EOF\n")
    }

    @Test(
        "come as OpenMetrics only where that is named and wanted most",
        arguments: [
            (nil, MetricsFormat.prometheusText), ("*/*", .prometheusText), ("text/html", .prometheusText),
            ("application/openmetrics-text", .openMetrics),
            ("application/openmetrics-text; version=1.0.0; charset=utf-8", .openMetrics),
            ("Application/OpenMetrics-Text;Version=\"1.0.0\"", .openMetrics),
            ("application/openmetrics-text;version=0.0.1", .prometheusText),
            ("application/openmetrics-text;version=2.0.0", .prometheusText),
            ("application/openmetrics-text;q=0", .prometheusText),
            ("application/openmetrics-text;q=0.3,text/plain;q=0.5", .prometheusText),
            (
                "application/openmetrics-text;version=1.0.0;q=0.8,application/openmetrics-text;version=0.0.1;q=0.75,"
                    + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1", .openMetrics
            ),
            ("application/openmetrics-text;q=x", .prometheusText), (";;,,=", .prometheusText), ("", .prometheusText),
        ]
    )
    func negotiation(accept: String?, format: MetricsFormat) {
        #expect(MetricsFormat(accept: accept) == format)
    }

    // MARK: What readers of either format were seen to refuse

    /// The lines of a text, and what stands in them.
    private struct Parsed {
        var types: [String: String] = [:]
        var units: [String: String] = [:]
        var order: [String] = []
        var series: [String] = []

        init(_ lines: [Substring]) {
            for line in lines where line != "# EOF" {
                let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
                guard words[0] == "#" else {
                    series.append(String(line[..<(line.lastIndex(of: " ") ?? line.endIndex)]))
                    order.append(String(line.prefix { $0 != "{" && $0 != " " }))
                    continue
                }
                order.append("# \(words[2])")
                if words[1] == "TYPE" { types[words[2]] = words[3] }
                if words[1] == "UNIT" { units[words[2]] = words[3] }
            }
        }
    }

    private func lines(_ format: MetricsFormat) -> [Substring] {
        let text = format.text(Self.families)
        #expect(text.hasSuffix("\n"))
        return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test(
        "have no empty line, carriage return, doubled blank or comma behind the last label",
        arguments: MetricsFormat.allCases
    )
    func plainLines(format: MetricsFormat) {
        for line in lines(format) {
            #expect(!line.isEmpty)
            #expect(!line.contains("\r") && !line.contains("  ") && !line.contains(",}"))
            #expect(["# HELP ", "# TYPE ", "# UNIT ", "# EOF"].contains { line.hasPrefix($0) } || !line.hasPrefix("#"))
        }
    }

    @Test("have no series twice", arguments: MetricsFormat.allCases)
    func once(format: MetricsFormat) {
        let series = Parsed(lines(format)).series
        #expect(Set(series).count == series.count)
    }

    @Test("end once, and with the last line, in OpenMetrics alone")
    func end() {
        #expect(lines(.openMetrics).last == "# EOF")
        #expect(lines(.openMetrics).count(where: { $0 == "# EOF" }) == 1)
        #expect(!lines(.prometheusText).contains("# EOF"))
    }

    @Test("name a counter without its ending in OpenMetrics, and with it in text; `info` is known to OpenMetrics alone")
    func types() {
        let open = Parsed(lines(.openMetrics))
        let text = Parsed(lines(.prometheusText))
        #expect(open.types["peilwacht_files"] == "counter")
        #expect(text.types["peilwacht_files_total"] == "counter")
        #expect(open.types["peilwacht_build"] == "info")
        #expect(text.types["peilwacht_build_info"] == "gauge")
        #expect(open.types.keys.allSatisfy { !$0.hasSuffix("_total") && !$0.hasSuffix("_info") })
        #expect(text.units.isEmpty)
    }

    @Test("have units that are the ends of their names")
    func units() {
        let units = Parsed(lines(.openMetrics)).units
        #expect(!units.isEmpty)
        for (name, unit) in units { #expect(name.hasSuffix("_\(unit)")) }
    }

    @Test("of one family stand together, behind what is said of it", arguments: MetricsFormat.allCases)
    func together(format: MetricsFormat) {
        var seen: [String] = []
        for name in Parsed(lines(format)).order.map({ $0.replacing("# ", with: "") }) {
            let family = ["_total", "_info"].reduce(name) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
            if seen.last != family {
                #expect(!seen.contains(family))
                seen.append(family)
            }
        }
    }

    @Test("can be read by a parser of another make, where one is installed")
    func otherParser() throws {
        let script = """
            def answer(data):
                try:
                    from prometheus_client import parser
                    from prometheus_client.openmetrics import parser as openmetrics
                except ImportError:
                    return 'absent'
                text = data.decode()
                read = openmetrics if text.endswith('# EOF\\n') else parser
                return str(sum(len(family.samples) for family in read.text_string_to_metric_families(text)))
            """
        let texts = MetricsFormat.allCases.map { Array($0.text(Self.families).utf8) }
        let answers = try Python.ask(script, texts, as: String.self)
        guard answers != ["absent", "absent"] else {
            return print("skipped: python3-prometheus-client is not installed")
        }
        let count = Parsed(lines(.openMetrics)).series.count
        #expect(answers == ["\(count)", "\(count)"])
    }
}
