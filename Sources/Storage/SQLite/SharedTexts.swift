internal import Assessment

/// Texts that many episodes share, each kept once while they are read: thousands of alerts of one indicator have one title.
final class SharedTexts {
    private var texts: Set<String> = []

    /// Replaces the texts of an indicator and of a file by equal ones that were met before.
    func share(in facts: inout FindingFacts) {
        facts.about.programme = shared(facts.about.programme)
        facts.about.programmeTitle = shared(facts.about.programmeTitle)
        facts.about.package = shared(facts.about.package)
        facts.about.packageTitle = shared(facts.about.packageTitle)
        facts.about.title = shared(facts.about.title)
        facts.about.areaName = shared(facts.about.areaName)
        facts.about.source = facts.about.source.map(shared)
        facts.about.owner = facts.about.owner.map(shared)
        if let hash = facts.value?.importHash { facts.value?.importHash = shared(hash) }
    }

    private func shared(_ text: String) -> String {
        // A text of up to fifteen bytes needs no memory of its own.
        text.utf8.count <= 15 ? text : texts.insert(text).memberAfterInsert
    }
}
