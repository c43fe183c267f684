// Shapes: base64 → varints → rings on the integer grid of the report.

/**
 * The shapes of a layer in flat arrays: feature f has the rings firstRing[f] ..< firstRing[f + 1],
 * ring r the points firstPoint[r] ..< firstPoint[r + 1], point p stands at xy[2p], xy[2p + 1] in grid
 * units. Boxes hold minX, minY, maxX, maxY; a feature without geometry has minX > maxX.
 * @typedef {Object} Shapes
 * @property {number} count
 * @property {Int32Array} xy
 * @property {Uint32Array} firstPoint
 * @property {Uint32Array} firstRing
 * @property {Int32Array} boxes
 */

/**
 * @param {string} text
 * @returns {Uint8Array}
 */
function bytesOfBase64(text) {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

/**
 * @param {{count: number, shape: string}} layer
 * @returns {Shapes}
 */
function decodeShapes(layer) {
  const bytes = bytesOfBase64(layer.shape);
  const count = layer.count;
  // Each number takes a byte at least, so the number of bytes bounds the number of coordinates.
  const xy = new Int32Array(bytes.length);
  const firstPoint = [0];
  const firstRing = new Uint32Array(count + 1);
  const boxes = new Int32Array(count * 4);
  let at = 0;
  let used = 0;
  let x = 0;
  let y = 0;

  const next = () => {
    let value = 0;
    let factor = 1;
    for (;;) {
      if (at >= bytes.length) throw new RangeError('shape data end too early');
      const byte = bytes[at++];
      // Multiplication, because a shift would cut off what lies above 32 bits.
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  const nextSigned = () => {
    const value = next();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };

  for (let feature = 0; feature < count; feature++) {
    let minX = 2147483647, minY = 2147483647, maxX = -2147483648, maxY = -2147483648;
    for (let rings = next(); rings > 0; rings--) {
      for (let points = next(); points > 0; points--) {
        x += nextSigned();
        y += nextSigned();
        xy[used++] = x;
        xy[used++] = y;
        if (x < minX) minX = x;
        if (x > maxX) maxX = x;
        if (y < minY) minY = y;
        if (y > maxY) maxY = y;
      }
      firstPoint.push(used / 2);
    }
    firstRing[feature + 1] = firstPoint.length - 1;
    boxes.set([minX, minY, maxX, maxY], feature * 4);
  }
  return { count, xy: xy.slice(0, used), firstPoint: Uint32Array.from(firstPoint), firstRing, boxes };
}

/**
 * @param {Shapes} shapes
 * @param {number} feature
 */
function hasGeometry(shapes, feature) {
  return feature >= 0 && shapes.boxes[feature * 4] <= shapes.boxes[feature * 4 + 2];
}
