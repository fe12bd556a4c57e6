import SamplePortfolios
import Shares
import Testing

@Suite struct SamplePortfolioTests {
    @Test func theSameSeedGivesTheSameBytes() throws {
        let first = SampleInputs.csv(try SampleInputs.portfolio(1500, seed: 7))
        #expect(first == SampleInputs.csv(try SampleInputs.portfolio(1500, seed: 7)))
    }

    @Test func anotherSeedGivesAnotherPortfolio() throws {
        let first = try SampleInputs.portfolio(1500, seed: 1).map(\.title)
        let second = try SampleInputs.portfolio(1500, seed: 2).map(\.title)
        #expect(zip(first, second).filter { $0 == $1 }.count < 300)
    }

    @Test(arguments: [0, 1, 10, 120, 1500, 10_000])
    func thereAreAsManyRowsAsAskedFor(shares: Int) throws {
        let rows = CSVCells.rows(SampleInputs.csv(try SampleInputs.portfolio(shares)))
        #expect(rows.count == shares + 1)
        #expect(rows.allSatisfy { $0.count == 17 })
        #expect(
            rows[0].joined(separator: ",")
                == "reference,title,provider,recipient,purpose,legal_gateway,lawful_basis,data_items,data_subjects,"
                + "frequency,transfer_method,classification,start_date,end_date,review_date,data_owner,status")
    }

    @Test func whatMustNotBeEmptyIsNot() throws {
        let faulty = try SampleInputs.portfolio(10_000, seed: 3).filter { row in
            let cells = [row.reference, row.title, row.provider, row.recipient, row.purpose, row.dataItems, row.status]
            return cells.contains { $0.allSatisfy(\.isWhitespace) }
        }
        #expect(faulty.map(\.reference).isEmpty)
    }

    @Test func aProviderIsNeverItsOwnRecipient() throws {
        let circular = try SampleInputs.portfolio(10_000).filter { $0.providerID == $0.recipientID }
        #expect(circular.map(\.reference).isEmpty)
    }

    @Test func noReferenceStandsTwice() throws {
        let references = try SampleInputs.portfolio(20_000, seed: 4).map(\.reference)
        #expect(Set(references).count == 20_000)
    }

    @Test func noCellHoldsAControlOrBidirectionalCharacter() throws {
        let faulty = try SampleInputs.portfolio(5000).filter { row in
            row.cells.joined().unicodeScalars.contains { scalar in
                let category = scalar.properties.generalCategory
                return category == .control || category == .format
            }
        }
        #expect(faulty.map(\.reference).isEmpty)
    }

    @Test func cellsWithCommasAndQuotesComeBackAsTheyWere() throws {
        let portfolio = try SampleInputs.portfolio(1500, seed: 5)
        let rows = CSVCells.rows(SampleInputs.csv(portfolio))
        #expect(rows.dropFirst().elementsEqual(portfolio.map(\.cells)))
        #expect(rows.contains { $0.contains { $0.contains("\"") } })
        #expect(rows.contains { $0.contains { $0.contains(",") } })
    }

    @Test func cellsAreQuotedAsTheRFCSays() {
        var bytes: [UInt8] = []
        SampleCSV.append(["plain", "a,b", "say \"so\"", "", "two\nlines"], to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "plain,\"a,b\",\"say \"\"so\"\"\",,\"two\nlines\"\n")
    }
}
