import Alerting
import DigestSamples
import Indicators
import Telling
import TestSupport
import Testing

@Suite("Digests look as recorded")
struct DigestGoldenTests {
    @Test("The text and the page", arguments: DigestCase.recorded)
    func dutch(digest: DigestCase) throws {
        let (name, digest) = (digest.name, digest.value)
        let text = DigestText.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: .nl)
        let page = DigestHTML.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: .nl)
        try expectGolden(Array(text.utf8), "\(name).txt")
        try expectGolden(Array(page.utf8), "\(name).html")
    }

    @Test("The English text")
    func english() throws {
        let text = DigestText.render(Sample.mixed, sender: Sample.sender, zone: Sample.amsterdam, language: .en)
        try expectGolden(Array(text.utf8), "mixed.en.txt")
    }
}
