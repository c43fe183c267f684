// Paths of tiles in metres from the tile's corner: drawing at another scale needs no new path, and the
// coordinates stay small enough for the 32-bit numbers that canvases reckon with.

/**
 * The shapes of one layer with what drawing needs.
 * @typedef {Object} DrawnLayer
 * @property {Shapes} shapes
 * @property {Tile[]} tiles
 * @property {Uint8Array} kind which path of its tile a feature belongs to
 * @property {number} kinds how many kinds there are
 */

/**
 * @param {Shapes} shapes
 * @param {Uint8Array} [kind]
 * @param {number} [kinds]
 * @returns {DrawnLayer}
 */
function drawnLayer(shapes, kind, kinds = 1) {
  return { shapes, tiles: tilesOf(shapes), kind: kind || new Uint8Array(shapes.count), kinds };
}

/** Twice the signed area of a ring, grid units². @param {Shapes} shapes @param {number} ring */
function ringTurn(shapes, ring) {
  const { xy, firstPoint } = shapes;
  const from = firstPoint[ring];
  const baseX = xy[2 * from], baseY = xy[2 * from + 1];
  let sum = 0;
  for (let p = from, q = firstPoint[ring + 1] - 1; p < firstPoint[ring + 1]; q = p++) {
    sum += (xy[2 * q] - baseX) * (xy[2 * p + 1] - baseY) - (xy[2 * p] - baseX) * (xy[2 * q + 1] - baseY);
  }
  return sum;
}

/**
 * In how many other rings of its feature a ring lies.
 * @param {Shapes} shapes
 * @param {number} feature
 * @param {number} ring
 */
function ringDepth(shapes, feature, ring) {
  const { xy, firstPoint } = shapes;
  const p = 2 * firstPoint[ring];
  // A hole may touch its shell with a corner, never with the middle of a side.
  const x = (xy[p] + xy[p + 2]) / 2;
  const y = (xy[p + 1] + xy[p + 3]) / 2;
  let depth = 0;
  for (let r = shapes.firstRing[feature]; r < shapes.firstRing[feature + 1]; r++) {
    if (r !== ring && ringContains(shapes, r, x, y)) depth++;
  }
  return depth;
}

/**
 * Adds a feature to a path. Shells run one way and holes the other, so that a path of many features can
 * be filled by the nonzero rule: by the even-odd rule two overlapping parcels would leave a hole.
 * @param {Path2D|CanvasRenderingContext2D} path
 * @param {Shapes} shapes
 * @param {number} feature
 * @param {number} originX grid units
 * @param {number} originY grid units
 */
function addFeature(path, shapes, feature, originX, originY) {
  const { xy, firstPoint, firstRing } = shapes;
  const { kx, ky } = report.grid;
  const several = firstRing[feature + 1] - firstRing[feature] > 1;
  for (let r = firstRing[feature]; r < firstRing[feature + 1]; r++) {
    const from = firstPoint[r];
    const size = firstPoint[r + 1] - from;
    const hole = several && ringDepth(shapes, feature, r) % 2 === 1;
    const backwards = ringTurn(shapes, r) > 0 === hole;
    for (let i = 0; i < size; i++) {
      const p = 2 * (from + (backwards ? size - 1 - i : i));
      const x = (xy[p] - originX) * kx;
      const y = (originY - xy[p + 1]) * ky;
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
}

/**
 * The path of the features of one kind in a tile, made when it is first needed.
 * @param {DrawnLayer} layer
 * @param {Tile} tile
 * @param {number} kind
 * @returns {Path2D|null} null if the tile has none of the kind
 */
function tilePath(layer, tile, kind) {
  if (!tile.paths.kinds) tile.paths.kinds = new Array(layer.kinds);
  if (tile.paths.kinds[kind] === undefined) {
    const members = tile.features.filter((f) => layer.kind[f] === kind);
    const path = members.length > 0 ? new Path2D() : null;
    for (const f of members) {
      if (path) addFeature(path, layer.shapes, f, tile.minX, tile.maxY);
    }
    tile.paths.kinds[kind] = path;
  }
  return tile.paths.kinds[kind];
}

/**
 * Points a context at the corner of a box: units are metres to the right and down.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {number} originX grid units
 * @param {number} originY grid units
 * @param {number} ratio device pixels a CSS pixel
 */
function pointAt(context, view, originX, originY, ratio) {
  const { kx, ky } = report.grid;
  const s = view.scale * ratio;
  context.setTransform(
    s, 0, 0, s, screenX(view, originX * kx) * ratio, screenY(view, originY * ky) * ratio);
}

/** @param {View} view @param {Tile} tile whether the tile is in the picture */
function tileInView(view, tile) {
  const { kx, ky } = report.grid;
  return screenX(view, tile.maxX * kx) >= 0 && screenX(view, tile.minX * kx) <= view.width
    && screenY(view, tile.minY * ky) >= 0 && screenY(view, tile.maxY * ky) <= view.height;
}
