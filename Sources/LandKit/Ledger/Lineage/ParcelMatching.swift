import LandGeometry
import LandSurvey

/// Matches the parcels of a survey with those of the one before, by ground first and by number
/// second.
///
/// Ground is measured on the plane of the earlier parcel's three-degree zone. One earlier and one
/// later parcel are found first, each in at most one such pair, in this order:
///
/// 1. `same`: the same number and the same ground (``LineageOptions/sameGroundShare``, or within
///    ``LineageOptions/redrawnWidth`` of the boundary); where one of the boundaries is missing or
///    invalid, the same number alone, with shares of 0 and a notice
///    (``LineageLink/isByNumberOnly``).
/// 2. `renumbered`: the same ground under another number; of several candidates the one that shares
///    most.
/// 3. `shifted`: the same number, and the same shape once the centroids are laid upon each other, no
///    farther than ``LineageOptions/maximumShift``. Not where new numbers hold most of the earlier
///    ground, or vanished ones held most of the later: then the number was given anew. The shares
///    are those after the move, as it is the drawing that moved.
///
/// Every other pair that shares ground (``LineageOptions/partShare`` of the smaller,
/// ``LineageOptions/minimumArea``) is linked unless both sides are matched already. Where both numbers
/// live on, what their parcels overlap within one survey is taken off first: it was drawn twice and
/// has not passed on. The kind is the dominant relation:
///
/// - The same number is `reshaped`; but `split` where half of another linked later parcel came from
///   the earlier one, and `merged` where half of another linked earlier parcel went into the later
///   one: who keeps the number takes part in the division all the same.
/// - Other numbers are `split` where the pair's ground is the larger part of the later parcel,
///   `merged` where it is the larger part of the earlier one. So a cession between neighbours is
///   `merged` for a large parcel that receives a strip. Two parcels that are linked with nobody else
///   and hold half of each other are `renumbered`; the shares say how much of it.
///
/// What has no link is `gone` or `new`, with shares of 0. A number that stands in both surveys
/// without a link gets a notice. Features under one id are one parcel, their areas added.
public struct ParcelMatching: Sendable {
  /// The limits.
  public let options: LineageOptions
  /// The workers; the result does not depend on their number.
  public let workers: Workers

  /// A matching with limits and workers.
  public init(options: LineageOptions = LineageOptions(), workers: Workers = Workers(count: 1)) {
    self.options = options
    self.workers = workers
  }

  /// Links the parcels of two surveys; every parcel of either is in at least one link.
  public func match(_ earlier: SurveyGround, with later: SurveyGround) -> SurveyLineage {
    var a = SurveySide(earlier, workers: workers)
    var b = SurveySide(later, workers: workers)
    SurveySide.compare(&a, &b, noise: options.coordinateNoise, workers: workers)
    let pairs = GroundPairs(a, b, options: options, workers: workers)
    var linker = ParcelLinker(a, b, pairs: pairs, options: options)
    linker.linkWholes()
    linker.linkParts()
    return linker.result(pairs)
  }
}
