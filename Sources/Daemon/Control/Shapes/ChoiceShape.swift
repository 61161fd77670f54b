internal import Assessment
internal import Telling

/// The series that a command asks about.
struct ChoiceShape: ControlShape {
    private let light: Light?
    private let programme: String?
    private let package: String?
    private let area: String?
    private let owner: String?

    init(_ choice: SeriesChoice) {
        let filter = choice.filter
        (light, programme, package) = (filter.light, filter.programme, filter.package)
        (area, owner) = (choice.area, filter.owner)
    }

    func value() -> SeriesChoice {
        var filter = SeriesFilter()
        (filter.light, filter.programme, filter.package, filter.owner) = (light, programme, package, owner)
        return SeriesChoice(filter, area: area)
    }
}
