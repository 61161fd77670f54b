internal import Indicators

/// The fields of a form that selects what a page shows.
struct FilterField {
    /// One of the values of a field.
    struct Choice {
        /// What stands in the address.
        let value: String
        let words: String

        init(_ value: String, _ words: String) {
            self.value = value
            self.words = words
        }
    }

    let phrases: Phrases

    /// A list to choose from, and everything; nothing where there is no choice.
    func select(_ name: String, _ label: String, _ choices: [Choice], chosen: String?) -> HTML {
        guard !choices.isEmpty else { return "" }
        let isKnown = choices.contains { $0.value == chosen }
        let all = option("", phrases.say("Alle", "All"), isChosen: !isKnown)
        let options = choices.map { option($0.value, $0.words, isChosen: $0.value == chosen) }
        return """
            <div><label for="\(name)">\(label)</label>
            <select id="\(name)" name="\(name)">
            \(HTML(joining: [all] + options))</select></div>

            """
    }

    private func option(_ value: String, _ words: String, isChosen: Bool) -> HTML {
        let mark: HTML = isChosen ? " selected" : ""
        return "<option value=\"\(value)\"\(mark)>\(words)</option>\n"
    }

    /// A part of the name.
    func search(_ text: String?) -> HTML {
        """
        <div><label for="zoek">\(phrases.say("Zoek op naam", "Search by name"))</label>
        <input id="zoek" name="zoek" type="search" maxlength="100" autocomplete="off" value="\(text ?? "")"></div>

        """
    }
}
