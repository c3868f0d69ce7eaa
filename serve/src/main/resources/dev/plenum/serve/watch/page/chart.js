/** One line chart, drawn by hand, which a pointer or the arrow keys ask for numbers. */
import {logTicks, scale, ticks} from "./axis.js";
import {count, number, title} from "./format.js";
import {nearest, svg} from "./parts.js";

const HEIGHT = 210;
const LEFT = 46;
const RIGHT = 10;
const TOP = 8;
const BOTTOM = 22;

/** A line: {name, colour 0…7, dashed, epochs, values, live: [epoch, value] or undefined}. */
export class Chart {
  constructor(metric, container) {
    this.metric = metric;
    this.lines = [];
    this.isLog = false;
    this.cursor = null;
    this.width = 0;
    this.svg = svg("svg", {tabindex: 0, role: "slider", "aria-label": `${title(metric)} by epoch`});
    this.read = document.createElement("p");
    this.read.className = "read";
    this.log = document.createElement("button");
    this.log.type = "button";
    this.log.textContent = "log";
    this.log.title = "logarithmic scale";
    this.log.setAttribute("aria-pressed", "false");
    const caption = document.createElement("figcaption");
    const name = document.createElement("span");
    name.textContent = title(metric);
    caption.append(name, this.log);
    this.figure = document.createElement("figure");
    this.figure.className = "chart";
    this.figure.dataset.metric = metric;
    this.figure.append(caption, this.svg, this.read);
    container.append(this.figure);
    this.listen();
  }

  listen() {
    this.log.addEventListener("click", () => {
      this.isLog = !this.isLog;
      this.log.setAttribute("aria-pressed", String(this.isLog));
      this.draw();
    });
    this.svg.addEventListener("pointermove", event => {
      const box = this.svg.getBoundingClientRect();
      this.point(this.low + (event.clientX - box.left - LEFT) / (this.width - LEFT - RIGHT) * (this.high - this.low));
    });
    this.svg.addEventListener("pointerleave", () => this.point(null));
    this.svg.addEventListener("blur", () => this.point(null));
    this.svg.addEventListener("keydown", event => this.key(event));
    new ResizeObserver(() => {
      const width = Math.round(this.svg.clientWidth);
      if (width !== this.width) {
        this.width = width;
        this.draw();
      }
    }).observe(this.svg);
  }

  key(event) {
    const step = Math.max(1, Math.round((this.high - this.low) / 40));
    const at = this.cursor ?? this.high;
    const to = {ArrowLeft: at - step, ArrowRight: at + step, Home: this.low, End: this.high, Escape: null}[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.point(to);
    }
  }

  point(epoch) {
    this.cursor = epoch === null ? null : Math.round(Math.min(this.high, Math.max(this.low, epoch)));
    this.drawCursor();
  }

  show(lines) {
    this.lines = lines;
    this.draw();
  }

  /** The numbers that both axes must have room for. */
  ranges() {
    let low = Infinity;
    let high = -Infinity;
    let last = 2;
    for (const line of this.lines) {
      const values = line.live ? [...line.values, line.live[1]] : line.values;
      for (const value of values) {
        if (value !== null && (!this.isLog || value > 0)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      last = Math.max(last, line.epochs.at(-1) ?? 0, line.live ? Math.ceil(line.live[0]) : 0);
    }
    this.low = 1;
    this.high = last;
    this.isEmpty = low > high;
    if (this.isEmpty) {
      return [0.1, 1];
    }
    if (low === high) {
      return this.isLog ? [low / 2, high * 2] : [low - (Math.abs(low) / 2 || 1), high + (Math.abs(high) / 2 || 1)];
    }
    const room = (high - low) * 0.04;
    return this.isLog ? [low / 1.05, high * 1.05] : [low - (low >= 0 ? Math.min(room, low) : room), high + room];
  }

  draw() {
    if (this.width === 0) {
      return;
    }
    const [low, high] = this.ranges();
    this.x = scale(this.low, this.high, LEFT, this.width - RIGHT);
    this.y = scale(low, high, HEIGHT - BOTTOM, TOP, this.isLog);
    this.layer = svg("g", {});
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${HEIGHT}`);
    this.svg.replaceChildren(...this.axes(low, high), ...this.lines.flatMap(line => this.curve(line)), this.layer);
    this.svg.setAttribute("aria-valuemin", this.low);
    this.svg.setAttribute("aria-valuemax", this.high);
    this.drawCursor();
  }

  axes(low, high) {
    const marks = [];
    if (this.isEmpty) {
      return [svg("text", {x: this.width / 2, y: HEIGHT / 2, "text-anchor": "middle"}, "after the first epoch")];
    }
    for (const value of this.isLog ? logTicks(low, high) : ticks(low, high, 5)) {
      const y = this.y(value);
      marks.push(svg("line", {class: "grid", x1: LEFT, x2: this.width - RIGHT, y1: y, y2: y}),
        svg("text", {x: LEFT - 6, y: y + 4, "text-anchor": "end"}, number(value)));
    }
    const epochs = ticks(this.low, this.high, Math.max(3, Math.round(this.width / 90)));
    for (const epoch of epochs.filter(Number.isInteger)) {
      const isAtEdge = this.x(epoch) > this.width - RIGHT - 16;
      marks.push(svg("text", {x: isAtEdge ? this.width - 2 : this.x(epoch), y: HEIGHT - 6, "text-anchor": isAtEdge ? "end" : "middle"}, count(epoch)));
    }
    return marks;
  }

  curve(line) {
    const places = [];
    let path = "";
    line.epochs.forEach((epoch, i) => {
      const value = line.values[i];
      const isShown = value !== null && (!this.isLog || value > 0);
      if (isShown) {
        places.push([this.x(epoch), this.y(value)]);
        path += `${path && line.values[i - 1] !== null ? "L" : "M"}${this.x(epoch).toFixed(1)} ${this.y(value).toFixed(1)}`;
      }
    });
    const drawn = [svg("path", {class: `curve c${line.colour}${line.dashed ? " dashed" : ""}`, d: path})];
    if (places.length === 1 && !line.dashed) {
      drawn.push(svg("circle", {class: `dot c${line.colour}`, cx: places[0][0], cy: places[0][1], r: 3}));
    }
    if (line.live && (!this.isLog || line.live[1] > 0)) {
      drawn.push(svg("circle", {class: `dot live c${line.colour}`, cx: this.x(Math.max(1, line.live[0])), cy: this.y(line.live[1]), r: 3.5}));
    }
    return drawn;
  }

  drawCursor() {
    if (!this.layer) {
      return;
    }
    this.layer.replaceChildren();
    this.read.replaceChildren();
    const at = this.cursor ?? this.high;
    const texts = [];
    if (this.cursor !== null) {
      const x = this.x(this.cursor);
      this.layer.append(svg("line", {class: "cursor", x1: x, x2: x, y1: TOP, y2: HEIGHT - BOTTOM}));
      this.read.append(`Epoch ${this.cursor}: `);
    }
    for (const line of this.lines) {
      const i = nearest(line.epochs, at);
      if (i < 0 || line.values[i] === null) {
        continue;
      }
      const kind = line.dashed ? "training" : "validation";
      texts.push(`${line.name}, ${line.plain ? "" : kind} ${number(line.values[i])}`);
      if (this.cursor !== null) {
        const text = document.createElement("span");
        text.className = `c${line.colour}`;
        text.textContent = `${line.dashed ? "╌" : "━"} ${number(line.values[i])}`;
        text.title = `${line.name}, ${kind}`;
        this.read.append(text);
        this.layer.append(svg("circle", {class: `dot c${line.colour}`, cx: this.x(line.epochs[i]), cy: this.y(line.values[i]), r: 3}));
      }
    }
    this.svg.setAttribute("aria-valuenow", at);
    this.svg.setAttribute("aria-valuetext", `epoch ${at}: ${texts.join("; ")}`);
  }
}
