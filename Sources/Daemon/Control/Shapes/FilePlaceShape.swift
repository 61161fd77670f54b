/// Where a file stands that the daemon is to open itself.
struct FilePlaceShape: Codable {
    let path: String
    let device: UInt64
    let inode: UInt64
    let isDryRun: Bool
}
