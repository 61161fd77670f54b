internal import Assessment
internal import Indicators

/// A light as a page shows it: by its shape, its word and its colour, so that no one of them has to be seen.
struct LightMark {
    let light: Light
    let phrases: Phrases

    init(_ light: Light, _ phrases: Phrases) {
        self.light = light
        self.phrases = phrases
    }

    /// The order in which lights stand beside each other, the worst first.
    static let order: [Light] = [.red, .amber, .green, .grey]

    /// How its classes look, for whatever style sheet stands above it.
    static let rules: HTML = """
        .light{white-space:nowrap}
        .shape{max-width:none;vertical-align:-0.15em;margin-right:0.35em}
        """

    /// The shape with its word.
    var html: HTML { "<span class=\"light\">\(shape)\(phrases.light(light))</span>" }

    /// The shape with its word, in a table.
    var cell: PageCell { PageCell(html, phrases.light(light)) }

    /// The shape with a number; whoever does not see it hears the word.
    func html(counting count: Int) -> HTML {
        let word = phrases.light(light).lowercased()
        return "<span class=\"light\">\(shape)\(phrases.count(count))<span class=\"unseen\"> \(word)</span></span>"
    }

    /// The shape with a number and the word: `12 rood`.
    func worded(counting count: Int) -> HTML {
        "<span class=\"light\">\(shape)\(phrases.count(count)) \(phrases.light(light).lowercased())</span>"
    }

    /// The shape alone, which says nothing to whoever does not see it: its word stands beside it.
    ///
    /// It is drawn and not a background, so that it stays in print.
    var shape: HTML {
        """
        <svg class="shape" width="16" height="16" viewBox="0 0 20 20" aria-hidden="true" focusable="false">\
        \(ChartPen(textSize: 12).mark(light, (10, 10), isHollow: false))</svg>
        """
    }
}
