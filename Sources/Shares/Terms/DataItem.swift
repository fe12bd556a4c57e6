/// One attribute that is shared: a National Insurance number.
package struct DataItem: Hashable, Sendable, Codable {
    package var name: Stated
    /// The dataset that carries it, where the register says so.
    package var dataset: String?
    /// Whether it relates to a living person who can be identified (UK GDPR Article 4(1)); nil where that is not known.
    package var isPersonal: Bool?
    /// The special category it reveals (UK GDPR Article 9(1)): `health`.
    package var specialCategory: String?
    /// Whether it relates to criminal convictions or offences (UK GDPR Article 10).
    package var isCriminalOffenceData: Bool
    /// Why the purpose needs this item (data minimisation, UK GDPR Article 5(1)(c)).
    package var justification: String?

    package init(
        _ name: Stated, dataset: String? = nil, isPersonal: Bool? = nil, specialCategory: String? = nil,
        isCriminalOffenceData: Bool = false, justification: String? = nil
    ) {
        self.name = name
        self.dataset = dataset
        self.isPersonal = isPersonal
        self.specialCategory = specialCategory
        self.isCriminalOffenceData = isCriminalOffenceData
        self.justification = justification
    }
}
