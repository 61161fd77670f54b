package import Indicators

/// What a store holds, counted, by which a copy can be compared and recognised.
package struct StoreContents: Hashable, Sendable {
    /// The files that were taken in.
    package let imports: Int
    package let series: Int
    /// The values that hold, and those that were followed by another one.
    package let values: Int
    package let episodes: Int
    package let openEpisodes: Int
    /// The number of the last line of the alert log.
    package let lastEvent: Int
    package let messages: Int
    /// The mails that had not been accepted by the relay, and not failed.
    package let waiting: Int
    /// When the last file was taken in; `nil` where none was.
    package let lastImportAt: Instant?
    /// The size of the file.
    package let bytes: Int

    package init(
        imports: Int,
        series: Int,
        values: Int,
        episodes: Int,
        openEpisodes: Int,
        lastEvent: Int,
        messages: Int,
        waiting: Int,
        lastImportAt: Instant?,
        bytes: Int
    ) {
        self.imports = imports
        self.series = series
        self.values = values
        self.episodes = episodes
        self.openEpisodes = openEpisodes
        self.lastEvent = lastEvent
        self.messages = messages
        self.waiting = waiting
        self.lastImportAt = lastImportAt
        self.bytes = bytes
    }
}
