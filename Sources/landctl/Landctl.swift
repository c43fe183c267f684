import LandKit
@main struct Landctl { static func main() {} }
