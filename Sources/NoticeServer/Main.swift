import ArgumentParser
import Hummingbird
import Mustache
import NIOHTTP1
@main struct M { static func main() {} }
