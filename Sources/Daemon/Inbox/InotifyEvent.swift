internal import Feeds
internal import Glibc

/// One `struct inotify_event` (inotify(7)): watch, mask, cookie and length as 32 bits each, then the name, filled with NULs.
struct InotifyEvent {
    let watch: Int32
    let mask: UInt32
    let name: FileName
    let length: Int

    init?(_ bytes: [UInt8], at place: Int) {
        guard bytes.count >= place + Self.head else { return nil }
        let fields = bytes.withUnsafeBytes { buffer in
            (0..<4).map { buffer.loadUnaligned(fromByteOffset: place + 4 * $0, as: UInt32.self) }
        }
        length = Self.head + Int(fields[3])
        guard bytes.count >= place + length else { return nil }
        watch = Int32(bitPattern: fields[0])
        mask = fields[1]
        name = FileName(bytes: Array(bytes[(place + Self.head)..<(place + length)].prefix { $0 != 0 }))
    }

    private static let head = 16
}
