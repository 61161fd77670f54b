import Foundation
import Indicators
import Testing

@testable import Assessment

/// A series of the calibration, with the places at which an alert opens and is over.
struct CalibrationCase: Sendable, CustomTestStringConvertible {
    struct Event: Hashable, CustomStringConvertible {
        let what: String
        let place: Int

        var description: String { "\(what) \(place)" }
    }

    let content: CaseValue

    var testDescription: String { content["case"].string ?? "" }
    var kind: String { content["kind"].string ?? "" }
    var isLowerBetter: Bool { kind == "count" || content["dir"].double == -1 }

    var events: [Event] {
        content["events"].list.map { Event(what: $0.list.first?.string ?? "", place: Int($0.doubles.first ?? -1)) }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    static let copy = folder.appendingPathComponent("Methods/calibration-cases.json")
    /// The original, beside the project; it need not be there.
    static let original = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/reference/calibration.md")
    static let hasOriginal = FileManager.default.fileExists(atPath: original.path)

    /// The cases of the kinds.
    static func cases(_ kinds: String...) -> [CalibrationCase] {
        guard let data = try? Data(contentsOf: copy), let file = try? JSONDecoder().decode(CaseValue.self, from: data)
        else { return [] }
        return file.list.map { CalibrationCase(content: $0) }.filter { kinds.contains($0.kind) }
    }
}

extension CalibrationCase {
    private var start: String { kind == "monthly" ? "2001-01" : "2001" }

    private var indicator: Indicator {
        Indicator(
            id: "wmo",
            title: "Wmo",
            unit: kind == "survey" ? .percent : .count,
            better: isLowerBetter ? .lower : .higher,
            cadence: Cadence(kind == "monthly" ? .month : .year, dueDays: 120),
            programme: "p",
            package: "6N",
            counts: kind == "count" ? [.events] : [],
            profile: .calibrated
        )
    }

    /// The values in the order of the places; `nil` where there is none.
    private var values: [Double?] {
        let isShare = kind == "survey"
        return content[isShare ? "p" : "y"].list.map { value in value.double.map { isShare ? $0 * 100 : $0 } }
    }

    private var target: IndicatorTarget {
        get throws {
            let value = try #require(content["target"].double) * (kind == "survey" ? 100 : 1)
            let sign = isLowerBetter ? "≤" : "≥"
            return IndicatorTarget(
                indicator: "wmo",
                goal: nil,
                period: try #require(Period(start)),
                notation: try TargetNotation(
                    "\(sign)\(ExactDecimal(value, decimals: 4)?.withoutTrailingZeros ?? .zero)"
                ),
                isPlanned: false
            )
        }
    }

    /// The target at the end of the road, measured from the value at its beginning.
    private var targetAhead: IndicatorTarget {
        get throws {
            let base = Int(try #require(content["base_index"].double))
            let change = try #require(content["target"].double) - (try #require(values[base]))
            let end = 2001 + base + Int(try #require(content["T"].double))
            return IndicatorTarget(
                indicator: "wmo",
                goal: nil,
                period: try #require(Period("\(end)")),
                notation: try TargetNotation("+\(Int(change)) t.o.v. \(2001 + base)")
            )
        }
    }

    /// What the rule says as of each place, value by value, as events.
    func judged() throws -> [Event] {
        var isOpen = false
        var events: [Event] = []
        for place in values.indices where values[place] != nil {
            let finding = try finding(at: place)
            switch finding.state {
            case .deviates where finding.opensAlert && !isOpen:
                isOpen = true
                events.append(Event(what: "open", place: place))
            case .inOrder where isOpen:
                isOpen = false
                events.append(Event(what: "resolve", place: place))
            case .deviates, .inOrder, .informs, .unknown: break
            }
        }
        return events
    }

    private func finding(at place: Int) throws -> Finding {
        var period = try #require(Period(start))
        var observations: [RecordedObservation] = []
        for value in values.prefix(place + 1) {
            if let value { observations.append(try observation(value, period)) }
            period = try #require(period.next)
        }
        let series = SeriesSubject(
            indicator: indicator,
            history: Sample.history(observations),
            targets: [try kind == "pace" ? targetAhead : target]
        )
        return TargetRule(TargetParameters()).finding(for: series)
    }

    private func observation(_ value: Double, _ period: Period) throws -> RecordedObservation {
        RecordedObservation(
            Observation(
                period: period,
                value: try #require(ExactDecimal(value, decimals: 4)?.withoutTrailingZeros),
                sampleSize: content["n"].double.map { Int($0) }
            ),
            revision: 1,
            importHash: "hash",
            recordedAt: Instant(seconds: 0)
        )
    }
}
