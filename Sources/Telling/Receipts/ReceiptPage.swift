package import Feeds
package import Indicators

/// A receipt as it is mailed to the supplier of the file.
///
/// What follows from the file is left out: who else is told, and of what, is none of a supplier's business.
package struct ReceiptPage: Sendable {
    package let subject: String
    package let text: String
    package let html: String

    package init(_ receipt: Receipt, language: Language, zone: LocalZone) {
        let phrases = Phrases(language)
        let name = receipt.fileName.printable.oneLine(limit: 80)
        subject = "\(Self.outcome(receipt, phrases)): \(name)"
        text = receipt.text(language: language, zone: zone)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> HTML in
            "\(String(line))<br>"
        }
        let page: HTML = "<!DOCTYPE html><html><body><p>\(HTML(joining: lines))</p></body></html>"
        html = page.markup
    }

    private static func outcome(_ receipt: Receipt, _ phrases: Phrases) -> String {
        switch receipt.outcome {
        case .taken where receipt.hasRowsSetAside, .nothingTaken where receipt.hasRowsSetAside:
            phrases.say("Deels ingenomen", "Taken in in part")
        case .taken: phrases.say("Ingenomen", "Taken in")
        case .nothingTaken: phrases.say("Niets nieuws", "Nothing new")
        case .refused: phrases.say("Niet ingenomen", "Not taken in")
        case .duplicate: phrases.say("Al eerder ingenomen", "Taken in before")
        case .dryRun: phrases.say("Proef", "Dry run")
        }
    }
}
