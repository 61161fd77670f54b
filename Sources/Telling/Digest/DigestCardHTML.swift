internal import Assessment
internal import Indicators

/// An alert in a card of the page.
enum DigestCardHTML {
    /// The card, with its picture where there is one.
    static func card(_ entry: DigestPage.Entry, _ chart: ChartPicture?, takingUp words: String) -> HTML {
        let tone = DigestPalette.badge(entry.light)
        return """
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px"><tr>\
            <td class="\(tone.name)" width="6" style="width:6px;font-size:1px;\(tone.style)">&nbsp;</td>\
            <td style="padding:0 0 0 14px">
            <h3 style="margin:0 0 6px;font-size:18px;line-height:1.35">\(badge(entry.light, entry.word)) \(title(entry.title, entry.link))</h3>
            \(entry.measure.map(measure) ?? "")\(chart.map(picture) ?? "")\
            <p style="margin:0 0 8px">\(entry.verdict)</p>
            \(facts(entry.facts))\(entry.takeUp.map { takeUp($0, words) } ?? "")</td></tr></table>

            """
    }

    /// The word of a light on its colour.
    static func badge(_ light: Light, _ word: String) -> HTML {
        let tone = DigestPalette.badge(light)
        return """
            <span class="\(tone.name)" style="padding:1px 8px;font-size:15px;\(tone.style)">\
            <span aria-hidden="true">\(light.symbol)</span> \(word)</span>
            """
    }

    /// What an alert is about, leading to its page where there is one.
    static func title(_ title: String, _ link: String?) -> HTML {
        guard let link else { return "\(title)" }
        return "<a class=\"link\" href=\"\(link)\" style=\"\(DigestPalette.link.style)\">\(title)</a>"
    }

    /// The link by which the reader takes it up.
    private static func takeUp(_ link: String, _ words: String) -> HTML {
        "<p style=\"margin:8px 0 0\">\(title(words, link))</p>\n"
    }

    private static func measure(_ measure: DigestMeasure) -> HTML {
        let size = measure.isValue ? "28px;line-height:1.2" : "18px;line-height:1.35"
        let beside = measure.beside.map { figure -> HTML in
            "<br>\(label(figure.label)) \(figure.value)"
        }
        return """
            <p style="margin:0 0 8px;font-size:15px;line-height:1.5">\(label(measure.label))<br>\
            <b style="font-size:\(size)">\(measure.amount)</b>\(measure.rest)\(HTML(joining: beside))</p>

            """
    }

    private static func label(_ text: String) -> HTML {
        "<span class=\"label\" style=\"\(DigestPalette.label.style)\">\(text)</span>"
    }

    /// It has a white ground of its own, on which it can be read in a dark mail too.
    private static func picture(_ chart: ChartPicture) -> HTML {
        """
        <p style="margin:0 0 8px"><img src="cid:\(chart.contentID)" alt="\(chart.alternative)" \
        width="\(String(chart.width))" height="\(String(chart.height))" \
        style="display:block;max-width:100%;height:auto;border:0;background-color:#ffffff;border-radius:4px"></p>

        """
    }

    private static func facts(_ facts: [Figure]) -> HTML {
        guard !facts.isEmpty else { return "" }
        return """
            <table class="stack" cellpadding="0" cellspacing="0" border="0" style="font-size:15px;line-height:1.45">
            \(HTML(joining: facts.map(fact)))</table>

            """
    }

    private static func fact(_ fact: Figure) -> HTML {
        """
        <tr><th class="label" scope="row" align="left" valign="top" width="132" \
        style="width:132px;padding:2px 12px 2px 0;font-weight:normal;\(DigestPalette.label.style)">\(fact.label)</th>\
        <td valign="top" style="padding:2px 0">\(fact.value)</td></tr>

        """
    }
}
