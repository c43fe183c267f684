// Finding features: tiles of neighbours with their boxes, and the test of a point.

/**
 * Neighbouring features in one tile. Tiles follow the data instead of a fixed net: zones lie far apart
 * in a province, and a net would put a whole zone into one square.
 * @typedef {Object} Tile
 * @property {Uint32Array} features
 * @property {number} minX grid units, like all four
 * @property {number} minY
 * @property {number} maxX
 * @property {number} maxY
 * @property {number} meanSize mean of the longer side of the boxes of its features, grid units
 * @property {any} paths what the map has built for the tile so far
 */

const featuresOfTile = 256;

/** Spreads the low 16 bits of a number onto the even bits. @param {number} value */
function spreadBits(value) {
  let v = value & 0xffff;
  v = (v | (v << 8)) & 0x00ff00ff;
  v = (v | (v << 4)) & 0x0f0f0f0f;
  v = (v | (v << 2)) & 0x33333333;
  return (v | (v << 1)) & 0x55555555;
}

/**
 * @param {Shapes} shapes
 * @returns {number[]} minX, minY, maxX, maxY of all; null features left out
 */
function extentOf(shapes) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let f = 0; f < shapes.count; f++) {
    if (!hasGeometry(shapes, f)) continue;
    box[0] = Math.min(box[0], shapes.boxes[f * 4]);
    box[1] = Math.min(box[1], shapes.boxes[f * 4 + 1]);
    box[2] = Math.max(box[2], shapes.boxes[f * 4 + 2]);
    box[3] = Math.max(box[3], shapes.boxes[f * 4 + 3]);
  }
  return box;
}

/**
 * Features in the order of the Morton curve, cut into tiles.
 * @param {Shapes} shapes
 * @returns {Tile[]}
 */
function tilesOf(shapes) {
  const [minX, minY, maxX, maxY] = extentOf(shapes);
  const width = Math.max(maxX - minX, maxY - minY, 1);
  const keys = new Float64Array(shapes.count);
  let placed = 0;
  for (let f = 0; f < shapes.count; f++) {
    if (!hasGeometry(shapes, f)) continue;
    const b = f * 4;
    const x = ((shapes.boxes[b] + shapes.boxes[b + 2]) / 2 - minX) / width;
    const y = ((shapes.boxes[b + 1] + shapes.boxes[b + 3]) / 2 - minY) / width;
    const morton = (spreadBits(x * 65535) | (spreadBits(y * 65535) << 1)) >>> 0;
    // One number holds key and feature: sorting numbers is much faster than sorting by a function.
    keys[placed++] = morton * 2097152 + f;
  }
  const sorted = keys.subarray(0, placed).sort();
  const tiles = [];
  for (let from = 0; from < placed; from += featuresOfTile) {
    const part = sorted.subarray(from, from + featuresOfTile);
    tiles.push(tileOf(shapes, Uint32Array.from(part, (key) => key % 2097152)));
  }
  return tiles;
}

/** @param {Shapes} shapes @param {Uint32Array} features @returns {Tile} */
function tileOf(shapes, features) {
  const tile = {
    features: features.sort(), minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity,
    meanSize: 0, paths: {},
  };
  const boxes = shapes.boxes;
  for (const f of features) {
    const x0 = boxes[f * 4], y0 = boxes[f * 4 + 1], x1 = boxes[f * 4 + 2], y1 = boxes[f * 4 + 3];
    if (x0 < tile.minX) tile.minX = x0;
    if (y0 < tile.minY) tile.minY = y0;
    if (x1 > tile.maxX) tile.maxX = x1;
    if (y1 > tile.maxY) tile.maxY = y1;
    tile.meanSize += Math.max(x1 - x0, y1 - y0) / features.length;
  }
  return tile;
}

/**
 * Whether a point lies in a feature, by the even-odd rule.
 * @param {Shapes} shapes
 * @param {number} feature
 * @param {number} x grid units
 * @param {number} y grid units
 */
function featureContains(shapes, feature, x, y) {
  let inside = false;
  for (let r = shapes.firstRing[feature]; r < shapes.firstRing[feature + 1]; r++) {
    if (ringContains(shapes, r, x, y)) inside = !inside;
  }
  return inside;
}

/** @param {Shapes} shapes @param {number} ring @param {number} x @param {number} y */
function ringContains(shapes, ring, x, y) {
  const { xy, firstPoint } = shapes;
  let inside = false;
  for (let p = firstPoint[ring], q = firstPoint[ring + 1] - 1; p < firstPoint[ring + 1]; q = p++) {
    const py = xy[2 * p + 1];
    const qy = xy[2 * q + 1];
    if (py > y === qy > y) continue;
    if (x < xy[2 * p] + ((y - py) / (qy - py)) * (xy[2 * q] - xy[2 * p])) inside = !inside;
  }
  return inside;
}

/**
 * The features at a point, the smallest first: it is the one that a larger one would hide.
 * @param {Shapes} shapes
 * @param {Tile[]} tiles
 * @param {number} x grid units
 * @param {number} y grid units
 * @param {number} reach grid units; features narrower than this are hit by their box
 * @returns {number[]}
 */
function featuresAt(shapes, tiles, x, y, reach) {
  const found = [];
  const size = (/** @type {number} */ f) =>
    (shapes.boxes[f * 4 + 2] - shapes.boxes[f * 4]) * (shapes.boxes[f * 4 + 3] - shapes.boxes[f * 4 + 1]);
  for (const tile of tiles) {
    if (x < tile.minX - reach || x > tile.maxX + reach) continue;
    if (y < tile.minY - reach || y > tile.maxY + reach) continue;
    for (const f of tile.features) {
      const b = f * 4;
      const x0 = shapes.boxes[b], y0 = shapes.boxes[b + 1];
      const x1 = shapes.boxes[b + 2], y1 = shapes.boxes[b + 3];
      const slack = Math.max(x1 - x0, y1 - y0) < reach ? reach / 2 : 0;
      if (x < x0 - slack || x > x1 + slack || y < y0 - slack || y > y1 + slack) continue;
      if (slack > 0 || featureContains(shapes, f, x, y)) found.push(f);
    }
  }
  return found.sort((a, b) => size(a) - size(b) || a - b);
}
