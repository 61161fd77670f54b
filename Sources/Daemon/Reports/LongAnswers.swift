internal import Files

/// The long answers that have not been fetched to their end, so that those who fetch slowly do not fill the disk.
struct LongAnswers {
    private struct Place {
        weak var file: OpenFile?
    }

    private static let most = 4
    private var places: [Place] = []

    /// Whether there is room for one more, which takes it then; a short one needs none.
    mutating func hasRoom(for text: KeptText) -> Bool {
        guard let file = text.file else { return true }
        places.removeAll { $0.file == nil }
        guard places.count < Self.most else { return false }
        places.append(Place(file: file))
        return true
    }
}
