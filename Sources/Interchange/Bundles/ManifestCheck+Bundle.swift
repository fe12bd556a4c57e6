internal import JSONValues
internal import Shares
internal import Signatures

extension ManifestCheck {
    package static let mostFiles = 64
    /// In bytes, of any file of a bundle.
    package static let longestFile = 4 * 1024 * 1024

    /// A bundle: every file is on its list and as the list says, both forms say the same, and one and the same signer signed
    /// the list and both forms.
    package func verdict(onBundle files: [String: [UInt8]]) async -> ManifestVerdict {
        var reading = Reading()
        if let json = files[ManifestBundle.json] {
            reading.readJSON(json, file: ManifestBundle.json, schemas)
            let name = ManifestBundle.json + ManifestBundle.jws
            if let jws = files[name] { reading.check(jws, over: json, file: name) }
        } else {
            reading.findings.append(missing(ManifestBundle.json))
        }
        // Each form must stand by itself: a partner may read only one of them.
        let jsonChain = reading.chain
        reading.chain = nil
        if let xml = files[ManifestBundle.xml] {
            reading.readXML(xml, file: ManifestBundle.xml, schemas)
        } else {
            reading.findings.append(missing(ManifestBundle.xml))
        }
        let xmlChain = reading.chain
        reading.chain = jsonChain ?? xmlChain
        checkList(files, &reading)
        if let chain = reading.chain {
            if jsonChain == nil { reading.findings.append(missing(ManifestBundle.json + ManifestBundle.jws)) }
            if xmlChain == nil, !reading.hasBrokenSignature {
                reading.findings.append(
                    .error(
                        "signature-missing", at: .pointer(file: ManifestBundle.xml, ""),
                        "Only the other form is signed."))
            }
            if let xmlChain, xmlChain.signer != chain.signer {
                reading.findings.append(
                    .error(
                        "signers-differ", at: .pointer(file: ManifestBundle.xml, ""),
                        "It is signed by somebody else than the other form."))
            }
            checkForStockTools(files, chain, &reading)
        }
        return await verdict(on: reading, file: ManifestBundle.list)
    }

    /// What a partner checks with openssl alone: it must lead to the same answer.
    private func checkForStockTools(_ files: [String: [UInt8]], _ chain: CertificateChain, _ reading: inout Reading) {
        let name = ManifestBundle.json + ManifestBundle.der
        if let der = files[name] {
            if let json = files[ManifestBundle.json] {
                do throws(Findings) { try DERSignature.check(der, over: json, by: chain, file: name) } catch {
                    reading.findings.append(error)
                }
            }
        } else {
            reading.findings.append(missing(name))
        }
        guard let pem = files[ManifestBundle.certificate] else {
            reading.findings.append(missing(ManifestBundle.certificate))
            return
        }
        let text = String(decoding: pem, as: UTF8.self)
        guard let there = try? CertificateChain(pem: text, source: ManifestBundle.certificate),
            there.signer == chain.signer
        else {
            reading.findings.append(
                .error(
                    "signers-differ", at: .pointer(file: ManifestBundle.certificate, ""),
                    "It is not the certificate of whoever signed."))
            return
        }
    }

    private func checkList(_ files: [String: [UInt8]], _ reading: inout Reading) {
        guard let bytes = files[ManifestBundle.list] else {
            reading.findings.append(missing(ManifestBundle.list))
            return
        }
        let signature = ManifestBundle.list + ManifestBundle.jws
        if let jws = files[signature] {
            reading.check(jws, over: bytes, file: signature)
        } else if reading.chain != nil {
            reading.findings.append(missing(signature))
        }
        let place = Place.pointer(file: ManifestBundle.list, "")
        guard let value = try? JSONValue(parsing: bytes, limits: JSONLimits(size: 64 * 1024, depth: 4)),
            let list = BundleList(value)
        else {
            reading.findings.append(.error("bundle-list", at: place, "It is not the list of a bundle."))
            return
        }
        if let manifest = reading.manifest,
            list.reference != manifest.reference.rawValue || list.version != manifest.version
        {
            reading.findings.append(
                .error(
                    "bundle-list", at: place,
                    "It is the list of version \(list.version) of \(list.reference), and the manifest is another."))
        }
        for file in list.files where files[file.name].map({ BundleList.File(name: file.name, bytes: $0) }) != file {
            reading.findings.append(
                files[file.name] == nil
                    ? missing(file.name)
                    : .error("bundle-digest", at: .pointer(file: file.name, ""), "The file is not the one on the list.")
            )
        }
        let listed = Set(list.files.map(\.name)).union([ManifestBundle.list, signature])
        for name in files.keys.sorted() where !listed.contains(name) {
            reading.findings.append(
                .error("bundle-list", at: .pointer(file: name, ""), "The file is not on the list."))
        }
    }

    private func missing(_ name: String) -> Finding {
        .error("bundle-missing", at: .pointer(file: name, ""), "The file is missing.")
    }
}
