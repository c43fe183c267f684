// Hatches: a state is told by its pattern too, for readers who cannot tell the colours apart and for
// copies in black and white.

const hatchSize = 8;

/** Draws one repeat of a hatch. @param {CanvasRenderingContext2D} context @param {string} hatch */
function drawHatch(context, hatch) {
  const s = hatchSize;
  context.strokeStyle = 'rgba(0, 0, 0, 0.55)';
  context.fillStyle = 'rgba(0, 0, 0, 0.6)';
  context.lineWidth = 1;
  context.beginPath();
  if (hatch === 'forward' || hatch === 'cross') {
    for (const o of [-s, 0, s]) { context.moveTo(o - 1, s + 1); context.lineTo(o + s + 1, -1); }
  }
  if (hatch === 'backward' || hatch === 'cross') {
    for (const o of [-s, 0, s]) { context.moveTo(o - 1, -1); context.lineTo(o + s + 1, s + 1); }
  }
  if (hatch === 'horizontal') { context.moveTo(0, s / 2); context.lineTo(s, s / 2); }
  context.stroke();
  if (hatch === 'dots') {
    context.beginPath();
    context.arc(s / 2, s / 2, 1.2, 0, 2 * Math.PI);
    context.fill();
  }
}

/**
 * @param {string} hatch
 * @param {number} ratio device pixels a CSS pixel
 * @returns {HTMLCanvasElement}
 */
function hatchTile(hatch, ratio) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(hatchSize * ratio);
  const context = tile.getContext('2d');
  if (context) {
    context.scale(tile.width / hatchSize, tile.width / hatchSize);
    drawHatch(context, hatch);
  }
  return tile;
}

/** A small picture of a state for the legend. @param {{colour: string, hatch: string}} state */
function swatch(state) {
  const ratio = devicePixelRatio || 1;
  const canvas = document.createElement('canvas');
  canvas.className = 'swatch';
  canvas.width = Math.round(24 * ratio);
  canvas.height = Math.round(16 * ratio);
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = state.colour;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const pattern = state.hatch === 'none' ? null : context.createPattern(hatchTile(state.hatch, ratio), 'repeat');
  if (pattern) {
    context.fillStyle = pattern;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
