/// The name of a part within a workbook: `xl/worksheets/sheet1.xml`.
enum PartName {
    /// The part that a relationship leads to, absolutely (`/xl/worksheets/sheet1.xml`) or as seen from a part; `nil` where
    /// it leads out of the file.
    static func resolve(_ target: String, from part: String) -> String? {
        var path: [Substring] = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast()
        for step in target.split(separator: "/") where step != "." {
            guard step == ".." else {
                path.append(step)
                continue
            }
            guard path.popLast() != nil else { return nil }
        }
        return path.isEmpty ? nil : path.joined(separator: "/")
    }

    /// Where the relationships of a part stand.
    static func relationships(of part: String) -> String {
        let path = part.split(separator: "/")
        return (path.dropLast() + ["_rels", "\(path.last ?? "").rels"]).joined(separator: "/")
    }
}
