import Casework
import Shares
import Testing
import Web
import Workflows

/// Whoever signs off or signs sees what they put their name to; and people go by their names.
struct SignedMatterTests {
    private static let share = ShareReference("DS-1")

    /// A share that waits for its sign-offs.
    private static func site(advisedBy adviser: String = "dpo") async throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        for role in ["dpo", "security", "legal", "siro"] {
            try site.office.keep(
                Person(
                    id: PersonID(role), name: "Robin <\(role)>", roles: [RoleName(rawValue: role)], organisation: "DWP")
            )
        }
        if adviser != "dpo" { try delegate("dpo", to: adviser, on: site) }
        let fields = [
            "title": "Earnings check", "provider": "HMRC", "recipient": "DWP", "purpose": "Checking <b>earnings</b>",
            "legal_gateway": "Welfare Reform Act 2012 s.127", "lawful_basis": "Public task",
            "data_items": "National Insurance number; Date of birth", "data_subjects": "Benefit claimants",
            "frequency": "Daily", "transfer_method": "API", "classification": "OFFICIAL", "retention": "P2Y",
            "start_date": "2026-05-01", "end_date": "2028-04-30", "review_date": "2027-01-01",
            "provider_role": "Controller", "recipient_role": "Controller", "necessity": "No other source says it",
            "onward_sharing": "None", "disposal": "Secure deletion", "transfers_outside_uk": "None",
            "automated_decisions": "None", "privacy_information": "The notice on each site",
            "rights_contact": "data.protection@department.example",
        ]
        _ = try site.office.propose(fields: fields, as: PersonID("requester"))
        for (command, person, fields) in [
            ("appoint-owner", "hub", ["owner": "owner"]), ("submit", "requester", [:]), ("accept", "owner", [:]),
            ("screen", "dpo", ["outcome": "required", "reason": "Data matching"]), ("begin-assessment", "owner", [:]),
            ("record-risk", "owner", ["risk": "A wrong match", "likelihood": "possible", "severity": "significant"]),
            (
                "record-measure", "owner",
                [
                    "reference": "1", "measures": "A person looks", "effect": "reduced",
                    "residual-likelihood": "remote", "residual-severity": "significant",
                ]
            ), ("submit-assessment", "owner", ["reason": "The paper answers them"]),
            ("advise", adviser, ["advice": "Proceed"]), ("approve-dpia", "siro", ["advice-accepted": "yes"]),
            ("open", "hub", [:]), ("sign-off", "dpo", [:]),
        ] as [(CommandName, String, [String: String])] {
            try give(command, person, fields, site)
        }
        return site
    }

    private static func delegate(_ principal: String, to delegate: String, on site: TestSite) throws {
        let person = try #require(try site.office.currentRoster()[PersonID(principal)])
        _ = try site.office.delegate(
            Delegation(
                number: 0, from: person.id, to: PersonID(delegate), roles: person.roles,
                first: try #require(Day(iso: "2026-05-01")), last: try #require(Day(iso: "2026-05-20")), reason: "Leave"
            ), as: person.id)
    }

    private static func give(
        _ command: CommandName, _ person: String, _ fields: [String: String], _ site: TestSite
    ) throws {
        _ = try site.office.act(on: share, Order(command, fields: fields), as: PersonID(person))
    }

    @Test func theFormSaysWhatIsSigned() async throws {
        let site = try await Self.site()
        let before = try await site.get("/shares/DS-1/act/approval/sign-off", as: "owner").body
        #expect(before.contains("<h2 id=\"signed\">What is signed</h2>"))
        for says in [
            "Its text is not frozen yet", "Checking &lt;b&gt;earnings&lt;/b&gt;", "National Insurance number",
            "Welfare Reform Act 2012", "Required: Data matching", "Advice of the DPO: Proceed",
            "The advice was accepted.", "Low risk remains", "DPO by Robin &lt;dpo&gt; (dpo) of DWP on 1 May 2026",
        ] { #expect(before.contains(says), "\(says)") }
        try Self.give("sign-off", "owner", [:], site)
        try Self.give("sign-off", "security", [:], site)
        try Self.give("set-condition", "owner", ["condition": "Train the team", "owner": "owner"], site)
        try Self.give("prepare-agreement", "legal", ["reason": "The annex says the rest"], site)
        let page = try await site.get("/shares/DS-1/act/approval/sign", as: "hub").body
        let frozen = try #require(try site.office.show(Self.share).share.agreementForSignature?.frozen?.text)
        #expect(page.contains("Agreement 1, of version 1 of the terms"))
        #expect(page.contains("href=\"/shares/DS-1/documents?agreement=1\">Read the frozen text</a>"))
        #expect(page.contains("<code>\(frozen.digest.prefix(16))…</code>"))
        #expect(page.contains("1. Train the team: not met"))
        for says in ["1 May 2026", "30 April 2028", "1 January 2027", "Capacity in which it is signed"] {
            #expect(page.contains(says), "\(says)")
        }
        for says in ["2028-04-30", "2027-01-01", "in which it is signed off"] {
            #expect(!page.contains(says), "\(says)")
        }
        // Whoever is outside learns what was agreed, and not how the department came to it.
        try site.office.keep(
            Person(id: PersonID("hmrc"), name: "Partner", roles: ["partner"], organisation: "HMRC"))
        let look = try await site.get("/shares/DS-1/act/approval/sign", as: "stranger").body
        #expect(look.contains("Read the frozen text") && look.contains("National Insurance number"))
        #expect(!look.contains("What it rests on") && !look.contains("Train the team"))
    }

    @Test func whatADelegateAdvisedIsTheirsForThePrincipal() async throws {
        let site = try await Self.site(advisedBy: "security")
        let says = "Robin &lt;security&gt; (security) as DPO for Robin &lt;dpo&gt; (dpo), 1 May 2026)"
        #expect(try await site.get("/shares/DS-1", as: "owner").body.contains("Proceed (\(says)"))
        let form = try await site.get("/shares/DS-1/act/approval/sign-off", as: "owner").body
        #expect(form.contains("Advice of the DPO: Proceed (\(says)"))
    }

    @Test func whoeverMightSignOffInTwoCapacitiesIsAskedInWhich() async throws {
        let site = try await Self.site()
        try Self.delegate("dpo", to: "owner", on: site)
        let one = try await site.get("/shares/DS-1/act/approval/sign-off", as: "owner").body
        #expect(!one.contains("name=\"capacity\""))
        try Self.give("withdraw-sign-off", "dpo", ["reason": "A question"], site)
        let form = try await site.get("/shares/DS-1/act/approval/sign-off", as: "owner").body
        #expect(form.contains("name=\"capacity\"") && form.contains("You sign off in one of them alone"))
        #expect(form.contains(">Data owner</option>") && form.contains(">DPO, for Robin &lt;dpo&gt; (dpo)</option>"))
        #expect(
            try await site.get("/work", as: "owner").body
                .contains("You, as data owner, or as DPO for Robin &lt;dpo&gt; (dpo)"))
        let seen = ("seen-version", String(try site.office.show(Self.share).share.version))
        let silent = try await site.post("/shares/DS-1/act/approval/sign-off", [seen], as: "owner")
        #expect(silent.status == 422 && silent.body.contains("Capacity in which it is signed off is missing."))
        let signed = try await site.post(
            "/shares/DS-1/act/approval/sign-off", [seen, ("capacity", "dpo")], as: "owner")
        #expect(signed.status == 303)
        let given = try #require(try site.office.show(Self.share).share.approval.signOffs.last)
        #expect(given.capacity == "dpo" && given.by == PersonID("owner") && given.onBehalfOf == PersonID("dpo"))
    }

    @Test func peopleGoByTheirNamesToThoseWhoAreToldThem() async throws {
        let site = try await Self.site()
        let page = try await site.get("/shares/DS-1", as: "owner").body
        #expect(page.contains("Robin &lt;dpo&gt; <small>(dpo)</small> as DPO"))
        #expect(page.contains("Proceed (Robin &lt;dpo&gt; (dpo), 1 May 2026)"))
        #expect(page.contains("<dt>Owner</dt>\n<dd>Data owner (owner)</dd>"))
        // A partner is told the names of its own people alone.
        #expect(try await !site.get("/shares/DS-1", as: "stranger").body.contains("Robin"))
        let people = try await site.get("/hub/people").body
        #expect(people.contains(">Robin &lt;dpo&gt;</a><span class=\"reference\">dpo</span>"))
        #expect(people.contains("<td>Data owner</td>") && people.contains("<td>Leeds City Council</td>"))
        // A change of name is seen at once.
        try site.office.keep(Person(id: PersonID("dpo"), name: "Kim", roles: ["dpo"], organisation: "DWP"))
        #expect(try await site.get("/shares/DS-1", as: "owner").body.contains("Kim <small>(dpo)</small> as DPO"))
    }

    @Test func aPartnersMenuHasWhatAPartnerDoes() async throws {
        let site = try TestSite.ordinary
        let menu = try await site.get("/work", as: "leeds").body
        for area in ["/board", "/redundancy", "/report", "/workflows", "/audit", "/hub"] {
            #expect(!menu.contains("<li><a href=\"\(area)\">"), "\(area)")
        }
        #expect(menu.contains("<a href=\"/exchange\">") && menu.contains("<a href=\"/shares\">"))
        #expect(try await site.get("/work", as: "owner").body.contains("<a href=\"/board\">"))
    }
}
