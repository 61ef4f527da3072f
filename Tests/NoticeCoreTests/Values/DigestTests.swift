import Testing

@testable import NoticeCore

@Suite struct DigestTests {
    /// FIPS 180-4, example of one block.
    private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func digest_isThatOfTheStandard() {
        #expect(Digest(of: "abc".utf8).hex == abc)
        #expect(Digest(of: Array("abc".utf8)).hex == abc)
        #expect(Digest(of: "abc".utf8.lazy.map { $0 }).hex == abc)
    }

    @Test func storedBytes_readBackEqual() throws {
        let digest = Digest(of: "abc".utf8)
        #expect(digest.bytes.count == 32)
        #expect(Digest(stored: digest.bytes) == digest)
        #expect(try #require(Digest(hex: abc.uppercased())) == digest)
        #expect(Set([digest, Digest(stored: digest.bytes)]).count == 1)
    }

    @Test func differenceInTheLastByte_isADifference() {
        var bytes = Digest(of: "abc".utf8).bytes
        bytes[31] ^= 1
        #expect(Digest(stored: bytes) != Digest(of: "abc".utf8))
    }

    @Test func textThatIsNoDigest_isRefused() {
        #expect(Digest(hex: abc.dropLast()) == nil)
        #expect(Digest(hex: "g" + abc.dropFirst()) == nil)
    }
}
