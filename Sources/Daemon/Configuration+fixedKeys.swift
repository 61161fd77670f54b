internal import Catalogue

extension Configuration {
    /// The keys of what cannot change while the daemon runs, that are different in the other configuration.
    func fixedKeysChanged(in other: Configuration) -> [String] {
        [
            ("folders", folders == other.folders), ("store", storePath == other.storePath),
            ("alert_log", alertLogPath == other.alertLogPath),
            ("alert_log_rotate", alertLogIsByMonth == other.alertLogIsByMonth),
            ("control_socket", controlSocketPath == other.controlSocketPath),
            ("evaluate_every", evaluateEvery == other.evaluateEvery), ("page", page == other.page),
            ("mail", mail == other.mail),
        ]
        .filter { !$0.1 }.map(\.0)
    }
}
