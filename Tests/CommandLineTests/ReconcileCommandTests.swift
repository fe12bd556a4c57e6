import Foundation
import Testing

/// Receipts, mirrors and reconciliation from the command line, as `docs/reconcile.md` shows them.
@Suite struct ReconcileCommandTests {
    private static func row(
        _ reference: String, title: String = "Earnings check", purpose: String = "Awards",
        items: String = "National Insurance number;Date of birth", frequency: String = "Daily",
        end: String = "2039-03-31", status: String = "Live"
    ) -> String {
        "\(reference),\(title),HMRC,DWP,\(purpose),Welfare Reform Act 2012 s.127,Public task,\(items),"
            + "Benefit claimants,\(frequency),API,OFFICIAL,2023-04-01,\(end),2038-12-01,Head of Fraud Data,\(status)"
    }

    private static func register(_ rows: [String]) -> String {
        ([Register.header] + rows).joined(separator: "\n") + "\n"
    }

    private static let ours = register([
        row("DS-1"), row("DS-2"), row("DS-3"),
        row("DS-4", title: "Streets", purpose: "Planning offices", items: "Postcode"),
        row("DS-5", title: "Tax credit awards", purpose: "Paying tax credit awards", items: "Award amount"),
        row("DS-6").replacingOccurrences(of: ",DWP,", with: ",Home Office,"),
    ])
    private static let theirs = register([
        row("DS-1", items: "NINO;DoB"),
        row("DS-2", items: "NINO;Postcode", frequency: "Weekly", end: "2040-03-31"),
        row("DS-3", status: "Closed"),
        row("HMRC-9", title: "Accounts", purpose: "Refunds", items: "Bank account number"),
        row("HMRC-5", title: "Tax credit awards", purpose: "Paying tax credit awards", items: "Award amount"),
        row("HMRC-6").replacingOccurrences(of: ",DWP,", with: ",Home Office,"),
    ])

    private static let page: String? = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let page = folder.appendingPathComponent("docs/reconcile.md")
            if let text = try? String(contentsOf: page, encoding: .utf8) { return text }
        }
        return nil
    }()

    @Test func theAnswerIsThatOfTheDocumentation() async throws {
        let desk = try await Desk(shares: false)
        try desk.write(Self.ours, to: "ours.csv")
        try desk.write(Self.theirs, to: "theirs.csv")
        #expect(try await desk.concordat("import", "ours.csv").code == 0)
        let run = try await desk.concordat("reconcile", "HMRC", "--register", "theirs.csv")
        #expect(run.code == 1)
        #expect(try #require(Self.page).contains("```\n\(run.out)```"), "\(run.out)\(run.error)")
        let csv = try await desk.concordat("reconcile", "HMRC", "--register", "theirs.csv", "--format", "csv")
        #expect(csv.lines.first == "kind,ours,theirs,match,field,here,there")
        #expect(csv.lines.contains("differs,DS-2,DS-2,reference,frequency,Daily,Weekly"))
        #expect(csv.lines.contains("alike,DS-5,HMRC-5,100 %,reference,DS-5,HMRC-5"))
        #expect(csv.lines.contains("live-there-only,,HMRC-9,,status,,inherited"))
        let same = try await desk.concordat("reconcile", "HMRC", "--register", "ours.csv")
        #expect(same.code == 0, "\(same.out)\(same.error)")
        let none = try await desk.concordat("reconcile", "HMRC")
        #expect(none.code == 65 && none.error.contains("[no-mirrors]"))
    }

    @Test func whatWasIssuedIsAcknowledgedAndWhatIsOverdueIsListed() async throws {
        let desk = try await Desk()
        #expect(
            try await desk.concordat(
                "people", "add", "hmrc", "--name", "A post at HMRC", "--role", "partner", "--organisation", "HMRC"
            ).code == 0)
        #expect(try await desk.concordat("keys", "authority", "--to", "authority").code == 0)
        #expect(try await desk.concordat("keys", "issue", "--authority", "authority", "--to", "keys").code == 0)
        #expect(
            try await desk.concordat("manifest", "export", "DWP-DS-1", "DWP-DS-2", "--to", "out", "--keys", "keys")
                .code == 0)
        let waiting = try await desk.concordat("manifest", "receipts")
        #expect(waiting.code == 0 && waiting.error.hasSuffix("2 receipts asked for, 0 given\n"))
        let receipt = try await desk.concordat("manifest", "acknowledge", "out/DWP-DS-1", "--as", "hmrc")
        #expect(receipt.code == 0)
        #expect(receipt.out.hasPrefix("hm-revenue-customs has version 1 of the manifest of DWP-DS-1, digest "))
        let refused = try await desk.concordat("manifest", "acknowledge", "out/DWP-DS-1", "--as", "owner")
        #expect(refused.code == 1 && refused.error.contains("owner is neither"))
        let csv = try await desk.concordat("manifest", "receipts", "DWP-DS-1", "--format", "csv")
        #expect(csv.lines.count == 2 && csv.lines.last?.hasSuffix(",,no") == true && csv.out.contains(",hmrc,"))
        #expect(try await desk.concordat("manifest", "receipts", "--overdue").code == 0)
        // Its own manifests are no mirrors.
        let own = try await desk.concordat(
            "manifest", "import", "out/DWP-DS-1", "--trust", "authority/authority.pem")
        #expect(own.code == 65 && own.error.contains("[manifest-own]") && own.out == "Nothing was written.\n")
        #expect(try await desk.concordat("audit", "verify").code == 0)
    }
}
