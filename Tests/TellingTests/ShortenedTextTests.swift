import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("A text that is cut")
struct ShortenedTextTests {
    /// The titles of the programmes that come with the program, with some that have more brackets than those.
    private static let titles: [String] = {
        let folder = "\(Project.root)/config"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let lines = files.filter { $0.hasSuffix(".yaml") }
            .flatMap { (try? Project.text("config/\($0)"))?.split(separator: "\n") ?? [] }
        let told = lines.compactMap { line -> String? in
            let parts = line.split(separator: "title: ", maxSplits: 1)
            guard parts.count == 2, parts[0].allSatisfy({ $0 == " " || $0 == "-" }) else { return nil }
            return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" '"))
        }
        return Set(told).sorted() + [
            "Jeugdigen met jeugdhulp (0 t/m 17 jaar (of ouder) en thuiswonend), deel van alle jeugdigen",
            "(Jeugd)hulp die op tijd is begonnen en niet binnen een half jaar opnieuw nodig was",
            "Langewoordzonderenkelspatiedatnietopeenregelvaneenmailprogrammapast",
        ]
    }()

    /// How deep brackets stand in each other; `nil` where they do not close as they open.
    private static func depth(_ text: String) -> Int? {
        var (depth, deepest) = (0, 0)
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth < 0 { return nil }
            deepest = max(deepest, depth)
        }
        return depth == 0 ? deepest : nil
    }

    @Test("has whole words and whole brackets, at every length", arguments: titles)
    func whole(title: String) {
        for length in 4...max(4, title.count) {
            let cut = title.shortened(to: length)
            #expect(cut.count <= length, "\(cut)")
            #expect(Self.depth(cut) != nil, "\(length): \(cut)")
            guard cut != title, let last = cut.dropLast().last else { continue }
            #expect(!" ,;:–-(".contains(last), "\(cut)")
        }
    }

    @Test("is a whole one where it fits, and ends behind a word")
    func words() {
        #expect("Gemiddelde eenzaamheid".shortened(to: 22) == "Gemiddelde eenzaamheid")
        #expect("Gemiddelde eenzaamheid".shortened(to: 21) == "Gemiddelde…")
        #expect("Jeugdigen met hulp (0 t/m 17 jaar)".shortened(to: 30) == "Jeugdigen met hulp…")
        #expect("Wmo 113 (<108), Jeugd 12 (<10)".shortened(to: 28) == "Wmo 113 (<108), Jeugd 12…")
    }

    @Test("is part of subjects whose brackets close, and stand in none", arguments: titles)
    func subjects(title: String) {
        let target = Sample.facts(title, targets: [Sample.target("< 108 per 1000", "2025", goal: "6N-2")])
        let ahead = Sample.facts(title, .warning, .notYetReached, targets: [Sample.target("< 9", "2030")])
        let late = Sample.facts(title, .warning, .overdue, value: nil, targets: []).overdue("2025")
        let met = Sample.facts(title, .critical, .targetMet, value: "105")
        let own = Self.depth(title) ?? 0
        for facts in [target, ahead, late, met] {
            let section: Digest.Section = facts == met ? .resolved : .new
            let items = ["a", "b", "c"].map { Sample.item(section, facts, indicator: IndicatorID($0)) }
            for told in [items.prefix(1), items.prefix(2), items[...]] {
                let subject = DigestSubject.line(Sample.digest(Array(told)), language: .nl)
                let depth = Self.depth(subject)
                #expect(depth.map { $0 <= max(1, own) } == true, "\(subject)")
            }
        }
    }
}
