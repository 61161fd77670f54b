internal import Assessment
internal import Telling

/// The series that a command asks about as texts on the control socket; what is not asked is an empty one.
enum ChoiceCoding {
    /// How many texts there are.
    static let count = 5

    static func texts(of choice: SeriesChoice) -> [String] {
        let filter = choice.filter
        return [filter.light?.rawValue, filter.programme, filter.package, choice.area, filter.owner].map { $0 ?? "" }
    }

    /// The choice of so many texts; `nil` where the light is none.
    static func choice(_ texts: [String]) -> SeriesChoice? {
        let given = texts.map { $0.isEmpty ? nil : $0 }
        var filter = SeriesFilter()
        if let word = given[0] {
            guard let light = Light(rawValue: word) else { return nil }
            filter.light = light
        }
        (filter.programme, filter.package, filter.owner) = (given[1], given[2], given[4])
        return SeriesChoice(filter, area: given[3])
    }
}
