/// Finds the profile whose schema fits the header of a file.
struct TableSearch {
    struct Match {
        let profile: FeedProfile
        let separator: Separator
        let header: TableHeader
    }

    /// The first profile that fits, in the order of the configuration; `nil` where none does.
    let best: Match?
    /// What the header lacks for each profile that does not fit.
    private let misfits: [Misfit]

    private typealias Misfit = (profile: FeedProfile, missing: TableHeader.Missing)

    /// What the header lacks for the profile that it fits nearly; `nil` where there is no profile with a schema.
    var missing: (profile: FeedProfile, missing: TableHeader.Missing)? {
        misfits.first { $0.missing.title.nearest != nil } ?? misfits.first
    }

    /// Why a file is refused whose header fits a profile: nobody can say of which period its values are.
    let fault: FileFault?

    init(_ head: FileHead, stated: Separator?, profiles: [FeedProfile]) {
        var misfits: [Misfit] = []
        var fault: FileFault?
        for profile in profiles {
            guard let schema = profile.schema, Self.isMeant(schema.sheet, head.container.sheet) else { continue }
            let separators = stated.map { [$0] } ?? profile.separator.map { [$0] } ?? Separator.allCases
            for separator in separators {
                do throws(TableHeader.Missing) {
                    let header = try TableHeader(
                        schema,
                        in: head.records(separator),
                        fileName: head.fileName,
                        sheet: head.container.sheet?.name
                    )
                    best = Match(profile: profile, separator: separator, header: header)
                    self.misfits = []
                    self.fault = nil
                    return
                } catch {
                    fault = fault ?? error.fault
                    misfits.append((profile, error))
                }
            }
        }
        best = nil
        self.misfits = misfits
        self.fault = fault
    }

    /// Whether the sheet that was opened is the one that the schema names; another one is never read in its place.
    private static func isMeant(_ name: String?, _ sheet: SheetOrigin?) -> Bool {
        guard let name, let sheet else { return true }
        return name.lowercased() == sheet.name.lowercased()
    }
}
