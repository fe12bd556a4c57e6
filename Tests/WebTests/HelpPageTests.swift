import Foundation
import Testing
import Web

/// Help is there for everybody, and says what the pages are called.
struct HelpPageTests {
    @Test func everyPageLeadsToItsHelp() async throws {
        let site = try TestSite.ordinary
        let help = try await site.get("/help", as: nil).body
        for (address, topic) in [
            ("/board", "board"), ("/map", "map"), ("/shares", "register"), ("/shares/DWP-DS-00001", "share"),
            ("/propose", "proposing"), ("/data", "data"), ("/work", "work"), ("/hub", "hub"),
            ("/hub/import", "importing"), ("/hub/people", "people"), ("/hub/hand-over", "handingOver"),
            ("/hub/outbox", "outbox"), ("/hub/reference", "reference"), ("/hub/workflows", "trials"),
            ("/hub/templates", "trials"), ("/exchange", "exchange"), ("/exchange/webhooks", "webhooks"),
            ("/exchange/api-keys", "keys"), ("/exchange/verify", "manifests"), ("/exchange/certificates", "manifests"),
            ("/shares/DWP-DS-00001/documents", "documents"), ("/shares/DWP-DS-00001/contacts", "documents"),
            ("/away", "away"), ("/audit", "audit"),
        ] {
            #expect(try await site.get(address).body.contains("href=\"/help#\(topic)\">Help with this page"))
            #expect(help.contains("<h2 id=\"\(topic)\">"))
        }
    }

    /// A new page needs help of its own or of its part of the site.
    @Test(arguments: Route.Pattern.allCases)
    func noPageIsWithoutHelp(pattern: Route.Pattern) async throws {
        let address = pattern.rawValue.replacing("{reference}", with: "DWP-DS-00001")
            .replacing("{machine}", with: "proposal").replacing("{command}", with: "appoint-owner")
        let reply = try await TestSite.ordinary.get(address)
        guard reply.headers["content-type"]?.hasPrefix("text/html") == true, reply.status == 200,
            ![.help, .glossary, .accessibility].contains(pattern)
        else { return }
        let topic = try #require(reply.body.firstMatch(of: /href="\/help#(\w+)">Help with this page/)?.output.1)
        #expect(HelpTopic.allCases.contains { $0.rawValue == topic })
    }

    @Test func everyWordIsInTheGlossaryOfTheProject() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/glossary.md"), encoding: .utf8)
        for word in Glossary.words { #expect(text.contains("**\(word.name).**"), "\(word.name)") }
        #expect(Glossary.words.map(\.name) == Glossary.words.map(\.name).sorted { $0.lowercased() < $1.lowercased() })
    }

    @Test(arguments: [
        ("/glossary", "<dt>Gateway</dt>\n<dd>The legal power to disclose.</dd>"),
        ("/accessibility", "<h1>Accessibility statement</h1>"),
    ])
    func anybodyMayReadIt(address: String, content: String) async throws {
        #expect(try await TestSite.ordinary.get(address, as: nil).body.contains(content))
        #expect(try await TestSite.ordinary.get(address, as: "hub").body.contains(content))
    }
}
