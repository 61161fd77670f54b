import Indicators
import Testing

struct NearestNameTests {
    private let known = ["waarde", "gebied", "periode", "eenheid", "één"]

    @Test(arguments: [("waarden", "waarde"), ("PERIODE", "periode"), ("gebeid", "gebied"), ("éen", "één")])
    func `the name that differs least is found, capitals aside`(written: String, meant: String) {
        #expect(NearestName.find(written, in: known) == meant)
        #expect(NearestName.like(written, among: known) == meant)
    }

    @Test func `a long word that begins with a known one is taken for it`() {
        #expect(NearestName.find("waarde-van-de-meting", in: known) == "waarde")
    }

    @Test(arguments: ["zwembad", "", "xy", String(repeating: "waarde", count: 20)])
    func `what looks like none is nobody's misspelling`(written: String) {
        #expect(NearestName.find(written, in: known) == nil)
    }

    @Test(
        arguments: [
            ("wmo", ["wmo-maatwerk"]), ("MAATWERK", ["wmo-maatwerk"]), ("wmo-maat", ["wmo-maatwerk"]),
            ("wmo-matwerk", ["wmo-maatwerk"]), ("eenzaam", ["eenzaam-18", "eenzaam-65"]), ("wm", []), ("werk", []),
            ("lasten", []), ("zwembad", []), ("", []), ("jeugd", ["jeugd-kans"]),
        ]
    )
    func `a beginning or a word of a name is enough, where few have it`(written: String, meant: [String]) {
        let names =
            ["wmo-maatwerk", "eenzaam-65", "eenzaam-18", "jeugd-kans", "beter-jeugd", "kans-jeugd", "sg-jeugd"]
            + (1...4).map { "lasten-6\($0)" }
        #expect(NearestName.candidates(written, in: names) == meant)
    }

    @Test(
        arguments: [
            ("milestones", "better"), ("budgets", "goals"), ("bogus", "feeds"), ("x", "mail"), ("outbox", "alert_log"),
            ("port", "people"),
        ]
    )
    func `what has nothing of a known name is not like it`(written: String, known: String) {
        #expect(NearestName.like(written, among: [known]) == nil)
    }

    @Test(
        arguments: [
            ("datum", "date"), ("file", "files"), ("targets", "target"), ("too", "to"), ("likely_form", "likely_from"),
            ("wat", "what"), ("smalest_base", "smallest_base"),
        ]
    )
    func `what shares most of its letters is like it`(written: String, known: String) {
        #expect(NearestName.like(written, among: [known, "quarantine"]) == known)
    }

    @Test func `of two that are as near the first in order is named`() {
        #expect(NearestName.like("cc", among: ["cb", "ca"]) == "ca")
        #expect(NearestName.like("cc", among: []) == nil)
    }
}
