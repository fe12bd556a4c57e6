import Workflows

extension Share {
    /// Whether changed terms are being assessed anew and a screening has not said yet that this is required.
    package var mayScreenAgain: Bool {
        state(.dpia) == "reassessing" && dpia.screening?.outcome != .required
    }
}
