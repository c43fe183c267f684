import Foundation
import LandGeometry

/// How metres of the plane become hundredths of a millimetre of the paper, y downwards.
struct MapScale {
  /// Steps in which scales are chosen, so that a map has a round one.
  private static let steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
  /// The largest scale that is chosen. Ours: below it drawing noise is shown as if it were ground.
  private static let smallestDenominator = 100.0

  /// Metres on the ground for a metre on paper.
  let denominator: Double
  /// What the frame shows, in metres.
  let ground: Envelope
  /// The inside of the frame in hundredths of a millimetre.
  let frame: PaperBox

  /// The roundest scale at which an extent and a small margin fit into the frame, centred.
  init(showing extent: Envelope, in frame: PaperBox) {
    self.frame = frame
    let (width, height) = (Double(frame.width) / 1e5, Double(frame.height) / 1e5)
    let needed =
      1.05 * max((extent.maxX - extent.minX) / width, (extent.maxY - extent.minY) / height)
    denominator = Self.round(up: max(needed, Self.smallestDenominator))
    let centre = extent.centre
    ground = Envelope(
      minX: centre.x - width * denominator / 2, minY: centre.y - height * denominator / 2,
      maxX: centre.x + width * denominator / 2, maxY: centre.y + height * denominator / 2)
  }

  /// The place of a point on the paper; nil where its numbers are none. Far outside the frame, where
  /// nothing is seen, it is moved to 100 m from it.
  func place(x: Double, y: Double) -> PaperPoint? {
    guard x.isFinite, y.isFinite else { return nil }
    func hundredths(_ metres: Double) -> Int {
      Int((metres / denominator * 1e5).rounded(.toNearestOrAwayFromZero).clamped(to: 1e7))
    }
    return PaperPoint(
      x: frame.minX + hundredths(x - ground.minX), y: frame.maxY - hundredths(y - ground.minY))
  }

  /// The length of metres on paper in hundredths of a millimetre.
  func length(_ metres: Double) -> Int {
    Int((metres / denominator * 1e5).rounded(.toNearestOrAwayFromZero))
  }

  /// The smallest of 1, 2, 5, 10 … metres that takes at least so many hundredths of a millimetre.
  func roundMetres(atLeast hundredths: Int) -> Double {
    let needed = Double(hundredths) / 1e5 * denominator
    let power = pow(10, (log10(needed)).rounded(.down))
    return [1, 2, 5, 10].lazy.map { $0 * power }.first { $0 >= needed * (1 - 1e-12) } ?? 10 * power
  }

  private static func round(up value: Double) -> Double {
    let power = pow(10, log10(value).rounded(.down))
    return steps.lazy.map { $0 * power }.first { $0 >= value * (1 - 1e-12) } ?? 10 * power
  }
}

/// A place on the paper in hundredths of a millimetre, y downwards.
struct PaperPoint: Hashable {
  var x: Int
  var y: Int
}

/// A box on the paper in hundredths of a millimetre, y downwards.
struct PaperBox: Hashable {
  var minX: Int
  var minY: Int
  var maxX: Int
  var maxY: Int

  var width: Int { maxX - minX }
  var height: Int { maxY - minY }

  func intersects(_ other: PaperBox) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  func contains(_ other: PaperBox) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  func contains(_ point: PaperPoint) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }
}

extension Double {
  fileprivate func clamped(to limit: Double) -> Double { Swift.min(limit, Swift.max(-limit, self)) }
}
