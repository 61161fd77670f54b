import Assessment
import DigestSamples
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("Pictures of series", .ownThreads)
struct ChartTests {
    @Test("they look as recorded, in a mail and on a page")
    func golden() throws {
        for (name, chart) in try ChartSamples.all() {
            let mail = try #require(ChartSVG.render(chart, size: .mail))
            try expectGolden(Array(mail.utf8), "chart-\(name)-mail.svg")
            let page = try #require(ChartSVG.render(chart, size: .page))
            try expectGolden(Array(page.utf8), "chart-\(name)-page.svg")
        }
    }

    @Test("they say in words what they show")
    func alternative() throws {
        #expect(
            try ChartSamples.rate().alternative
                == "2018 t/m 2024: 98, 101,5, geen waarde, 103, 103, 108, 113 (voorlopig) per 1000; "
                + "streefwaarde < 110 per 1000 in 2024"
        )
        #expect(
            try ChartSamples.survey().alternative
                == "2012: 38,1%, 2016: 41%, 2020: 46,9%, 2024: 44,2%; streefwaarde ≤ 45% in 2024"
        )
        #expect(
            try ChartSamples.forecast().alternative.hasSuffix(
                "streefwaarde < 108 per 1000 in 2026; verwacht 109,92 per 1000 (109,59 tot 110,25) over 2026"
            )
        )
        #expect(
            try ChartSamples.rate("x", .en).alternative
                == "2018 through 2024: 98, 101,5, no value, 103, 103, 108, 113 (provisional) per 1000; "
                + "target < 110 per 1000 in 2024"
        )
    }

    @Test("a gap is a gap in the line, and is not drawn as zero")
    func gap() throws {
        let svg = try #require(ChartSVG.render(try ChartSamples.rate(), size: .mail))
        let lines = lines(svg)
        // 2018–2019, 2021–2022, 2022–2023 and 2023–2024, and the sample in the legend.
        #expect(lines.count == 5)
        #expect(svg.contains("as begint bij 95"))
    }

    /// The lines between values.
    private func lines(_ svg: String) -> [Substring] {
        svg.split(separator: "\n").filter {
            $0.hasPrefix("<polyline") && $0.contains("chart-line-stroke") && $0.contains("stroke-width=\"2\"")
        }
    }

    @Test("a break is no line either, and a survey of every fourth year has no gap")
    func breaks() throws {
        let svg = try #require(ChartSVG.render(try ChartSamples.survey(), size: .mail))
        let lines = lines(svg)
        // 2012–2016 and 2020–2024, and the sample in the legend.
        #expect(lines.count == 3)
        #expect(svg.contains("reeksbreuk"))
    }

    @Test("nothing that a stranger wrote becomes an element, and every picture is XML", .timeLimit(.minutes(30)))
    func hostile() throws {
        let texts = Hostile.texts + ["]]>", "<!--", "&#0;", "\u{FFFF}\u{0}\u{8}", "a\u{338}<b"]
        let pictures = try texts.map { text in
            let unit = MeasureUnit(text)
            var chart = try #require(
                SeriesChart(
                    title: text,
                    unit: unit,
                    language: .nl,
                    points: try ChartSamples.points([("2023", "1"), ("2024", "2")])
                )
            )
            chart.aim = SeriesChart.Aim(bound: try ChartSamples.bound(.below, "2"), period: nil)
            return Array(try #require(ChartSVG.render(chart, size: .mail)).utf8)
        }
        let script = """
            import xml.etree.ElementTree as tree
            def answer(svg): return [e.tag.split('}')[1] + ' '.join(sorted(e.attrib)) for e in tree.fromstring(svg).iter()]
            """
        let found = try Python.ask(script, pictures, as: [String].self)
        for (text, tags) in zip(texts, found) { #expect(tags == found[0], "\(text.oneLine())") }
    }

    @Test("it is the part of SVG that rsvg-convert renders, with nothing from elsewhere")
    func isPlain() throws {
        for (name, chart) in try ChartSamples.all() {
            let svg = try #require(ChartSVG.render(chart, size: .page))
            #expect(svg.contains("xmlns=\"http://www.w3.org/2000/svg\""))
            for word in [
                "style=", "<style", "var(", "href", "url(", "<script", "foreignObject", "baseline", "nan", "inf\"",
            ] {
                #expect(!svg.contains(word), "\(name): \(word)")
            }
        }
    }

    @Test("text and marks can be seen on a light and on a dark ground (WCAG 2.1, 1.4.3)")
    func contrast() {
        for tone in ChartPalette.seen {
            for (colour, ground) in [(tone.light, ChartPalette.ground.light), (tone.dark, ChartPalette.ground.dark)] {
                let ratio = Contrast.ratio(colour, ground)
                #expect(ratio >= 4.5, "\(tone.name): \(colour) on \(ground) has \(ratio)")
            }
        }
    }

    @Test(
        "the axis has round numbers, and begins at zero where that is near",
        arguments: [
            (["25.3", "36.5"], false, "25 30 35 40"), (["1", "9"], true, "0 5 10"),
            (["0.021", "0.034"], false, "0.02 0.025 0.03 0.035"),
            (["-1250", "420", "21055.5"], false, "-10000 0 10000 20000 30000"), (["7", "7"], true, "6 7 8"),
            (["0", "0"], true, "0 1"),
            (["-5", "-1"], false, "-6 -4 -2 0"), (["98", "113"], false, "95 100 105 110 115"),
            (["3", "4"], true, "3 4"),
        ]
    )
    func ticks(values: [String], isCount: Bool, ticks: String) throws {
        let numbers = values.compactMap { ExactDecimal($0) }
        let scale = try #require(ChartScale(numbers, isCount: isCount, steps: 4))
        #expect(scale.ticks.map(\.description).joined(separator: " ") == ticks)
    }

    @Test("values that no picture can be true of have none")
    func impossible() throws {
        #expect(
            SeriesChart(title: "x", unit: .count, language: .nl, points: try ChartSamples.points([("2024", "1")]))
                == nil
        )
        let far = try ChartSamples.points([("1900", "1"), ("2024", "2")])
        let chart = try #require(SeriesChart(title: "x", unit: .count, language: .nl, points: far))
        #expect(ChartSVG.render(chart, size: .mail) == nil)
        let huge = try ChartSamples.points([("2023", "-999999999999999999"), ("2024", "999999999999999999")])
        let wide = try #require(SeriesChart(title: "x", unit: MeasureUnit("x"), language: .nl, points: huge))
        _ = ChartSVG.render(wide, size: .mail)
    }
}
