// A drawing: strokes of points, each from 0 to 1 across the paper.

const PEN = 0.055; // of the paper's width
const DIGIT_BOX = 20 / 28; // MNIST's digits fill so much of their images
const DIGIT_PEN = 2.4 / 28;

export class Drawing {
  constructor() {
    this.strokes = [];
  }

  get isEmpty() {
    return this.strokes.length === 0;
  }

  begin(point) {
    this.strokes.push([point]);
  }

  extend(point) {
    this.strokes.at(-1).push(point);
  }

  undo() {
    this.strokes.pop();
  }

  clear() {
    this.strokes = [];
  }

  /** Draws it as it is. */
  paint(context, size, colour) {
    paint(context, this.strokes, colour, PEN * size, ([x, y]) => [x * size, y * size]);
  }

  /** White on black, as large as the model's pictures: a digit as those of MNIST, anything else as it is. */
  picture(width, height, isDigit) {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!isDigit) {
      blacken(context);
      paint(context, this.strokes, "#fff", PEN * width, ([x, y]) => [x * width, y * height]);
      return canvas;
    }
    const place = boxed(this.strokes, width);
    paintDigit(context, this.strokes, place, [0, 0]);
    paintDigit(context, this.strokes, place, toCentre(context));
    return canvas;
  }
}

/** Scales and moves the strokes so that their longer side fills MNIST's box. */
function boxed(strokes, size) {
  const points = strokes.flat();
  const low = [0, 1].map(axis => Math.min(...points.map(point => point[axis])));
  const high = [0, 1].map(axis => Math.max(...points.map(point => point[axis])));
  const longer = Math.max(high[0] - low[0], high[1] - low[1], 0.08);
  const scale = size * (DIGIT_BOX - DIGIT_PEN) / longer;
  return point => [0, 1].map(axis => size / 2 + (point[axis] - (low[axis] + high[axis]) / 2) * scale);
}

function paintDigit(context, strokes, place, [right, down]) {
  blacken(context);
  paint(context, strokes, "#fff", DIGIT_PEN * context.canvas.width, point => {
    const [x, y] = place(point);
    return [x + right, y + down];
  });
}

/** How far the middle of the ink is from the middle of the picture. */
function toCentre(context) {
  const { width, height } = context.canvas;
  const pixels = context.getImageData(0, 0, width, height).data;
  let ink = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < width * height; i++) {
    ink += pixels[4 * i];
    x += pixels[4 * i] * (i % width + 0.5);
    y += pixels[4 * i] * (Math.floor(i / width) + 0.5);
  }
  return ink === 0 ? [0, 0] : [Math.round(width / 2 - x / ink), Math.round(height / 2 - y / ink)];
}

function blacken(context) {
  context.fillStyle = "#000";
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

function paint(context, strokes, colour, pen, place) {
  context.strokeStyle = colour;
  context.lineWidth = pen;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) {
    context.beginPath();
    context.moveTo(...place(stroke[0]));
    stroke.forEach(point => context.lineTo(...place(point)));
    context.stroke();
  }
}
