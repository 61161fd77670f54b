internal import Assessment
package import Indicators

extension Configuration {
    /// A stable name for everything that judging the indicator depends on, as 16 hexadecimal digits.
    ///
    /// It changes where its unit, direction, cadence, range, tolerance, derivation, targets or the zone change, and
    /// only then: the store judges a series anew when it does. Empty for an indicator that is not configured.
    package func fingerprint(of id: IndicatorID) -> String {
        guard let indicator = register.indicators[id] else { return "" }
        var parts = ["1", id.description, zone.name, register.expectedSeries(of: indicator)?.description ?? ""]
        parts += indicator.judgedBy(generalTolerance: rules.tolerance)
        parts += register.targets(of: id).map { "\($0.goal ?? "") \($0.period) \($0.notation)" }
        return fingerprint(of: parts)
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo); each part is preceded by its length, so that no two lists read the same.
    private func fingerprint(of parts: [String]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in parts.flatMap({ Array("\($0.utf8.count):\($0)".utf8) }) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Indicator {
    /// What of the indicator itself counts for its judgement, as texts.
    fileprivate func judgedBy(generalTolerance: Tolerance) -> [String] {
        let cadence = [
            cadence.kind.rawValue, "\(cadence.every)", cadence.first.map { "\($0)" } ?? "", "\(cadence.dueDays)",
        ]
        let bounds = [range.minimum, range.maximum].map { $0.map { "\($0.withoutTrailingZeros)" } ?? "" }
        let derivation =
            derivation.map { ["\($0.operation.rawValue) \($0.decimals)"] + $0.inputs.map(\.description) } ?? []
        return [unit.symbol, better.rawValue] + cadence + bounds + [(tolerance ?? generalTolerance).written]
            + ["\(derivation.count)"] + derivation
    }
}

extension Tolerance {
    fileprivate var written: String {
        switch self {
        case .percentOfTarget(let percent): "\(percent.withoutTrailingZeros)%"
        case .amount(let amount): "\(amount.withoutTrailingZeros) units"
        }
    }
}
