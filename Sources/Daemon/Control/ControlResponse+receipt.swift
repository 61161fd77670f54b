internal import Feeds

extension ControlResponse {
    /// The receipt of a file that was taken in by hand.
    init(_ receipt: Receipt, active: ActiveConfiguration) {
        self.init(
            status: receipt.exitStatus.rawValue,
            json: receipt.json(language: active.language, zone: active.zone),
            text: receipt.text(language: active.language, zone: active.zone)
        )
    }
}

extension Receipt {
    /// What became of the file, as an exit status.
    fileprivate var exitStatus: ExitStatus {
        if outcome == .refused { return .dataRefused }
        return hasRowsSetAside ? .incomplete : .done
    }
}
