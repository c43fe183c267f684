// The interactive map: keeps the view, makes pictures and moves them until the next one is ready.

const pictureMargin = 160; // CSS pixels drawn beyond each edge, room to move without a new picture
const drawingBudget = 9; // ms of drawing a frame while the reader moves the map

class ParcelMap {
  /**
   * @param {HTMLElement} host
   * @param {Scene} scene
   */
  constructor(host, scene) {
    this.host = host;
    this.scene = scene;
    this.canvas = document.createElement('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    host.append(this.canvas);
    this.ratio = 1;
    /** @type {View} */
    this.view = { x: 0, y: 0, scale: 1, width: 0, height: 0 };
    this.limits = { least: 1e-6, most: 40 };
    /** Boxes of everything on the map, m. */
    this.extent = this.wholeExtent();
    /** @type {Picture|null} */
    this.picture = null;
    /** @type {{picture: Picture, steps: Generator<void>, spent: number, revision: number}|null} */
    this.job = null;
    this.revision = 0;
    this.pictureRevision = -1;
    this.selected = -1;
    this.hovered = -1;
    this.crosshair = false;
    this.waiting = false;
    /** @type {Array<() => void>} */
    this.afterFrame = [];
    new ResizeObserver(() => this.resize()).observe(host);
    this.resize();
  }

  wholeExtent() {
    const boxes = [extentOf(this.scene.parcels.shapes)];
    if (this.scene.zones) boxes.push(extentOf(this.scene.zones.shapes));
    const all = boxes.reduce((a, b) => [
      Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
    return all[0] > all[2] ? [0, 0, 1000, 1000] : planeBox(all);
  }

  /** Takes the size of the host; the first size shows the whole extent. */
  resize() {
    const { clientWidth, clientHeight } = this.host;
    if (clientWidth === 0 || clientHeight === 0) return;
    const first = this.view.width === 0;
    this.ratio = Math.min(devicePixelRatio || 1, 3);
    this.canvas.width = Math.round(clientWidth * this.ratio);
    this.canvas.height = Math.round(clientHeight * this.ratio);
    this.view = { ...this.view, width: clientWidth, height: clientHeight };
    this.limits.least = viewOfBox(this.view, this.extent, 0).scale / 4;
    if (first) this.view = this.wholeView();
    this.change();
  }

  /** @returns {View} */
  wholeView() {
    const view = viewOfBox(this.view, this.extent, 24);
    return { ...view, scale: Math.min(view.scale, this.limits.most) };
  }

  /** @param {View} view */
  look(view) {
    if (sameView(view, this.view)) return;
    this.view = view;
    this.request();
  }

  /** The contents have changed: a new picture is needed. */
  change() {
    this.revision++;
    this.job = null;
    this.request();
  }

  request() {
    this.host.dataset.drawn = 'false';
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.frame();
    });
  }

  frame() {
    if (this.view.width === 0) return;
    if (!this.job && !this.pictureServes()) this.startJob();
    if (this.job) this.work(this.picture ? drawingBudget : Infinity);
    this.paint();
    const done = !this.job && this.pictureServes();
    for (const action of this.afterFrame) action();
    this.publish(done);
    if (!done) this.request();
  }

  /** Whether the picture holds all that the view shows. */
  pictureServes() {
    if (!this.picture || this.pictureRevision !== this.revision) return false;
    const made = this.picture.view;
    if (made.scale !== this.view.scale) return false;
    const dx = Math.abs(made.x - this.view.x) * made.scale;
    const dy = Math.abs(made.y - this.view.y) * made.scale;
    return dx <= pictureMargin && dy <= pictureMargin;
  }

  startJob() {
    const width = this.view.width + 2 * pictureMargin;
    const height = this.view.height + 2 * pictureMargin;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * this.ratio);
    canvas.height = Math.round(height * this.ratio);
    const picture = { canvas, view: { ...this.view, width, height } };
    const steps = drawScene(picture, this.scene, this.ratio);
    this.job = { picture, steps, spent: 0, revision: this.revision };
  }

  /** Draws for a while. @param {number} budget ms */
  work(budget) {
    if (!this.job) return;
    const start = performance.now();
    let done = false;
    while (!done && performance.now() - start < budget) done = this.job.steps.next().done === true;
    this.job.spent += performance.now() - start;
    if (!done) return;
    this.picture = this.job.picture;
    this.pictureRevision = this.job.revision;
    this.host.dataset.redrawMs = this.job.spent.toFixed(1);
    this.job = null;
  }

  /** Puts the picture, moved and scaled to the view, and what lies on top of it onto the screen. */
  paint() {
    const context = this.canvas.getContext('2d');
    if (!context || !this.picture) return;
    const made = this.picture.view;
    const factor = this.view.scale / made.scale;
    const left = screenX(this.view, made.x) - (made.width / 2) * factor;
    const top = screenY(this.view, made.y) - (made.height / 2) * factor;
    const r = this.ratio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    const { width, height } = this.picture.canvas;
    // Whole pixels keep the lines sharp.
    if (factor === 1) context.drawImage(this.picture.canvas, Math.round(left * r), Math.round(top * r));
    else context.drawImage(this.picture.canvas, left * r, top * r, width * factor, height * factor);
    if (this.hovered !== this.selected) this.mark(context, this.hovered, '#111', 2);
    this.mark(context, this.selected, '#0b4f8a', 3.5);
    if (this.crosshair) this.drawCrosshair(context);
  }

  /**
   * Outlines a parcel.
   * @param {CanvasRenderingContext2D} context
   * @param {number} parcel
   * @param {string} colour
   * @param {number} width
   */
  mark(context, parcel, colour, width) {
    const shapes = this.scene.parcels.shapes;
    if (!hasGeometry(shapes, parcel)) return;
    context.strokeStyle = '#fff';
    outlineFeature(context, this.view, shapes, parcel, this.ratio, width + 3);
    context.strokeStyle = colour;
    outlineFeature(context, this.view, shapes, parcel, this.ratio, width);
  }

  /**
   * The point that Enter opens for readers without a mouse.
   * @param {CanvasRenderingContext2D} context
   */
  drawCrosshair(context) {
    const x = Math.round(this.canvas.width / 2), y = Math.round(this.canvas.height / 2);
    const arm = 10 * this.ratio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const [colour, width] of [['#fff', 5], ['#0b4f8a', 2]]) {
      context.strokeStyle = String(colour);
      context.lineWidth = Number(width) * this.ratio;
      context.beginPath();
      context.moveTo(x - arm, y); context.lineTo(x + arm, y);
      context.moveTo(x, y - arm); context.lineTo(x, y + arm);
      context.stroke();
    }
  }

  /** Says in the document what the map shows. @param {boolean} done */
  publish(done) {
    const { lon, lat } = degreesOf(this.view);
    const data = this.host.dataset;
    data.drawn = String(done);
    data.scale = this.view.scale.toPrecision(8);
    data.lon = lon.toFixed(7);
    data.lat = lat.toFixed(7);
  }

  /**
   * The parcel at a place on the screen, −1 if none.
   * @param {number} sx
   * @param {number} sy
   * @param {number} reach CSS pixels
   */
  parcelAt(sx, sy, reach = 4) {
    const point = planeAt(this.view, sx, sy);
    const { kx, ky } = report.grid;
    const { shapes, tiles, kind } = this.scene.parcels;
    const found = featuresAt(shapes, tiles, point.x / kx, point.y / ky, reach / this.view.scale / kx);
    const shown = found.find((f) => this.scene.states[kind[f]]);
    return shown === undefined ? -1 : shown;
  }

  /** @param {number} parcel */
  select(parcel) {
    this.selected = parcel;
    this.host.dataset.selected = parcel < 0 ? '' : parcelId(parcel);
    this.request();
  }

  /** @param {number} parcel */
  hover(parcel) {
    if (parcel === this.hovered) return;
    this.hovered = parcel;
    this.request();
  }

  /**
   * Brings a parcel into the middle.
   * @param {number} parcel
   * @returns {boolean} false without geometry
   */
  goToParcel(parcel) {
    const shapes = this.scene.parcels.shapes;
    if (!hasGeometry(shapes, parcel)) return false;
    const box = planeBox(shapes.boxes.subarray(parcel * 4, parcel * 4 + 4));
    this.goToBox(box, 5);
    return true;
  }

  /** @param {number[]} box m @param {number} times how much of the surroundings to show */
  goToBox(box, times) {
    const view = viewOfBox(this.view, box, 0);
    this.look({ ...view, scale: Math.min(view.scale / times, this.limits.most) });
  }

  /** @param {number} zone */
  goToZone(zone) {
    const zones = this.scene.zones;
    if (!zones || !hasGeometry(zones.shapes, zone)) return;
    this.look(viewOfBox(this.view, planeBox(zones.shapes.boxes.subarray(zone * 4, zone * 4 + 4)), 28));
  }

  /**
   * The zone at a place that is too small on the screen to see into, −1 if none.
   * @param {number} sx
   * @param {number} sy
   */
  smallZoneAt(sx, sy) {
    const zones = this.scene.zones;
    if (!zones || !this.scene.show.zones) return -1;
    const point = planeAt(this.view, sx, sy);
    const { kx, ky } = report.grid;
    const reach = smallZone / this.view.scale / kx;
    const [zone] = featuresAt(zones.shapes, zones.tiles, point.x / kx, point.y / ky, reach);
    if (zone === undefined) return -1;
    const boxes = zones.shapes.boxes;
    const width = (boxes[zone * 4 + 2] - boxes[zone * 4]) * kx * this.view.scale;
    return width < smallZone * 3 ? zone : -1;
  }

  /** @param {number} lon @param {number} lat */
  goToPlace(lon, lat) {
    const { x, y } = planeOf(lon, lat);
    this.look({ ...this.view, x, y, scale: Math.max(this.view.scale, 2) });
    this.crosshair = true;
  }
}

/** @param {any} data the report @returns {Scene} */
function sceneOf(data) {
  const parcels = decodeShapes(data.layers.parcels);
  const pairs = data.overlaps;
  return {
    parcels: drawnLayer(parcels, Uint8Array.from(data.parcels.state), data.states.length),
    zones: data.layers.zones ? drawnLayer(decodeShapes(data.layers.zones)) : null,
    buildings: data.layers.buildings ? drawnLayer(decodeShapes(data.layers.buildings)) : null,
    zoneNames: data.layers.zones,
    states: data.states.map(() => true),
    show: { zones: true, buildings: true, overlaps: false },
    overlapping: Uint32Array.from(new Set([...pairs.first, ...pairs.second])),
  };
}
