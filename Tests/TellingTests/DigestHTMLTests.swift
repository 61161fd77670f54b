import AlertSamples
import Alerting
import DigestSamples
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("The page of a digest", .ownThreads)
struct DigestHTMLTests {
    private func page(_ digest: Digest, _ language: Language = .nl) -> String {
        DigestHTML.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: language)
    }

    @Test("No text makes an element, an attribute or a comment")
    func isEscaped() throws {
        let texts = Hostile.texts.filter { !$0.oneLine().isEmpty }
        let found = try Markup.tags((["tekst"] + texts).map { page(DigestCase.digest(of: $0)) })
        #expect(found[0].count > 100)
        for (text, tags) in zip(texts, found.dropFirst()) { #expect(tags == found[0], "\(text.oneLine())") }
    }

    @Test("Every element is closed in its turn")
    func isBalanced() throws {
        var open: [String] = []
        for tag in try Markup.tags([page(Sample.mixed)])[0] where !tag.hasPrefix("!") {
            let name = String(tag.prefix { $0 != " " })
            if name.hasPrefix("/") {
                #expect(open.popLast() == String(name.dropFirst()))
            } else if !["meta", "br", "hr", "img"].contains(name) {
                open.append(name)
            }
        }
        #expect(open == [])
    }

    @Test("Nothing comes from elsewhere and nothing runs")
    func isSelfContained() throws {
        let page = page(Sample.mixed)
        for word in ["http:", "https:", "src=", "url(", "<script", "@import", "<link", "<img"] {
            #expect(!page.contains(word))
        }
    }

    @Test("The language stands on the page and on the wrapper", arguments: Language.allCases)
    func language(language: Language) {
        let page = page(Sample.mixed, language)
        #expect(page.contains("<html lang=\"\(language.rawValue)\""))
        #expect(page.contains("<div class=\"page\" lang=\"\(language.rawValue)\""))
    }

    @Test("A layout table is marked as such; a table of data has headings for its rows")
    func tables() throws {
        let tables = try Markup.tags([page(Sample.oneCritical)])[0].filter { $0.hasPrefix("table") }
        #expect(tables.filter { !$0.contains("role") } == ["table class cellpadding cellspacing border style"])
        #expect(page(Sample.oneCritical).contains("scope=\"row\""))
    }

    @Test("A light shows as a word and a sign, not only as a colour")
    func lights() {
        #expect(page(Sample.oneCritical).contains("<span aria-hidden=\"true\">■</span> Rood</span> Wmo-maatwerk</h3>"))
    }

    @Test(
        "The page and the text say the same, but for the line above the page and the headings of columns",
        arguments: Language.allCases
    )
    func sayTheSame(language: Language) throws {
        let script = """
            import html.parser
            class Text(html.parser.HTMLParser):
                def __init__(self):
                    super().__init__()
                    self.words, self.open = [], []
                def handle_starttag(self, tag, attributes):
                    if tag in ('meta', 'br', 'hr', 'img'): return
                    skips = tag in ('style', 'title') or dict(attributes).get('class') in ('first', 'head')
                    self.open.append(skips or bool(self.open and self.open[-1]))
                def handle_endtag(self, tag): self.open.pop()
                def handle_data(self, data): self.words += [] if self.open and self.open[-1] else [data]
            def answer(page):
                parser = Text()
                parser.feed(page.decode('utf-8'))
                return ' '.join(parser.words)
            """
        let digests = DigestCase.all.map(\.value)
        let onPages = try Python.ask(script, digests.map { Array(page($0, language).utf8) }, as: String.self)
        for (digest, onPage) in zip(digests, onPages) {
            let text = DigestText.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: language)
            #expect(text.letters == onPage.letters)
        }
    }

    @Test("Every text has a contrast of at least 4.5 : 1 with its ground (WCAG 2.1, 1.4.3)")
    func contrast() {
        for tone in DigestPalette.tones {
            for pair in [tone.light, tone.dark] {
                let lights = [pair.ink, pair.ground].map(Contrast.luminance).sorted()
                let ratio = (lights[1] + 0.05) / (lights[0] + 0.05)
                #expect(ratio >= 4.5, "\(tone.name): \(pair.ink) on \(pair.ground) has \(ratio)")
            }
        }
    }

    @Test("The bar beside an alert has a contrast of at least 3 : 1 with the card (WCAG 2.1, 1.4.11)")
    func barContrast() {
        let card = DigestPalette.card
        for tone in DigestPalette.tones.suffix(4) {
            for (bar, ground) in [(tone.light.ground, card.light.ground), (tone.dark.ground, card.dark.ground)] {
                let lights = [bar, ground].map(Contrast.luminance).sorted()
                #expect((lights[1] + 0.05) / (lights[0] + 0.05) >= 3)
            }
        }
    }

    @Test("Relative luminance is computed as WCAG does")
    func luminanceIsRight() {
        #expect(Contrast.luminance("#ffffff") == 1 && Contrast.luminance("#000000") == 0)
        #expect(abs(Contrast.luminance("#777777") - 0.1845) < 0.001)
    }
}

extension String {
    /// What the text says, without blanks and the signs that only make its form.
    fileprivate var letters: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            )
        )
    }
}
