extension ReferenceSection {
    /// The manual page that its keys stand in.
    var manualPage: String {
        if Self.feedFile.contains(where: { $0.name == name }) { return "peilwacht-feed(5)" }
        if Self.programmeFile.contains(where: { $0.name == name }) { return "peilwacht-programme(5)" }
        return "peilwacht.yaml(5)"
    }
}
