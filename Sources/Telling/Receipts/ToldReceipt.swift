package import Alerting
internal import Assessment
package import Feeds
package import Indicators

/// A receipt with what follows from the file: which lights and alerts change, and who is told.
package struct ToldReceipt: Hashable, Sendable {
    /// What follows.
    package enum Consequences: Hashable, Sendable {
        /// What was decided.
        case judged(ImportEffects)
        /// What would be decided now; of so many series the first were judged.
        case foreseen(ImportEffects, judged: Int, of: Int)

        /// The series that are seen otherwise.
        package var effects: ImportEffects {
            switch self {
            case .judged(let effects), .foreseen(let effects, _, _): effects
            }
        }
    }

    package let receipt: Receipt
    /// `nil` where nothing can follow from it.
    package let consequences: Consequences?

    package init(_ receipt: Receipt, _ consequences: Consequences? = nil) {
        self.receipt = receipt
        self.consequences = consequences
    }

    /// The receipt as plain text.
    package func text(language: Language, zone: LocalZone) -> String {
        let words = EffectWords(Phrases(language), at: zone.local(receipt.at))
        let lines = consequences.map { words.lines($0, isTrial: receipt.outcome == .dryRun) } ?? []
        return receipt.text(language: language, zone: zone, effects: lines.isEmpty ? [] : [lines])
    }

    /// The receipt as one JSON object.
    package func json(language: Language, zone: LocalZone) -> String {
        receipt.json(language: language, zone: zone, effects: consequences?.json)
    }
}

extension ToldReceipt.Consequences {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["count": .integer(effects.count), "series": .array(effects.series.map(\.json))]
        if case .foreseen(_, let judged, let count) = self {
            object.add("foreseen", flag: true)
            object.add("judged", count: judged)
            object.add("to_judge", count: count)
        }
        return .object(object)
    }
}

extension SeriesEffect {
    fileprivate var json: JSONValue {
        let alerts = changes.map { change in
            JSONValue.object([
                "event": .string(change.kind.rawValue), "rule": .string(change.rule.rawValue),
            ])
        }
        var object: JSONObject = [
            "alerts": .array(alerts),
            "area": .string(series.area.description),
            "breakdown": .string(series.breakdown.description),
            "indicator": .string(series.indicator.description),
            "light": .string(light.rawValue),
            "light_before": .text(before?.rawValue),
            "period": .text(period?.description),
            "told": .array(told.map(\.json)),
        ]
        if otherTold > 0 { object.add("told_besides", count: otherTold) }
        return .object(object)
    }
}

extension SeriesEffect.Told {
    fileprivate var json: JSONValue {
        .object(["at": .text(slot), "at_once": .bool(slot == nil), "to": .string(address)])
    }
}
