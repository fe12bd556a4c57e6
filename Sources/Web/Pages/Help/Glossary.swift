/// The words that people meet on these pages; `docs/glossary.md` has these and those of the program.
package enum Glossary {
    package static let words: [(name: String, meaning: String)] = [
        ("Acknowledge", "A partner says that it has a version of a manifest."),
        ("Adopt", "The data owner stands behind inherited terms as true and complete."),
        (
            "Agreement",
            "The document that the parties sign for a share, such as a memorandum of understanding or a data sharing agreement."
        ),
        (
            "Amendment",
            "The next version of the terms of a share. It is assessed and approved while what is in force stays as it is."
        ),
        ("Appoint", "The hub names the person who is the data owner of a share."),
        ("Approval", "The workflow in which sign-offs and signatures are collected and terms come into force."),
        ("Assessment", "The main part of a DPIA: the risks to people, and what is done about them."),
        ("Channel", "How data travels. The department wants strategic channels and means to leave legacy ones."),
        ("Condition", "Something that a sign-off asks for, with an owner and a day."),
        ("Data item", "One attribute that is shared, such as the National Insurance number."),
        ("Data owner", "The appointed person who is accountable for a share."),
        ("Delegation", "Somebody acts in another’s roles for some days; the record names both."),
        (
            "DPIA",
            "Data protection impact assessment: what a share means for the people whose data it is (UK GDPR Article 35)."
        ),
        ("DPO", "Data protection officer: advises on every assessment."),
        ("Gateway", "The legal power to disclose."),
        ("Hand-over", "Giving everything that somebody holds to another person."),
        ("Hub", "The Chief Data Office: it sets policy for all spokes."),
        ("Inherited", "Flowing on what was agreed before it was recorded here, and not yet assessed here."),
        (
            "Lawful basis",
            "Why personal data may be processed at all (UK GDPR Article 6, and 9 or 10 where they apply)."
        ),
        ("Manifest", "The statement of a share, for programs, that partners receive."),
        ("Orphan", "An open share that nobody answers for."),
        ("Partner", "Another organisation that takes part in a share."),
        ("Party", "An organisation’s part in a share: provider, recipient or processor."),
        ("Proposal", "The workflow that decides whether a share is wanted, and on which terms."),
        ("Provider", "The party that discloses."),
        ("Recipient", "A party that receives."),
        ("Redundancy", "That one share makes another superfluous."),
        ("Register", "The list of shares."),
        ("Regularise", "To put an inherited share on a proper footing, with an assessment, sign-offs and signatures."),
        ("Requester", "The person who wants data for a purpose and proposes a share."),
        ("Residual risk", "The risk after the measures: how likely harm is, against how severe it would be."),
        ("Retention", "How long the data is kept, such as P2Y for two years."),
        ("Retirement", "The workflow that ends a share: notice, transfer stopped, deletion certified."),
        ("Review", "The workflow that asks whether a share is still needed and right."),
        ("Risk tier", "Low, medium or high, from the terms: it decides which sign-offs are required."),
        ("Screening", "Whether a DPIA is required, with the reason."),
        ("Share", "One governed flow of data from a provider to one or more recipients for a purpose."),
        ("Sign-off", "The consent of one office, such as legal or security, to one version of the terms."),
        ("SIRO", "Senior Information Risk Owner: accepts risk for the department."),
        ("Special category data", "Data that reveals health, ethnicity, belief and the like (UK GDPR Article 9)."),
        ("Spoke", "A part of the department whose data owners answer for its shares."),
        ("Stage", "Where a share stands on the whole, from its five workflows."),
        ("Suspend", "To stop a flow at once, so that it may come back."),
        ("Terms", "What is agreed: who shares what with whom, for what, under which law, how, and for how long."),
        ("Working day", "Not a weekend and not a bank holiday, where the provider is."),
    ]
}
