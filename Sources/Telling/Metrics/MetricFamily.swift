/// What is measured under one name, for Prometheus and whatever reads what it does.
package struct MetricFamily: Hashable, Sendable {
    /// What its numbers are.
    package enum Kind: Hashable, Sendable {
        /// Goes up and down.
        case gauge
        /// Only grows; its name is written with `_total` behind it.
        case counter
        /// Is always 1, and says something by its labels; its name is written with `_info` behind it.
        case info
    }

    /// A number with the labels that tell it from its neighbours.
    package struct Sample: Hashable, Sendable {
        let labels: [Label]
        let value: MetricValue

        package init(_ value: MetricValue, _ labels: Label...) {
            self.labels = labels
            self.value = value
        }
    }

    /// A label with its value.
    package struct Label: Hashable, Sendable {
        let name: String
        let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The name without what its kind puts behind it.
    let name: String
    let kind: Kind
    /// The unit, which is the end of the name; `nil` for what is counted.
    let unit: String?
    /// What it is, in one sentence.
    let help: String
    let samples: [Sample]

    /// A family; one without samples is not written.
    ///
    /// - Parameters:
    ///   - name: without what its kind puts behind it; where there is a unit, its last word.
    ///   - kind: what its numbers are.
    ///   - unit: of the numbers.
    ///   - help: one sentence.
    ///   - samples: no two with the same labels.
    package init(_ name: String, _ kind: Kind = .gauge, unit: String? = nil, help: String, _ samples: [Sample]) {
        self.name = name
        self.kind = kind
        self.unit = unit
        self.help = help
        self.samples = samples
    }
}
