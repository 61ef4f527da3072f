import GRDB
import Crypto
import Yams
import CZlib
enum P {}
