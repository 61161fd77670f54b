import ArgumentParser
import Assessment
import Daemon
import Telling

/// The options that say which series are asked for.
struct ChoiceOptions: ParsableArguments {
    @Option(
        help: "Only series with this light: red, amber, green or grey.",
        completion: .list(Light.allCases.map(\.rawValue))
    )
    var light: Light?

    @Option(help: ArgumentHelp("Only those of a programme.", valueName: "id"), completion: Completions.programmes)
    var programme: String?

    @Option(
        help: ArgumentHelp("Only those of a package, also as programme/package.", valueName: "id"),
        completion: Completions.packages
    )
    var package: String?

    @Option(
        help: ArgumentHelp("Only those of an area, by its CBS code or a known name.", valueName: "area"),
        completion: Completions.areas
    )
    var area: String?

    @Option(
        help: ArgumentHelp("Only those of an owner, as the programme files name them.", valueName: "name"),
        completion: Completions.owners
    )
    var owner: String?

    var choice: SeriesChoice {
        var filter = SeriesFilter()
        filter.light = light
        let parts = (package ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        filter.programme = parts.count == 2 ? parts[0] : programme
        filter.package = parts.last
        filter.owner = owner
        return SeriesChoice(filter, area: area)
    }

    func validate() throws {
        if programme != nil, package?.contains("/") == true {
            throw ValidationError("--package names the programme already; leave --programme out")
        }
    }
}

extension Light: ExpressibleByArgument {}
