extension TermsReader {
    /// Findings about fields that take only what is understood: a register may say otherwise, a person who types is told.
    private static let mustBeUnderstood: Set<String> = [
        "retention-not-understood", "controller-role-not-understood", "spoke-not-understood",
        "classification-not-understood", "agreement-type-not-understood", "no-date",
    ]

    /// As `read`, of what a person typed: where a field takes only what is understood, anything else is an error, which
    /// says what may be given.
    mutating func readTyped(_ text: String, as field: TermsField, into terms: inout Terms) -> Findings {
        Findings(
            read(text, as: field, into: &terms, at: .field(field.rawValue)).all.map { finding in
                let finding = finding.naming(field)
                guard Self.mustBeUnderstood.contains(finding.rule) else { return finding }
                let takes = choices(of: field).map { " Give one of \($0.joined(separator: ", "))." } ?? ""
                return .error(finding.rule, at: finding.place, finding.message + takes)
            })
    }

    /// The names of what a field takes; nil where it takes no list.
    private func choices(of field: TermsField) -> [String]? {
        switch field {
        case .spoke: reference.spokes.all.map(\.name)
        case .classification: reference.classifications.all.filter { $0.obsolete != true }.map(\.name)
        case .agreementType: reference.agreementTypes.all.map(\.name)
        default: nil
        }
    }
}

extension Finding {
    /// With the field that it is about, where it does not say it: a register has columns, a person reads sentences.
    fileprivate func naming(_ field: TermsField) -> Finding {
        // Of several it speaks one by one.
        let name = field.label.lowercased()
        guard !message.lowercased().contains(name.hasSuffix("s") ? String(name.dropLast()) : name) else { return self }
        var finding = self
        finding.message = "\(field.label): \(message)"
        return finding
    }
}

extension Terms {
    /// What is not understood of these fields, each finding at its field: it is kept as it stands, and somebody should look.
    package func doubts(in fields: [TermsField], under reference: ReferenceData) -> [Finding] {
        var reader = TermsReader(reference: reference)
        var copy = self
        // Whoever names an item that the vocabulary does not know says of what kind it is.
        let fields = fields.contains(.dataItems) && !fields.contains(.itemKinds) ? fields + [.itemKinds] : fields
        return fields.flatMap { field in
            reader.read(text(of: field), as: field, into: &copy, at: .field(field.rawValue)).warnings
                .map { $0.naming(field) }
        }
    }
}

extension Event {
    /// The fields of the terms that somebody stated with it.
    package var statedFields: [TermsField] {
        switch happening {
        case .registered: TermsField.allCases
        case .acted(let act): act.changes.map(\.field)
        case .corrected, .relocated: []
        }
    }
}
