/// One entry of an archive, as its directory describes it.
package struct ZipEntry: Hashable, Sendable {
    let index: UInt64
    /// The name as it stands there, which is never a path; what is not UTF-8 is replaced.
    package let name: String
    /// How many bytes it says to hold, which need not be true.
    package let size: Int
    /// How many bytes of the archive it takes, at most all of it.
    let packedSize: Int
    let isEncrypted: Bool
    /// Whether it is packed as workbooks are: stored, or deflated.
    let isKnownPacking: Bool
}
