import Indicators
import Testing

@Suite("Breakdowns")
struct BreakdownTests {
    @Test(arguments: [
        ("", ""), (" ", ""), ("leeftijd=65+", "leeftijd=65+"), (" leeftijd = 65+ ", "leeftijd=65+"),
        ("leeftijd=65+,geslacht=vrouw", "geslacht=vrouw,leeftijd=65+"), ("a=b=c", "a=b=c"),
        ("leeftijd=65 tot 75", "leeftijd=65 tot 75"), ("wijk=Dronten-\u{E9}\u{E9}n", "wijk=Dronten-\u{E9}\u{E9}n"),
    ])
    func `pairs are read, and stand in the order of their names`(_ written: String, _ read: String) {
        #expect(Breakdown(written)?.description == read)
        #expect(read.isEmpty == (Breakdown(written) == .total))
    }

    @Test(arguments: ["leeftijd", "=65+", "leeftijd=", "a=1,a=2", ",", "a=1,", "a= "])
    func `what is no list of pairs is refused`(_ written: String) { #expect(Breakdown(written) == nil) }
}
