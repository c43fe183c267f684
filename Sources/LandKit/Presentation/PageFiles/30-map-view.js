// Where the map looks: centre and scale, and the ways between screen, metres and degrees.

/**
 * The plane of the map is in metres from the corner of the grid, x to the east, y to the north.
 * @typedef {Object} View
 * @property {number} x centre, m
 * @property {number} y centre, m
 * @property {number} scale screen pixels (CSS) a metre
 * @property {number} width CSS pixels
 * @property {number} height CSS pixels
 */

/** @param {View} view @param {number} x m @returns {number} CSS pixels */
function screenX(view, x) {
  return (x - view.x) * view.scale + view.width / 2;
}

/** @param {View} view @param {number} y m @returns {number} CSS pixels */
function screenY(view, y) {
  return (view.y - y) * view.scale + view.height / 2;
}

/** @param {View} view @param {number} sx @param {number} sy @returns {{x: number, y: number}} m */
function planeAt(view, sx, sy) {
  return {
    x: view.x + (sx - view.width / 2) / view.scale,
    y: view.y - (sy - view.height / 2) / view.scale,
  };
}

/** @param {{x: number, y: number}} point m @returns {{lon: number, lat: number}} degrees */
function degreesOf(point) {
  const grid = report.grid;
  return {
    lon: grid.lon0 + (point.x / grid.kx) * grid.step,
    lat: grid.lat0 + (point.y / grid.ky) * grid.step,
  };
}

/** @param {number} lon @param {number} lat @returns {{x: number, y: number}} m */
function planeOf(lon, lat) {
  const grid = report.grid;
  return {
    x: ((lon - grid.lon0) / grid.step) * grid.kx,
    y: ((lat - grid.lat0) / grid.step) * grid.ky,
  };
}

/**
 * A box on the grid as a box in metres.
 * @param {ArrayLike<number>} box minX, minY, maxX, maxY in grid units
 */
function planeBox(box) {
  const { kx, ky } = report.grid;
  return [box[0] * kx, box[1] * ky, box[2] * kx, box[3] * ky];
}

/** @param {View} view @param {number[]} box m @param {number} margin CSS pixels @returns {View} */
function viewOfBox(view, box, margin) {
  const wide = Math.max(box[2] - box[0], 1);
  const high = Math.max(box[3] - box[1], 1);
  const scale = Math.min(
    Math.max(view.width - 2 * margin, 20) / wide, Math.max(view.height - 2 * margin, 20) / high);
  return { ...view, x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, scale };
}

/**
 * The same view with another scale; the point under (sx, sy) stays where it is.
 * @param {View} view
 * @param {number} factor
 * @param {number} sx CSS pixels
 * @param {number} sy CSS pixels
 * @param {{least: number, most: number}} limits of the scale
 * @returns {View}
 */
function zoomed(view, factor, sx, sy, limits) {
  const scale = Math.min(Math.max(view.scale * factor, limits.least), limits.most);
  const fixed = planeAt(view, sx, sy);
  return {
    ...view,
    scale,
    x: fixed.x - (sx - view.width / 2) / scale,
    y: fixed.y + (sy - view.height / 2) / scale,
  };
}

/**
 * @param {View} view
 * @param {number} dx CSS pixels that the picture moves
 * @param {number} dy
 * @returns {View}
 */
function panned(view, dx, dy) {
  return { ...view, x: view.x - dx / view.scale, y: view.y + dy / view.scale };
}

/** @param {View} a @param {View} b */
function sameView(a, b) {
  return a.x === b.x && a.y === b.y && a.scale === b.scale && a.width === b.width && a.height === b.height;
}

/**
 * The length of a scale bar: the largest of 1, 2, 5 × 10ⁿ metres that has room.
 * @param {number} scale pixels a metre
 * @param {number} room pixels
 * @returns {number} m
 */
function scaleBarMetres(scale, room) {
  const most = room / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((each) => each * power <= most) || 1;
  return step * power;
}
