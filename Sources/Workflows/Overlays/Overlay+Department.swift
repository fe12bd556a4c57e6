import JSONValues

/// Whose overlay holds for a share.
extension Overlay {
    /// Whether it is for these organisations and this spoke.
    package func isFor(organisations: [String], spoke: String?) -> Bool {
        (department.organisations.isEmpty || organisations.contains(where: department.organisations.contains))
            && (department.spokes.isEmpty || spoke.map(department.spokes.contains) == true)
    }

    /// The one of these that a share runs on: that of the providers before that of the recipients, and one that names
    /// the spoke before one for the whole organisation. Nil: the master as it is.
    package static func choice(
        among overlays: [Overlay], providers: [String], recipients: [String], spoke: String?
    ) -> Overlay? {
        for organisations in [providers, recipients] {
            let fitting = overlays.filter { $0.isFor(organisations: organisations, spoke: spoke) }
            if let one = fitting.first(where: { !$0.department.spokes.isEmpty }) ?? fitting.first { return one }
        }
        return nil
    }

    /// A fault for each overlay that claims a department which another claims as closely, or has its name.
    package static func claimedTwice(_ overlays: [(file: String, overlay: Overlay)]) -> [DefinitionFault] {
        overlays.indices.compactMap { index in
            let (file, overlay) = overlays[index]
            guard
                let (other, _) = overlays[..<index].first(where: {
                    $0.overlay.name == overlay.name || $0.overlay.department.overlaps(overlay.department)
                })
            else { return nil }
            return DefinitionFault(
                file: file, pointer: JSONPointer(["appliesTo"]), rule: .doubledDepartment,
                message: "\(other) is for the same department, or has the same name: only one can hold.")
        }
    }
}

extension Overlay.Department {
    /// Whether some share would be for both, and neither is the closer one.
    func overlaps(_ other: Overlay.Department) -> Bool {
        func meet(_ left: [String], _ right: [String]) -> Bool {
            left.isEmpty || right.isEmpty || !Set(left).isDisjoint(with: right)
        }
        guard spokes.isEmpty == other.spokes.isEmpty else { return false }
        return meet(organisations, other.organisations) && (spokes.isEmpty || meet(spokes, other.spokes))
    }
}
