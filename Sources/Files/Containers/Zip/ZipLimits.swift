/// How much of an archive is looked at, at most.
///
/// Real workbooks have at most 55 entries and shrink at most 18 times; Excel itself opens nothing that shrinks 200 times.
package struct ZipLimits: Hashable, Sendable {
    /// The archive itself, in bytes.
    package var fileBytes = 32 << 20
    package var entries = 2_000
    /// One entry unpacked, in bytes.
    package var entryBytes = 256 << 20
    /// All entries that are read, unpacked, in bytes; one that is read twice counts once.
    package var totalBytes = 512 << 20
    /// How many times larger an entry may become.
    package var ratio = 200
    /// Up to so many bytes the ratio does not count.
    package var bytesWithoutRatio = 16 << 20

    package init() {}

    /// Of a bundle of CBS, whose tables are read piece by piece and never as a whole: the largest have tens of millions of
    /// cells, which is a gigabyte unpacked.
    package static let bundle: ZipLimits = {
        var limits = ZipLimits()
        limits.fileBytes = 256 << 20
        limits.entryBytes = 2 << 30
        limits.totalBytes = 3 << 30
        return limits
    }()
}
