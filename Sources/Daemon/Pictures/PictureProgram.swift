internal import Glibc

/// `rsvg-convert`, which makes a PNG of an SVG.
struct PictureProgram: Sendable {
    static let name = "rsvg-convert"

    /// What to do where it is not there.
    static let absence = "there is no \(name); install librsvg2-bin"

    let path: String

    /// One picture takes some hundredths of a second.
    private static let patience: Int64 = 3_000
    private static let largest = 500_000

    /// The program where it is found; `nil` where it is not there.
    init?(environment: [String: String]) {
        let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(String.init)
        // A relative folder would be another one wherever the daemon is started.
        let places = folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(Self.name)" }
        guard let found = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
        path = found
    }

    /// The picture at twice its size, for sharp screens, on a white ground.
    ///
    /// Blocks the thread that it is called on.
    func png(of svg: String) throws(ChildProgram.Failure) -> [UInt8] {
        let program = ChildProgram(
            path: path,
            arguments: ["--zoom", "2", "--background-color", "white", "--format", "png"],
            environment: ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"],
            patience: Self.patience,
            largestAnswer: Self.largest
        )
        let png = try program.answer(to: Array(svg.utf8))
        // Without fonts or with another version it may succeed and say nothing.
        guard png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { throw .ended(status: 0) }
        return png
    }
}
