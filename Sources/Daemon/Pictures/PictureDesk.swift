internal import Dispatch
internal import Logging

/// Makes pictures for mails, as far as that can be done.
///
/// A mail never waits long for its pictures and never fails by them: where one cannot be made, the mail goes without, with
/// the same words.
package actor PictureDesk {
    /// Makes a PNG of an SVG; throws words for the log.
    typealias Maker = @Sendable (String) async throws(ChildProgram.Failure) -> [UInt8]

    private let make: Maker
    private let logger: Logger
    /// What was made in this round: several readers get the same picture.
    private var made: [String: [UInt8]] = [:]
    private var spent: Int64 = 0
    private var hasFailed = false
    private var wasTold = false

    /// In milliseconds: no mail comes later by more than this.
    private static let patience: Int64 = 4_000
    /// So many pictures are remembered.
    private static let most = 60

    init(logger: Logger, make: @escaping Maker) {
        self.logger = logger
        self.make = make
    }

    /// A desk that asks the program.
    init(_ program: PictureProgram, logger: Logger) {
        self.init(logger: logger) { svg async throws(ChildProgram.Failure) in try await Self.run(program, svg) }
    }

    /// Begins a round of mails: what failed before may succeed now.
    func begin() { (made, spent, hasFailed) = ([:], 0, false) }

    /// The picture; `nil` where it cannot be made, or the time for pictures is over.
    func png(of svg: String) async -> [UInt8]? {
        if let known = made[svg] { return known }
        guard !hasFailed, spent < Self.patience else { return nil }
        let start = WallClock.system.sinceBoot()
        do throws(ChildProgram.Failure) {
            let png = try await make(svg)
            spent += WallClock.system.sinceBoot() - start
            if made.count < Self.most { made[svg] = png }
            wasTold = false
            return png
        } catch {
            hasFailed = true
            tell(error)
            return nil
        }
    }

    /// Says it once, until it goes well again.
    private func tell(_ failure: ChildProgram.Failure) {
        guard !wasTold else { return }
        wasTold = true
        logger.notice("mails go without pictures", metadata: ["why": "\(PictureProgram.name): \(failure.words)"])
    }

    /// On a thread of its own: it waits for another program.
    private static func run(_ program: PictureProgram, _ svg: String) async throws(ChildProgram.Failure) -> [UInt8] {
        let result: Result<[UInt8], ChildProgram.Failure> = await withCheckedContinuation { continuation in
            DispatchQueue(label: "peilwacht.pictures").async {
                do throws(ChildProgram.Failure) {
                    continuation.resume(returning: .success(try program.png(of: svg)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
