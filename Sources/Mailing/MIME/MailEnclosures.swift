package import Indicators
package import Telling

/// What goes with the words of a mail: pictures that stand among them, and a file with the figures.
///
/// The words are complete without: a mail program may show none of it.
package struct MailEnclosures: Hashable, Sendable {
    /// A picture as it stands in the mail.
    package struct Picture: Hashable, Sendable {
        package let picture: ChartPicture
        package let png: [UInt8]

        package init(_ picture: ChartPicture, png: [UInt8]) {
            self.picture = picture
            self.png = png
        }
    }

    /// A file in CSV.
    package struct Table: Hashable, Sendable {
        /// In ASCII letters, digits, hyphens and full stops.
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// By the series that they show.
    package let pictures: [SeriesKey: Picture]
    /// The figures; `nil` where nobody wants them, or they would be too large.
    package let table: Table?
    /// Whether the figures were left out since they would make the mail too large.
    package let leavesTableOut: Bool

    /// The largest that a table and all pictures together may be: relays commonly refuse mails of 10 MB, and an archive
    /// keeps each one.
    private static let largestTable = 500_000
    private static let largestPictures = 900_000

    /// Keeps what fits.
    ///
    /// - Parameters:
    ///   - pictures: with their series, the most important first: those behind are left out.
    ///   - table: the figures.
    ///   - isTooLong: whether there were more figures than a file may have, so that there is none.
    package init(pictures: [(SeriesKey, Picture)] = [], table: Table? = nil, isTooLong: Bool = false) {
        var size = 0
        var kept: [SeriesKey: Picture] = [:]
        for (series, picture) in pictures {
            size += picture.png.count
            guard size <= Self.largestPictures else { break }
            kept[series] = picture
        }
        self.pictures = kept
        let fits = table.map { $0.bytes.count <= Self.largestTable } ?? false
        self.table = fits ? table : nil
        leavesTableOut = isTooLong || (table != nil && !fits)
    }

    /// Nothing.
    package static let none = MailEnclosures()

    /// The pictures for the page.
    var charts: [SeriesKey: ChartPicture] { pictures.mapValues(\.picture) }

    /// The pictures that a page shows, each once, in the order of their ids.
    func shown(on page: String) -> [Picture] {
        Set(pictures.values).filter { page.contains("cid:\($0.picture.contentID)") }
            .sorted { $0.picture.contentID < $1.picture.contentID }
    }
}
