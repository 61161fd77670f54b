internal import Dispatch
internal import Files
internal import Glibc
internal import SystemPackage

/// The calls that make a watch; the system may refuse either, when it has no more of what they need.
package struct Inotify: Sendable {
    let begin: @Sendable () -> Result<Int32, Errno>
    let watch: @Sendable (_ instance: Int32, _ path: String, _ mask: UInt32) -> Result<Int32, Errno>

    package static let system = Inotify(
        begin: { SystemCall.make { inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) } },
        watch: { instance, path, mask in SystemCall.make { inotify_add_watch(instance, path, mask) } }
    )
}

/// One instance, read whenever there is something to read; it ends with the last reference to it.
final class InotifyInstance: Sendable {
    let descriptor: Int32
    private nonisolated(unsafe) let source: any DispatchSourceRead
    // Dispatch's objects may be used from any thread; the protocol does not say so.

    init(descriptor: Int32, onNews: @escaping @Sendable () -> Void) {
        self.descriptor = descriptor
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: DispatchQueue(label: "inbox"))
        source.setCancelHandler { close(descriptor) }
        source.setEventHandler(handler: onNews)
        source.activate()
    }

    deinit { source.cancel() }

    /// The next events that wait; `nil` where none do.
    func nextChunk() -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
        return bytes.isEmpty ? nil : bytes
    }
}
