internal import Indicators

/// A programme file as read, before what it names is looked up.
struct ProgrammeDraft {
    let id: Located<String>
    let title: String
    let area: AreaDraft?
    let areas: [AreaDraft]
    let groups: [GroupDraft]
    let source: String?
    let profile: AlertProfile?
    let contradictions: [Located<String>]
    let packages: [PackageDraft]
}
