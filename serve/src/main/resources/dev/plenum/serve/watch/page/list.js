/** The list of trainings, with a colour for each chosen one. */
import {count, number, seconds} from "./format.js";

const MOST_CHOSEN = 8;
const FIRST_CHOSEN = 4;
const items = new Map();
const list = document.getElementById("list");
const filter = document.getElementById("filter");

export class List {
  /** Calls changed() when other trainings are chosen, and stop(summary) when one is to be stopped. */
  constructor(changed, stop) {
    this.changed = changed;
    this.stop = stop;
    this.colours = new Map();
    filter.addEventListener("input", () => this.filter());
  }

  /** Chooses what is most likely wanted: what runs, else the newest. */
  chooseFirst(summaries) {
    const sorted = [...summaries.values()].sort(byNews);
    const running = sorted.filter(summary => summary.state === "running");
    (running.length ? running : sorted).slice(0, FIRST_CHOSEN).forEach(summary => this.choose(summary.id));
  }

  choose(id) {
    if (!this.colours.has(id) && this.colours.size < MOST_CHOSEN) {
      const taken = new Set(this.colours.values());
      this.colours.set(id, [0, 1, 2, 3, 4, 5, 6, 7].find(colour => !taken.has(colour)));
    }
  }

  show(summaries) {
    items.forEach((item, id) => {
      if (!summaries.has(id)) {
        item.remove();
        items.delete(id);
        this.colours.delete(id);
      }
    });
    [...summaries.values()].sort(byNews).forEach((summary, i) => {
      const item = items.get(summary.id) ?? this.add(summary);
      this.fill(item, summary);
      if (list.children[i] !== item && !list.contains(document.activeElement)) {
        list.insertBefore(item, list.children[i]); // not under the hand of whoever uses it
      }
    });
    document.getElementById("empty").hidden = summaries.size > 0;
    filter.hidden = summaries.size < 8;
    this.filter();
  }

  add(summary) {
    const item = document.createElement("li");
    item.className = "run";
    item.innerHTML = `<div class="top"><label><input type="checkbox"><span class="name"></span><span class="what"></span></label>
      <span class="state"></span></div><p class="numbers"></p>
      <div class="bottom"><progress max="1"></progress><button type="button">Stop</button></div>`;
    item.dataset.id = summary.id;
    item.querySelector("input").addEventListener("change", event => {
      if (event.target.checked) {
        this.choose(summary.id);
      } else {
        this.colours.delete(summary.id);
      }
      event.target.checked = this.colours.has(summary.id);
      this.changed();
    });
    item.querySelector("button").addEventListener("click", () => this.stop(item.summary));
    items.set(summary.id, item);
    list.append(item);
    return item;
  }

  fill(item, summary) {
    item.summary = summary;
    const colour = this.colours.get(summary.id);
    const label = item.querySelector("label");
    label.className = colour === undefined ? "" : `c${colour}`;
    item.querySelector("input").checked = colour !== undefined;
    item.querySelector(".name").textContent = summary.name;
    item.querySelector(".what").textContent = [summary.network, summary.dataset].filter(text => text).join(" on ");
    const state = item.querySelector(".state");
    state.textContent = summary.stopping ? "stopping …" : summary.state;
    state.className = `state ${summary.state}`;
    item.querySelector(".numbers").replaceChildren(...numbers(summary));
    const isRunning = summary.state === "running";
    const progress = item.querySelector("progress");
    progress.hidden = !(summary.epochs && summary.state !== "finished");
    progress.value = summary.epochs ? Math.min(1, (summary.epoch + summary.step / summary.steps) / summary.epochs) || 0 : 0;
    progress.setAttribute("aria-label", `${summary.name}: ${Math.round(progress.value * 100)} % of the training`);
    const button = item.querySelector("button");
    button.hidden = !isRunning;
    button.disabled = Boolean(summary.stopping);
    button.setAttribute("aria-label", `Stop ${summary.name}`);
  }

  filter() {
    const text = filter.hidden ? "" : filter.value.toLowerCase();
    items.forEach(item => item.hidden = !`${item.summary.name} ${item.summary.network} ${item.summary.dataset} ${item.summary.state}`.toLowerCase().includes(text));
  }
}

function byNews(a, b) {
  return (b.state === "running") - (a.state === "running") || b.time - a.time || a.name.localeCompare(b.name);
}

function strong(value) {
  const element = document.createElement("b");
  element.textContent = value;
  return element;
}

function numbers(summary) {
  if (summary.problem) {
    return [summary.problem];
  }
  const parts = [];
  const add = (...texts) => parts.push(...(parts.length ? [" · "] : []), ...texts);
  if (summary.state === "finished") {
    add(strong(count(summary.epochs)), " epochs");
    add("test accuracy ", strong(number(summary.test.accuracy)));
  } else if (summary.epochs) {
    add("epoch ", strong(count(Math.min(summary.epoch + 1, summary.epochs))), ` of ${count(summary.epochs)}`);
    const accuracy = summary.last.val_accuracy ?? summary.last.accuracy;
    if (accuracy !== undefined) {
      add("accuracy ", strong(number(accuracy)));
    }
  }
  if (summary.state === "running") {
    if (summary.imagesPerSecond) {
      add(strong(count(summary.imagesPerSecond)), " images/s");
    }
    if (summary.secondsLeft !== null && summary.secondsLeft !== undefined) {
      add(strong(seconds(summary.secondsLeft)), " left");
    }
  }
  return parts;
}
