import Foundation
import Testing

@Suite struct RegisterExportTests {
    @Test func aRegisterGoesToStandardOutputAloneAndWhatIsLeftOutIsSaid() async throws {
        let desk = try await Desk()
        let published = try await desk.concordat("register", "export", "public")
        #expect(published.code == 0)
        #expect(published.out.components(separatedBy: "\r\n").count == 42)
        #expect(published.error.hasSuffix("40 shares\n"))
        let agreements = try await desk.concordat("register", "export", "dea", "--format", "json")
        #expect(agreements.out == "[\n]\n")
        #expect(agreements.error.contains("Not in it: 40 under another law"))
        let tabs = try await desk.concordat("register", "export", "public", "--format", "tsv")
        #expect(tabs.out.hasPrefix("reference\ttitle\tstatus\tproviders\t"))
        let again = try await desk.concordat("register", "export", "public")
        #expect(again.out == published.out)
    }

    @Test func theCatalogueTakesAnHTTPSAddressAndItsOwnForms() async throws {
        let desk = try await Desk()
        let turtle = try await desk.concordat(
            "register", "export", "catalogue", "--format", "turtle", "--base", "https://data.example.gov.uk/x")
        #expect(turtle.code == 0)
        #expect(turtle.out.contains("<https://data.example.gov.uk/x/share/DWP-DS-1> a dcat:Dataset ;"))
        #expect(try await desk.concordat("register", "export", "catalogue", "--format", "csv").code == 2)
        #expect(try await desk.concordat("register", "export", "dea", "--format", "turtle").code == 2)
        #expect(try await desk.concordat("register", "export", "catalogue", "--base", "http://example.org").code == 2)
        #expect(try await desk.concordat("register", "export", "dea", "--base", "https://example.org").code == 2)
    }
}
