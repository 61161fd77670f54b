internal import Indicators

extension Phrases {
    /// The word for what was so already when an indicator came under watch.
    var openingState: String { say("beginstand", "opening state") }
}
