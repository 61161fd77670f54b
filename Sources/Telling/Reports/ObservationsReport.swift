package import Indicators

/// The values of one series that hold, by period.
package struct ObservationsReport: Sendable {
    private let history: SeriesHistory
    private let disclosure: Disclosure
    private let fileNames: [String: String]
    private let zone: LocalZone

    /// A report of a series.
    ///
    /// - Parameters:
    ///   - history: its values.
    ///   - disclosure: which of them may be told.
    ///   - fileNames: the names of the files that brought them, by hash, as far as they are known.
    ///   - zone: the zone of moments.
    package init(_ history: SeriesHistory, by disclosure: Disclosure, fileNames: [String: String], zone: LocalZone) {
        self.history = history
        self.disclosure = disclosure
        self.fileNames = fileNames
        self.zone = zone
    }

    /// An object for each value, in the order of the periods.
    package var objects: [JSONObject] { history.observations.map(object) }

    private func object(_ recorded: RecordedObservation) -> JSONObject {
        let isHidden = disclosure.hides(recorded.observation, of: history.key)
        // What is said beside a value may give it away.
        let told = isHidden ? nil : recorded.observation
        var object = JSONObject()
        object.add("period", text: recorded.period.description)
        object.add("value", number: told?.value)
        object.add("status", text: recorded.observation.status.rawValue)
        object.add("lower", number: told?.interval?.minimum)
        object.add("upper", number: told?.interval?.maximum)
        object.add("sample_size", count: told?.sampleSize)
        object.add("source", text: recorded.observation.source)
        object.add("reference_date", text: recorded.observation.referenceDate?.description)
        object.add("note", text: told?.note)
        object.add("milestone", text: told?.milestone?.status.rawValue)
        object.add("expected", text: told?.milestone?.expected?.description)
        object.add("revision", count: recorded.revision)
        object.add("import", text: recorded.importHash)
        object.add("file", text: recorded.importHash.flatMap { fileNames[$0] })
        object.add("recorded_at", text: zone.timestamp(recorded.recordedAt))
        if isHidden { object.add("hidden", flag: true) }
        return object
    }
}
