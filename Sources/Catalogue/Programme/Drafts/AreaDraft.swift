internal import Indicators

/// An area with its name.
struct AreaDraft {
    let code: Located<AreaCode>
    let name: Located<String>
}
