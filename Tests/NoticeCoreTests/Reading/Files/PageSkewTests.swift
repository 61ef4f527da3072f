import Glibc
import Testing

@testable import NoticeCore

@Suite struct PageSkewTests {
    /// A page of dashes, as lines of writing are from afar, turned by an angle.
    private func page(turned degrees: Double, width: Int = 900, height: Int = 1200) -> GreyImage {
        let slope = tan(degrees * .pi / 180)
        var pixels = [UInt8](repeating: 240, count: width * height)
        for y in 0..<height {
            for x in 100..<800 {
                let line = Double(y) - Double(x) * slope
                let isInk = line.truncatingRemainder(dividingBy: 40) > 28 && (x / 20) % 7 != 0
                if line > 100, line < 1000, isInk { pixels[y * width + x] = 30 }
            }
        }
        return GreyImage(width: width, height: height, pixels: pixels)
    }

    @Test(arguments: [-4.0, -2, -0.7, 1, 2, 3.5])
    func turnedPage_isMeasured(_ degrees: Double) {
        let skew = PageSkew(of: PageDots(of: page(turned: degrees)))
        #expect(abs(skew.degrees - degrees) < 0.2)
    }

    @Test func straightPage_isLeftAlone() {
        #expect(PageSkew(of: PageDots(of: page(turned: 0))).degrees == 0)
    }

    @Test func emptyPage_isLeftAlone() {
        let dots = PageDots(of: GreyImage(width: 300, height: 300, pixels: Array(repeating: 250, count: 90_000)))
        #expect(dots.isEmpty)
        #expect(PageSkew(of: dots).degrees == 0)
    }

    @Test func image_isReadFromItsHeader() throws {
        let image = try #require(
            GreyImage(portableGreyMap: Array("P5\n# made by hand\n2 3 255\n".utf8) + [1, 2, 3, 4, 5, 6]))
        #expect(image.width == 2 && image.height == 3 && image.pixels == [1, 2, 3, 4, 5, 6])
    }

    @Test(arguments: [
        "P5\n2 3 255\n12345", "P6\n1 1 255\n123", "P5\n2 3 65535\n123456", "P5\n", "", "P5\n0 3 255\n",
        "P5 9999999 9999999 255\n",
    ])
    func image_thatIsAnother_isNone(_ text: String) {
        #expect(GreyImage(portableGreyMap: Array(text.utf8)) == nil)
    }
}
