import Indicators
import Testing

struct NearestNameTests {
    private let known = ["waarde", "gebied", "periode", "eenheid", "één"]

    @Test(arguments: [("waarden", "waarde"), ("PERIODE", "periode"), ("gebeid", "gebied"), ("éen", "één")])
    func `the name that differs least is found, capitals aside`(written: String, meant: String) {
        #expect(NearestName.find(written, in: known) == meant)
        #expect(NearestName.closest(to: written, among: known) == meant)
    }

    @Test func `a long word that begins with a known one is taken for it`() {
        #expect(NearestName.find("waarde-van-de-meting", in: known) == "waarde")
    }

    @Test(arguments: ["zwembad", "", "xy", String(repeating: "waarde", count: 20)])
    func `what looks like none is nobody's misspelling, and still has a closest one`(written: String) {
        #expect(NearestName.find(written, in: known) == nil)
        #expect(NearestName.closest(to: written, among: known) != nil)
    }

    @Test func `of two that are as near the first in order is named`() {
        #expect(NearestName.closest(to: "c", among: ["b", "a"]) == "a")
        #expect(NearestName.closest(to: "c", among: []) == nil)
    }
}
