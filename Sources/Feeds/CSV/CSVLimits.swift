/// How large a CSV record may be.
package struct CSVLimits: Hashable, Sendable {
    /// The bytes of one record, over all of its lines.
    package var recordBytes = 65_536
    package var columns = 1000
    /// The bytes of a quoted field with line breaks and separators in it, which is then taken for swallowed rows.
    package var swallowedBytes = 4096

    package init() {}
}
