internal import Assessment
internal import Indicators

// What selects indicators: a form that asks for a page, and changes nothing.
extension ProgrammePage {
    /// One of the values of a field.
    private struct Choice {
        /// What stands in the address; empty for all of them.
        let value: String
        let words: String
        let isChosen: Bool
    }

    var form: HTML {
        let fields = [
            select("pakket", words.say("Pakket", "Package"), packages),
            select("licht", words.say("Stoplicht", "Light"), lights),
            selection.owners.isEmpty ? "" : select("eigenaar", words.say("Eigenaar", "Owner"), owners),
            selection.layers.isEmpty ? "" : select("laag", words.say("Laag", "Layer"), layers),
            search,
        ]
        return """
            <form class="filter panel" method="get" action="\(PageAddress.programme(programme.id, .all).path)">
            \(HTML(joining: fields))<div><button type="submit">\(words.say("Toon", "Show"))</button></div>
            </form>

            """
    }

    private var search: HTML {
        """
        <div><label for="zoek">\(words.say("Zoek op naam", "Search by name"))</label>
        <input id="zoek" name="zoek" type="search" maxlength="100" autocomplete="off" value="\(filter.text ?? "")"></div>

        """
    }

    private func select(_ name: String, _ label: String, _ choices: [Choice]) -> HTML {
        let all = Choice(value: "", words: words.say("Alle", "All"), isChosen: !choices.contains(where: \.isChosen))
        let options = ([all] + choices).map { choice -> HTML in
            let mark: HTML = choice.isChosen ? " selected" : ""
            return "<option value=\"\(choice.value)\"\(mark)>\(choice.words)</option>\n"
        }
        return """
            <div><label for="\(name)">\(label)</label>
            <select id="\(name)" name="\(name)">
            \(HTML(joining: options))</select></div>

            """
    }

    private var packages: [Choice] {
        programme.packages.map { package in
            Choice(
                value: package.id,
                words: package.title.oneLine(limit: 80),
                isChosen: filter.package == package.id
            )
        }
    }

    private var lights: [Choice] {
        LightMark.order.map { light in
            Choice(value: SeriesFilter.word(light), words: words.phrases.light(light), isChosen: filter.light == light)
        }
    }

    private var owners: [Choice] {
        selection.owners.map { Choice(value: $0, words: $0.oneLine(limit: 80), isChosen: filter.owner == $0) }
    }

    private var layers: [Choice] {
        selection.layers.map { layer in
            Choice(value: layer.dutch, words: words.say(layer.dutch, layer.rawValue), isChosen: filter.layer == layer)
        }
    }
}
