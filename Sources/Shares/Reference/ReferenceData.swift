package import Foundation

/// All that a department may say about its world without a compiler: bodies, words, law, channels, calendars, policy.
///
/// A class, as it is large and never changes: whoever is handed it copies nothing.
package final class ReferenceData: Sendable {
    package let organisations: Organisations
    package let dataItems: Vocabulary<DataItemTerm>
    package let gateways: Vocabulary<Gateway>
    package let lawfulBases: Vocabulary<LawfulBasis>
    package let channels: Vocabulary<Channel>
    package let frequencies: Vocabulary<Frequency>
    package let classifications: Vocabulary<Classification>
    package let statuses: Vocabulary<RegisterStatus>
    package let subjectGroups: Vocabulary<SubjectGroup>
    package let spokes: Vocabulary<Spoke>
    package let agreementTypes: Vocabulary<AgreementType>
    package let disposalMethods: Vocabulary<DisposalMethod>
    package let transferSafeguards: Vocabulary<TransferSafeguard>
    package let publicBenefits: Vocabulary<PublicBenefit>
    package let screeningTriggers: Vocabulary<ScreeningTrigger>
    package let reassessmentFields: [ReassessmentField]
    /// By the identifier of the organisation; empty where the department keeps none.
    package let partyParticulars: [String: PartyParticulars]
    /// The bodies that the UK Cross-Government Metadata Exchange Model knows; empty where the department keeps no list.
    package let metadataOrganisations: Set<String>
    package let letterTemplates: [LetterTemplate]
    /// By name; from the files whose names here begin with the folder of questions.
    package let questionSets: [String: QuestionSet]
    package let bankHolidays: [BankHolidays]
    /// Made once: every deadline counts by one of them.
    private let calendars: [BankHolidays.Division: WorkingDays]
    package let signOffRules: [SignOffRule]
    package let reviewIntervals: [ReviewInterval]

    /// Takes the files of `Templates/reference` by name, and gives either all of them or every fault in all of them.
    package init(files: [String: Data]) throws(Findings) {
        var notes = Findings()
        organisations = Organisations(Self.entries(in: files, &notes), notes: &notes)
        dataItems = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        let gateways: [ReferenceEntry<Gateway>] = Self.entries(in: files, &notes)
        self.gateways = Vocabulary(gateways, notes: &notes)
        lawfulBases = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        channels = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        frequencies = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        classifications = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        statuses = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        let groups: [ReferenceEntry<SubjectGroup>] = Self.entries(in: files, &notes)
        subjectGroups = Vocabulary(groups, notes: &notes)
        spokes = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        let types: [ReferenceEntry<AgreementType>] = Self.entries(in: files, &notes)
        agreementTypes = Vocabulary(types, notes: &notes)
        disposalMethods = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        transferSafeguards = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        publicBenefits = Vocabulary(Self.entries(in: files, &notes), notes: &notes)
        let triggers: [ReferenceEntry<ScreeningTrigger>] = Self.entries(in: files, &notes)
        screeningTriggers = Vocabulary(triggers, notes: &notes)
        reassessmentFields = ReferenceFile<ReassessmentField>(
            ReassessmentField.file, array: ReassessmentField.array, in: files, notes: &notes
        ).entries.map(\.value)
        let particulars = Self.optional(
            PartyParticulars.self, PartyParticulars.file, PartyParticulars.array, files, &notes)
        partyParticulars = Dictionary(
            particulars.map { ($0.value.organisation, $0.value) }, uniquingKeysWith: { first, _ in first })
        notes.append(ReferenceChecks.doubles(in: particulars, by: \.organisation))
        notes.append(ReferenceChecks.bodies(of: particulars, by: \.organisation, known: organisations))
        metadataOrganisations = Set(
            Self.optional(String.self, Self.metadataFile, "organisations", files, &notes).map(\.value))
        let letters = Self.optional(LetterTemplate.self, LetterTemplate.file, LetterTemplate.array, files, &notes)
        letterTemplates = letters.map(\.value)
        notes.append(ReferenceChecks.letters(letters))
        let prefix = QuestionSet.folder + "/"
        questionSets = QuestionSet.sets(
            files: Dictionary(
                uniqueKeysWithValues: files.filter { $0.key.hasPrefix(prefix) }.map {
                    (String($0.key.dropFirst(prefix.count)), $0.value)
                }), spokes: Set(spokes.all.map(\.id)), notes: &notes)
        let holidays = ReferenceFile<BankHolidays>(
            BankHolidays.file, array: BankHolidays.array, in: files, notes: &notes
        ).entries
        let bankHolidays = holidays.map(\.value)
        self.bankHolidays = bankHolidays
        calendars = Dictionary(
            uniqueKeysWithValues: BankHolidays.Division.allCases.map { division in
                (division, WorkingDays(bankHolidays.first { $0.id == division }))
            })
        let policy = SignOffPolicyReader(
            files[SignOffRule.file],
            known: SignOffPolicyReader.Known(
                items: Set(dataItems.all.map(\.id)), gateways: Set(gateways.map(\.value.id)),
                acts: Set(gateways.map(\.value.act)), agreementTypes: Set(types.map(\.value.id)),
                classifications: Set(classifications.all.map(\.id)), spokes: Set(spokes.all.map(\.id)),
                organisations: Set(organisations.all.map(\.id))))
        signOffRules = policy.rules
        notes.append(policy.notes)
        let intervals = ReferenceFile<ReviewInterval>(
            ReviewInterval.file, array: ReviewInterval.array, in: files, notes: &notes
        ).entries
        reviewIntervals = intervals.map(\.value)

        notes.append(ReferenceChecks.parties(of: gateways, known: organisations))
        notes.append(ReferenceChecks.links(of: groups, from: \.broader, known: subjectGroups))
        notes.append(ReferenceChecks.links(of: triggers, from: \.sameAs, known: screeningTriggers))
        notes.append(ReferenceChecks.links(of: types, from: \.under, known: agreementTypes))
        notes.append(ReferenceChecks.doubles(in: holidays, by: \.id.rawValue))
        notes.append(ReferenceChecks.doubles(in: intervals, by: \.tier))
        notes.append(ReferenceChecks.tiers(of: intervals, in: ReviewInterval.file, by: \.tier))
        if notes.hasErrors { throw notes }
    }

    private static func entries<Entry: Term>(in files: [String: Data], _ notes: inout Findings) -> [ReferenceEntry<
        Entry
    >] {
        ReferenceFile<Entry>(Entry.file, array: Entry.array, in: files, notes: &notes).entries
    }

    /// The entries of a file that a department may do without.
    private static func optional<Entry: Decodable & Sendable>(
        _: Entry.Type, _ file: String, _ array: String, _ files: [String: Data], _ notes: inout Findings
    ) -> [ReferenceEntry<Entry>] {
        files[file] == nil ? [] : ReferenceFile<Entry>(file, array: array, in: files, notes: &notes).entries
    }

    package static let metadataFile = "metadata-organisations.json"

    /// The names of all the files that `init(files:)` asks for.
    package static let fileNames = [
        Organisation.file, DataItemTerm.file, Gateway.file, LawfulBasis.file, Channel.file, Frequency.file,
        Classification.file, RegisterStatus.file, SubjectGroup.file, Spoke.file, AgreementType.file,
        DisposalMethod.file,
        TransferSafeguard.file, PublicBenefit.file, ScreeningTrigger.file, ReassessmentField.file, BankHolidays.file,
        SignOffRule.file, ReviewInterval.file,
    ]

    /// The calendar of a division of the United Kingdom.
    package func workingDays(in division: BankHolidays.Division) -> WorkingDays {
        calendars[division] ?? WorkingDays(nil)
    }
}
