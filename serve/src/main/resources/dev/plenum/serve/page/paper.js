// The paper: draws with pointers and keys, shows a photo, tells of each change.

import { Drawing } from "./drawing.js";

const STEP = 0.025;
const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

export class Paper {
  constructor(canvas, changed) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.changed = changed;
    this.drawing = new Drawing();
    this.photo = null;
    this.pointer = null; // which is down
    this.cursor = null; // of the keys
    this.isPenDown = false;
    canvas.addEventListener("pointerdown", event => this.#down(event));
    canvas.addEventListener("pointermove", event => this.#move(event));
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, event => this.#up(event));
    }
    canvas.addEventListener("keydown", event => this.#key(event));
    canvas.addEventListener("blur", () => this.#hideCursor());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
  }

  get isEmpty() {
    return this.photo === null && this.drawing.isEmpty;
  }

  /** Shows a photo instead of a drawing: an image, and the file that it came from. */
  show(image, file) {
    this.drawing.clear();
    this.photo = { image, file };
    this.#isChanged();
  }

  undo() {
    this.photo = null;
    this.drawing.undo();
    this.#isChanged();
  }

  clear() {
    this.photo = null;
    this.drawing.clear();
    this.isPenDown = false;
    this.#isChanged();
  }

  paint() {
    const { context, canvas } = this;
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (this.photo) {
      paintPhoto(context, this.photo.image);
    }
    this.drawing.paint(context, canvas.width, getComputedStyle(canvas).color);
    if (this.cursor) {
      paintCursor(context, this.cursor, this.isPenDown);
    }
  }

  #isChanged() {
    this.paint();
    this.changed();
  }

  #begin(point) {
    this.photo = null;
    this.drawing.begin(point);
    this.#isChanged();
  }

  #down(event) {
    if (this.pointer !== null || event.button !== 0) {
      return;
    }
    this.pointer = event.pointerId;
    this.canvas.setPointerCapture(event.pointerId);
    this.cursor = null;
    this.isPenDown = false;
    this.#begin(this.#at(event));
  }

  #move(event) {
    if (event.pointerId !== this.pointer) {
      return;
    }
    const all = event.getCoalescedEvents?.() ?? [];
    (all.length > 0 ? all : [event]).forEach(one => this.drawing.extend(this.#at(one)));
    this.#isChanged();
  }

  #up(event) {
    if (event.pointerId === this.pointer) {
      this.pointer = null;
    }
  }

  #at(event) {
    const box = this.canvas.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    this.cursor ??= [0.5, 0.3];
    if (event.key in MOVES) {
      this.cursor = this.cursor.map((at, axis) => clamp(at + MOVES[event.key][axis]));
      if (this.isPenDown) {
        this.drawing.extend(this.cursor);
        this.changed();
      }
    } else if (event.key === " ") {
      this.isPenDown = !this.isPenDown;
      if (this.isPenDown) {
        this.#begin(this.cursor);
      }
    } else if (event.key === "z" || event.key === "Z") {
      this.isPenDown = false;
      this.undo();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
    this.paint();
  }

  #hideCursor() {
    this.cursor = null;
    this.isPenDown = false;
    this.paint();
  }
}

function clamp(value) {
  return Math.min(0.97, Math.max(0.03, value));
}

function paintPhoto(context, image) {
  const { width, height } = context.canvas;
  const scale = Math.min(width / image.width, height / image.height);
  const [w, h] = [image.width * scale, image.height * scale];
  context.drawImage(image, (width - w) / 2, (height - h) / 2, w, h);
}

function paintCursor(context, [x, y], isDown) {
  const size = context.canvas.width;
  context.beginPath();
  context.arc(x * size, y * size, 0.035 * size, 0, 2 * Math.PI);
  context.lineWidth = isDown ? 6 : 3;
  context.strokeStyle = "#4a9a9c";
  context.stroke();
}
