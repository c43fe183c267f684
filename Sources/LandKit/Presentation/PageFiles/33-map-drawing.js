// Drawing the layers into a picture. A drawing is a generator that stops between tiles, so that a large
// picture can be made over several frames while the last one is moved about.

// Our own limits of what is worth drawing, in CSS pixels.
const dotsBelow = 3; // features smaller than this become a box of pixels
const bordersAbove = 6;
const hatchAbove = 14;
const buildingsFrom = 0.35; // pixels a metre
const smallZone = 60;

/**
 * What to draw.
 * @typedef {Object} Scene
 * @property {DrawnLayer} parcels
 * @property {DrawnLayer|null} zones
 * @property {DrawnLayer|null} buildings
 * @property {{names: string[]}|null} zoneNames
 * @property {boolean[]} states which states are shown
 * @property {{zones: boolean, buildings: boolean, overlaps: boolean}} show
 * @property {Uint32Array} overlapping parcels that stand in a pair
 */

/**
 * A picture of a scene with the view it was made for.
 * @typedef {Object} Picture
 * @property {HTMLCanvasElement} canvas
 * @property {View} view
 */

/**
 * @param {Picture} picture
 * @param {Scene} scene
 * @param {number} ratio
 * @returns {Generator<void>}
 */
function* drawScene(picture, scene, ratio) {
  const context = picture.canvas.getContext('2d');
  if (!context) return;
  const view = picture.view;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, picture.canvas.width, picture.canvas.height);
  yield* drawParcels(context, view, scene, ratio);
  if (scene.buildings && scene.show.buildings && view.scale >= buildingsFrom) {
    yield* drawBuildings(context, view, scene.buildings, ratio);
  }
  if (scene.show.overlaps) drawOverlaps(context, view, scene, ratio);
  if (scene.zones && scene.show.zones) drawZones(context, view, scene.zones, ratio);
  if (scene.zones && scene.show.zones) drawZoneNames(context, view, scene, ratio);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {Scene} scene
 * @param {number} ratio
 * @returns {Generator<void>}
 */
function* drawParcels(context, view, scene, ratio) {
  const layer = scene.parcels;
  const close = [];
  const far = [];
  for (const tile of layer.tiles) {
    if (!tileInView(view, tile)) continue;
    (tile.meanSize * report.grid.kx * view.scale < dotsBelow ? far : close).push(tile);
  }
  const patterns = statePatterns(context, ratio, view.scale);
  for (const tile of close) {
    drawTile(context, view, scene, tile, ratio, patterns);
    yield;
  }
  if (far.length > 0) yield* drawDots(context, view, scene, far, ratio);
}

/**
 * The patterns of the states at a scale; they keep their size on screen.
 * @param {CanvasRenderingContext2D} context
 * @param {number} ratio
 * @param {number} scale
 */
function statePatterns(context, ratio, scale) {
  return report.states.map((/** @type {{hatch: string}} */ state) => {
    if (state.hatch === 'none') return null;
    const pattern = context.createPattern(hatchTile(state.hatch, ratio), 'repeat');
    if (pattern) pattern.setTransform(new DOMMatrix().scale(1 / (scale * ratio)));
    return pattern;
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {Scene} scene
 * @param {Tile} tile
 * @param {number} ratio
 * @param {Array<CanvasPattern|null>} patterns
 */
function drawTile(context, view, scene, tile, ratio, patterns) {
  const layer = scene.parcels;
  const size = tile.meanSize * report.grid.kx * view.scale;
  pointAt(context, view, tile.minX, tile.maxY, ratio);
  context.lineWidth = Math.min(1, size / 24) / view.scale;
  context.strokeStyle = '#222';
  for (let state = 0; state < layer.kinds; state++) {
    const path = scene.states[state] ? tilePath(layer, tile, state) : null;
    if (!path) continue;
    context.fillStyle = report.states[state].colour;
    context.fill(path);
    const pattern = patterns[state];
    if (pattern && size > hatchAbove) {
      context.fillStyle = pattern;
      context.fill(path);
    }
    if (size > bordersAbove) context.stroke(path);
  }
}

/**
 * Features of a few pixels as boxes, written into the memory of a picture: a hundred thousand calls to
 * the canvas would take much longer.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {Scene} scene
 * @param {Tile[]} tiles
 * @param {number} ratio
 * @returns {Generator<void>}
 */
function* drawDots(context, view, scene, tiles, ratio) {
  const { shapes, kind } = scene.parcels;
  const { width, height } = context.canvas;
  const { kx, ky } = report.grid;
  const pixels = new Uint32Array(width * height);
  const colours = report.states.map((/** @type {{colour: string}} */ state) => pixelColour(state.colour));
  const s = view.scale * ratio;
  const left = width / 2 - view.x * s;
  const top = height / 2 + view.y * s;
  const least = Math.max(1, Math.round(ratio)); // a dot is a CSS pixel at least
  // The states stand in the order of their weight; the weightier are drawn later, on top.
  for (let state = scene.states.length - 1; state >= 0; state--) {
    if (!scene.states[state]) continue;
    const colour = colours[state];
    for (const tile of tiles) {
      for (const f of tile.features) {
        if (kind[f] !== state) continue;
        const b = f * 4;
        const x0 = Math.round(shapes.boxes[b] * kx * s + left);
        const y0 = Math.round(top - shapes.boxes[b + 3] * ky * s);
        const x1 = Math.min(Math.max(Math.round(shapes.boxes[b + 2] * kx * s + left), x0 + least), width);
        const y1 = Math.min(Math.max(Math.round(top - shapes.boxes[b + 1] * ky * s), y0 + least), height);
        const from = Math.max(x0, 0), to = Math.max(x1, 0);
        for (let y = Math.max(y0, 0); y < y1; y++) pixels.fill(colour, y * width + from, y * width + to);
      }
    }
    yield;
  }
  blendPixels(context, pixels);
}

/**
 * Lays pixels over what is drawn.
 * @param {CanvasRenderingContext2D} context
 * @param {Uint32Array} pixels
 */
function blendPixels(context, pixels) {
  const { width, height } = context.canvas;
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = height;
  const drawing = sheet.getContext('2d');
  if (!drawing) return;
  drawing.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), width, height), 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(sheet, 0, 0);
}

/**
 * "#rrggbb" as a pixel of image data on the machines of today (low byte first).
 * @param {string} colour
 */
function pixelColour(colour) {
  const rgb = parseInt(colour.slice(1), 16);
  // White on white paper would not be seen: such dots are drawn in a light grey.
  const [r, g, b] = rgb === 0xffffff ? [0xcc, 0xcc, 0xcc] : [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {DrawnLayer} layer
 * @param {number} ratio
 * @returns {Generator<void>}
 */
function* drawBuildings(context, view, layer, ratio) {
  for (const tile of layer.tiles) {
    const path = tileInView(view, tile) ? tilePath(layer, tile, 0) : null;
    if (!path) continue;
    pointAt(context, view, tile.minX, tile.maxY, ratio);
    context.fillStyle = 'rgba(255, 255, 255, 0.82)';
    context.fill(path);
    context.lineWidth = 0.8 / view.scale;
    context.strokeStyle = '#333';
    context.stroke(path);
    yield;
  }
}

/**
 * Outlines the parcels that overlap others.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {Scene} scene
 * @param {number} ratio
 */
function drawOverlaps(context, view, scene, ratio) {
  const { shapes, kind } = scene.parcels;
  const { kx, ky } = report.grid;
  const b = shapes.boxes;
  context.strokeStyle = '#c0007a';
  context.fillStyle = '#c0007a';
  for (const f of scene.overlapping) {
    if (!hasGeometry(shapes, f) || !scene.states[kind[f]]) continue;
    const x0 = screenX(view, b[f * 4] * kx), x1 = screenX(view, b[f * 4 + 2] * kx);
    const y0 = screenY(view, b[f * 4 + 3] * ky), y1 = screenY(view, b[f * 4 + 1] * ky);
    if (x1 < 0 || y1 < 0 || x0 > view.width || y0 > view.height) continue;
    if (Math.max(x1 - x0, y1 - y0) < 5) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.fillRect((x0 + x1) / 2 - 1.5, (y0 + y1) / 2 - 1.5, 3, 3);
      continue;
    }
    outlineFeature(context, view, shapes, f, ratio, 2.5);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {Shapes} shapes
 * @param {number} feature
 * @param {number} ratio
 * @param {number} width CSS pixels
 */
function outlineFeature(context, view, shapes, feature, ratio, width) {
  const originX = shapes.boxes[feature * 4];
  const originY = shapes.boxes[feature * 4 + 3];
  pointAt(context, view, originX, originY, ratio);
  context.beginPath();
  addFeature(context, shapes, feature, originX, originY);
  context.lineJoin = 'round';
  context.lineWidth = width / view.scale;
  context.stroke();
}

/**
 * Boundaries of zones as chain lines, the sign of boundaries on maps. A zone of a few pixels gets a thin
 * plain line: its dashes would only cover the parcels.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {DrawnLayer} layer
 * @param {number} ratio
 */
function drawZones(context, view, layer, ratio) {
  context.lineJoin = 'round';
  for (const tile of layer.tiles) {
    const path = tileInView(view, tile) ? tilePath(layer, tile, 0) : null;
    if (!path) continue;
    const small = tile.meanSize * report.grid.kx * view.scale < smallZone;
    pointAt(context, view, tile.minX, tile.maxY, ratio);
    if (!small) {
      context.strokeStyle = 'rgba(255, 255, 255, 0.75)';
      context.lineWidth = 4 / view.scale;
      context.stroke(path);
      context.setLineDash([14, 4, 2, 4].map((pixels) => pixels / view.scale));
    }
    context.strokeStyle = small ? 'rgba(17, 17, 17, 0.7)' : '#111';
    context.lineWidth = (small ? 0.8 : 1.6) / view.scale;
    context.stroke(path);
    context.setLineDash([]);
  }
}

/**
 * Names of zones at their middle; a name that would cover another is left out.
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 * @param {Scene} scene
 * @param {number} ratio
 */
function drawZoneNames(context, view, scene, ratio) {
  if (!scene.zones || !scene.zoneNames) return;
  const { kx, ky } = report.grid;
  const b = scene.zones.shapes.boxes;
  const taken = [];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = '600 13px "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (let z = 0; z < scene.zones.shapes.count; z++) {
    const name = scene.zoneNames.names[z];
    if (!name || !hasGeometry(scene.zones.shapes, z)) continue;
    const x = screenX(view, ((b[z * 4] + b[z * 4 + 2]) / 2) * kx);
    // Above the zone rather than on it: the parcels are what one looks at.
    const y = Math.max(screenY(view, b[z * 4 + 3] * ky) - 11, 12);
    if (screenY(view, b[z * 4 + 1] * ky) < 0) continue;
    const half = context.measureText(name).width / 2 + 4;
    const box = [x - half, y - 9, x + half, y + 9];
    if (x < 0 || x > view.width || y > view.height) continue;
    if (taken.some((t) => t[0] < box[2] && t[2] > box[0] && t[1] < box[3] && t[3] > box[1])) continue;
    taken.push(box);
    context.strokeStyle = 'rgba(255, 255, 255, 0.92)';
    context.lineWidth = 4;
    context.strokeText(name, x, y);
    context.fillStyle = '#111';
    context.fillText(name, x, y);
  }
}
