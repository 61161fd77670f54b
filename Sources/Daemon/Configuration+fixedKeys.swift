internal import Catalogue

extension Configuration {
    /// The first key of what cannot change while the daemon runs, that is different in the other configuration.
    func fixedKeyChanged(in other: Configuration) -> String? {
        if folders != other.folders { return "folders" }
        if storePath != other.storePath { return "store" }
        if alertLogPath != other.alertLogPath { return "alert_log" }
        if alertLogIsByMonth != other.alertLogIsByMonth { return "alert_log_rotate" }
        if controlSocketPath != other.controlSocketPath { return "control_socket" }
        if evaluateEvery != other.evaluateEvery { return "evaluate_every" }
        if page != other.page { return "page" }
        return mail != other.mail ? "mail" : nil
    }
}
