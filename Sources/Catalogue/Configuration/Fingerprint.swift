internal import Assessment
package import Indicators

extension Configuration {
    /// A stable name for everything that judging the indicator depends on, as 16 hexadecimal digits.
    ///
    /// It changes where its unit, direction, cadence, range, derivation, targets or the zone change, or what a rule says
    /// it judges by, and only then: the store judges a series anew when it does. Empty for an indicator that is not configured.
    package func fingerprint(of id: IndicatorID) -> String {
        guard let indicator = register.indicators[id] else { return "" }
        var parts = ["4", id.description, zone.name, register.expectedSeries(of: indicator)?.description ?? ""]
        parts += indicator.judgedBy + rules.fingerprint(of: indicator)
        parts += register.targets(of: id).map { target in
            let scope = target.scope == .all ? "" : " \(target.scope)"
            let planned = target.isPlanned ? "" : " unplanned"
            return "\(target.goal ?? "") \(target.period) \(target.notation)\(scope)\(planned)"
        }
        let unasked = (register.paths[id] ?? []).filter { $0.notation.content == .noTarget }
        parts += unasked.map { "nothing \($0.period) \($0.scope)" }
        parts += (register.reported[id] ?? []).map { report in
            let expected = report.milestone?.expected.map { " \($0)" } ?? ""
            return "reported \(report.period) \(report.milestone?.status.rawValue ?? "")\(expected)"
        }
        return fingerprint(of: parts)
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo); each part is preceded by its length, so that no two lists read the same.
    private func fingerprint(of parts: [String]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in parts.flatMap({ Array("\($0.utf8.count):\($0)".utf8) }) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return hash.hexadecimal(digits: 16)
    }
}

extension Indicator {
    /// What of the indicator itself counts for its judgement, as texts.
    fileprivate var judgedBy: [String] {
        let cadence = [
            cadence.kind.rawValue, "\(cadence.every)", cadence.first.map { "\($0)" } ?? "",
            cadence.due.days.map { "\($0)" } ?? cadence.due.description,
        ]
        let bounds = [range.minimum, range.maximum].map { $0.map { "\($0.withoutTrailingZeros)" } ?? "" }
        let derivation =
            derivation.map { ["\($0.operation.name) \($0.decimals)"] + $0.references.map(\.description) } ?? []
        let kinds =
            (staysLevel ? ["level"] : []) + (recurs ? ["recurs"] : [])
            + (self.cadence.due.isFromStart ? ["from start"] : [])
        return [unit.symbol, better.rawValue] + kinds + cadence + bounds + ["\(derivation.count)"] + derivation
    }
}
