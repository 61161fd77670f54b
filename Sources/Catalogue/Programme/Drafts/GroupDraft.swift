internal import Indicators

/// A group of areas as read.
struct GroupDraft {
    let id: Located<String>
    let title: String
    let areas: [AreaCode]
}
