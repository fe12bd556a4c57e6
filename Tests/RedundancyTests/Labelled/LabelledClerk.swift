import Shares

/// Writes labelled shares down as the keepers of registers do.
struct LabelledClerk {
    let world: LabelledWorld
    let heldOut: Double
    var random: SplitMix
    private var isWhole: Bool { world.words.isWhole == true }

    let blank: Double

    init(world: LabelledWorld, heldOut: Double, blank: Double = 0, random: SplitMix) {
        self.blank = blank
        self.world = world
        self.heldOut = heldOut
        self.random = random
    }

    mutating func row(_ share: LabelledShare, reference: String) -> [String: String] {
        var row = full(share, reference: reference)
        guard blank > 0 else { return row }
        for field in ["purpose", "legal_gateway", "data_subjects", "frequency", "start_date", "end_date"]
        where random.chance(blank) {
            row[field] = ""
        }
        return row
    }

    private mutating func full(_ share: LabelledShare, reference: String) -> [String: String] {
        let provider = body(share.provider)
        let recipient = body(share.recipient)
        let family = LabelledWorld.families[share.family].rawValue
        let area = share.area.map { LabelledWorld.areas[$0].name }
        let areaInSubjects = area != nil && random.chance(0.65)
        var title = random.pick(world.words.titles, else: "")
        var purpose = random.pick(
            random.chance(0.1) ? world.words.oddPurposes[family] ?? [] : world.words.purposes[family] ?? [], else: "")
        let subjects = share.subjects.sorted().map { subject($0) }
        func fill(_ text: String, _ random: inout SplitMix) -> String {
            text.replacing("{scheme}", with: spelling(world.schemes[share.scheme], &random))
                .replacing("{provider}", with: short(share.provider, &random))
                .replacing("{recipient}", with: short(share.recipient, &random))
                .replacing("{subjects}", with: subjects.joined(separator: " and ").lowercasedFirst)
                .replacing("{function}", with: random.pick(world.words.functions[family] ?? [], else: "data"))
        }
        var own = random
        title = fill(title, &own)
        purpose = fill(purpose, &own)
        random = own
        if let area, !areaInSubjects {
            if random.chance(0.5) { title += " (\(area))" } else { purpose += " in \(area)" }
        }
        if share.isTest {
            if random.chance(0.5) {
                title += random.pick([" (UAT)", " – test", " [test data]"], else: "")
            } else {
                purpose = "System testing with synthetic records. " + purpose
            }
        }
        if random.chance(0.25) { purpose = random.pick(world.words.openers, else: "") + purpose.lowercasedFirst }
        if random.chance(0.35) { purpose += ". " + random.pick(world.words.boilerplate, else: "") }
        if random.chance(0.03) { title = title.uppercased() }
        let style = random.below(isWhole ? LabelledHabits.dateStyles : 5)
        let gateways = world.gateways[share.family]
        return [
            "reference": reference, "title": title, "provider": provider, "recipient": recipient,
            "purpose": random.chance(0.03) ? "" : purpose,
            "legal_gateway": random.chance(0.06) || gateways.isEmpty
                ? "" : gateway(gateways[share.gateway % gateways.count]),
            "lawful_basis": random.chance(0.08)
                ? ""
                : basis(share.basis),
            "data_items": items(share.items.sorted()),
            "data_subjects": random.chance(0.04)
                ? "" : subjects.map { areaInSubjects ? "\($0) in \(area ?? "")" : $0 }.joined(separator: "; "),
            "frequency": random.chance(0.05) ? "" : frequency(share.step),
            "transfer_method": random.pick(["API", "SFTE", "Secure email", "SFTP", "MOVEit"], else: "API"),
            "classification": "OFFICIAL", "start_date": random.chance(0.02) ? "" : date(share.start, style),
            "end_date": share.end.map { date($0, style) } ?? "", "review_date": "", "data_owner": "",
            "status": share.isOpen
                ? random.pick(["Live", "Active", "Current", "live", "In force"], else: "Live")
                : random.pick(["Closed", "Terminated", "Superseded", "Withdrawn"], else: "Closed"),
        ]
    }

    private func spelling(_ thing: Spelt, _ random: inout SplitMix) -> String {
        if thing.known.isEmpty || (!thing.heldOut.isEmpty && random.chance(heldOut)) {
            return random.pick(thing.heldOut, else: thing.id)
        }
        return random.chance(0.45) ? thing.known[0] : random.pick(thing.known, else: thing.id)
    }

    private func short(_ body: Int, _ random: inout SplitMix) -> String {
        let names = world.bodies[body].known + world.bodies[body].heldOut
        return names.min { $0.utf8.count < $1.utf8.count } ?? ""
    }

    private mutating func body(_ place: Int) -> String {
        let thing = world.bodies[place]
        let name = spelling(thing, &random)
        if isWhole { return LabelledHabits.body(name, &random) }
        switch random.below(100) {
        case ..<3: return LabelledHabits.slipped(name, &random)
        case ..<5: return name.uppercased()
        case ..<7: return name.replacing(" and ", with: " & ")
        case ..<9: return name.replacing("Department", with: "Dept")
        default: return name
        }
    }

    private mutating func subject(_ place: Int) -> String { spelling(world.subjects[place], &random) }

    private mutating func items(_ items: [Int]) -> String {
        var rest = items
        var texts: [String] = []
        if random.chance(0.3) {
            for bundle in world.words.bundles {
                let places = bundle.items.compactMap { id in world.items.firstIndex { $0.id == id } }
                guard places.count == bundle.items.count, places.allSatisfy(rest.contains), random.chance(0.6) else {
                    continue
                }
                rest.removeAll { places.contains($0) }
                texts.append(bundle.text)
            }
        }
        for item in rest {
            var text = spelling(world.items[item], &random)
            if isWhole {
                texts.append(LabelledHabits.item(text, &random))
                continue
            }
            switch random.below(100) {
            case ..<3: text = text.lowercased().replacing(" ", with: "_")
            case ..<6: text = text.uppercased()
            case ..<8: text = "Claimant " + text.lowercasedFirst
            default: break
            }
            texts.append(text)
        }
        var shuffled: [String] = []
        while !texts.isEmpty { shuffled.append(texts.remove(at: random.below(texts.count))) }
        return shuffled.joined(separator: random.chance(0.8) ? "; " : ";")
    }

    private mutating func frequency(_ step: Int) -> String {
        if isWhole || random.chance(heldOut), step < world.words.frequencies.count,
            !world.words.frequencies[step].isEmpty
        {
            return random.pick(world.words.frequencies[step], else: "")
        }
        let names = [
            ["One-off", "one off"], ["Ad hoc", "on request"], ["Annual", "annually", "yearly"],
            ["Quarterly", "each quarter"],
            ["Monthly", "every month"], ["Weekly", "every week"], ["Daily", "overnight"], ["Real time", "real-time"],
        ]
        return random.pick(names[step], else: "")
    }

    private mutating func basis(_ basis: Int) -> String {
        if let own = world.words.bases { return random.pick(own[basis], else: "") }
        return [["6(1)(e)", "Public task"], ["6(1)(c)", "Legal obligation"], ["Consent", "6(1)(a)"]][basis][
            random.below(2)]
    }

    private mutating func gateway(_ power: LabelledPower) -> String {
        if random.chance(heldOut), let section = power.section {
            return random.pick(world.words.gatewayStyles, else: "{act} s.{n}")
                .replacing("{act}", with: section.act)
                .replacing("{n}", with: String(section.number))
        }
        return random.chance(0.5)
            ? power.spellings[0] : random.pick(Array(power.spellings.dropFirst()), else: power.spellings[0])
    }

    private mutating func date(_ day: Day, _ style: Int) -> String {
        if isWhole { return LabelledHabits.date(day, style) }
        let (year, month, number) = day.parts
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        switch style {
        case 0: return day.description
        case 1: return "\(two(number))/\(two(month))/\(year)"
        case 2: return day.inWords
        case 3: return "\(number) \(day.inWords.split(separator: " ")[1].prefix(3)) \(year)"
        default: return "\(two(number)).\(two(month)).\(year)"
        }
    }
}

extension String {
    var lowercasedFirst: String {
        guard let first, dropFirst().first?.isLowercase == true else { return self }
        return first.lowercased() + dropFirst()
    }
}
