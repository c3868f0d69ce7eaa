// What one model says: what it sees, its decision, its probabilities, its members' votes.

const LONG = 4; // characters of a class name
const MOST_CLASSES = 12;

export class Panel {
  constructor(model) {
    this.model = model;
    this.element = document.getElementById("panel").content.firstElementChild.cloneNode(true);
    this.#find("h2").append(model.name, quiet(` ${about(model)}`));
    this.bars = this.#find(".bars");
    this.rows = new Map();
    this.#order(model.classes);
    this.clear();
  }

  clear() {
    this.#find(".best").textContent = "–";
    this.#find(".sure").textContent = "nothing drawn yet";
    this.#find(".members").hidden = true;
    const seen = this.#find(".seen");
    seen.width = this.model.input.width;
    seen.height = this.model.input.height;
    for (const row of this.rows.values()) {
      update(row, 0, false, []);
    }
  }

  show(prediction) {
    const best = this.#find(".best");
    best.textContent = prediction.class;
    best.classList.toggle("long", prediction.class.length > LONG);
    this.#find(".sure").textContent = percent(prediction.probability);
    paintSeen(this.#find(".seen"), prediction.seen);
    this.#order(shown(prediction.probabilities, this.model.classes));
    const votes = prediction.votes ?? [];
    for (const [name, row] of this.rows) {
      const others = votes.map(vote => vote[name]);
      update(row, prediction.probabilities[name], name === prediction.class, others);
    }
    this.#showVotes(votes, prediction.class);
  }

  /** Rows of these classes, in this order. */
  #order(names) {
    if (names.length === this.rows.size && names.every(name => this.rows.has(name))) {
      return;
    }
    this.rows = new Map(names.map(name => [name, row(name)]));
    this.bars.replaceChildren(...[...this.rows.values()].map(one => one.element));
  }

  #showVotes(votes, decision) {
    this.#find(".members").hidden = votes.length === 0;
    this.#find(".votes").replaceChildren(...votes.map(vote => {
      const [name, value] = Object.entries(vote).reduce((a, b) => b[1] > a[1] ? b : a);
      const item = document.createElement("li");
      item.textContent = `${name} · ${percent(value)}`;
      item.classList.toggle("other", name !== decision);
      return item;
    }));
  }

  #find(selector) {
    return this.element.querySelector(selector);
  }
}

/** All classes, or the most probable of many. */
function shown(probabilities, classes) {
  return classes.length <= MOST_CLASSES
    ? classes
    : [...classes].sort((a, b) => probabilities[b] - probabilities[a]).slice(0, MOST_CLASSES);
}

function about(model) {
  const { height, width, channels } = model.input;
  const size = `${height} × ${width}${channels === 1 ? " grey" : ""}`;
  return model.members > 1 ? `${model.members} members, ${size}, ${model.backend}` : `${size}, ${model.backend}`;
}

function quiet(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
}

function row(name) {
  const element = document.createElement("li");
  const [label, track, value] = ["name", "track", "value"].map(part => {
    const span = document.createElement("span");
    span.className = part;
    element.append(span);
    return span;
  });
  label.textContent = name;
  label.title = name;
  const fill = document.createElement("span");
  fill.className = "fill";
  track.append(fill);
  return { element, track, fill, value };
}

function update({ element, track, fill, value }, probability, isBest, others) {
  element.classList.toggle("best-class", isBest);
  fill.style.transform = `scaleX(${probability})`;
  value.textContent = percent(probability);
  track.replaceChildren(fill, ...others.map(other => {
    const tick = document.createElement("span");
    tick.className = "tick";
    tick.style.left = `${100 * other}%`;
    return tick;
  }));
}

function percent(value) {
  return `${(100 * value).toFixed(1)}\u00a0%`;
}

function paintSeen(canvas, { height, width, channels, pixels }) {
  canvas.height = height;
  canvas.width = width;
  const bytes = Uint8Array.from(atob(pixels), character => character.charCodeAt(0));
  const image = new ImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) {
      image.data[4 * i + c] = bytes[i * channels + (channels === 1 ? 0 : c)];
    }
    image.data[4 * i + 3] = 255;
  }
  canvas.getContext("2d").putImageData(image, 0, 0);
}
