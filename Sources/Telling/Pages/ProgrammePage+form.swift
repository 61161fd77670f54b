internal import Assessment
internal import Indicators

// What selects indicators: a form that asks for a page, and changes nothing.
extension ProgrammePage {
    var form: HTML {
        let fields = FilterField(phrases: words.phrases)
        let light = filter.light.map(SeriesFilter.word)
        let layer = filter.layer?.dutch
        return """
            <form class="filter panel" method="get" action="\(PageAddress.programme(programme.id, .all).path)">
            \(fields.select("pakket", words.say("Pakket", "Package"), packages, chosen: filter.package))\
            \(fields.select("licht", words.say("Stoplicht", "Light"), lights, chosen: light))\
            \(fields.select("eigenaar", words.owner, owners, chosen: filter.owner))\
            \(fields.select("laag", words.say("Laag", "Layer"), layers, chosen: layer))\
            \(fields.search(filter.text))<div><button type="submit">\(words.say("Toon", "Show"))</button></div>
            </form>

            """
    }

    private var packages: [FilterField.Choice] {
        programme.packages.map { FilterField.Choice($0.id, $0.title.oneLine(limit: 80)) }
    }

    private var lights: [FilterField.Choice] {
        LightMark.order.map { FilterField.Choice(SeriesFilter.word($0), words.phrases.light($0)) }
    }

    private var owners: [FilterField.Choice] {
        selection.owners.map { FilterField.Choice($0, $0.oneLine(limit: 80)) }
    }

    private var layers: [FilterField.Choice] {
        selection.layers.map { FilterField.Choice($0.dutch, words.say($0.dutch, $0.rawValue)) }
    }
}
