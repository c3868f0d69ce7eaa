import { models, predict, Refusal, useToken } from "./client.js";
import { Panel } from "./panel.js";
import { Paper } from "./paper.js";
import { photo } from "./photo.js";

const PAUSE = 40; // milliseconds between two questions to one model
const find = id => document.getElementById(id);

let asked = []; // each a panel, and whether its model knows the newest picture
let known = [];

const paper = new Paper(find("paper"), changed);

function changed() {
  find("hint").hidden = !paper.isEmpty;
  find("undo").disabled = find("clear").disabled = paper.isEmpty;
  asked.forEach(one => {
    one.isNew = true;
    askIfFree(one);
  });
}

/** One question at a time for each model; what was drawn meanwhile is asked next. */
async function askIfFree(one) {
  if (one.isBusy) {
    return;
  }
  one.isBusy = true;
  while (one.isNew) {
    one.isNew = false;
    try {
      await askOne(one.panel);
      tell("");
    } catch (problem) {
      fail(problem);
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
  one.isBusy = false;
}

async function askOne(panel) {
  if (paper.isEmpty) {
    panel.clear();
    return;
  }
  const { model } = panel;
  const prediction = await predict(model, await picture(model), preparation(model));
  if (!paper.isEmpty && panel.element.isConnected) {
    panel.show(prediction);
  }
}

/** A drawing that is as it must be is left so by "bilinear": it has the size, and is light on dark. */
function preparation(model) {
  if (paper.photo) {
    return isForDigits(model) ? "digit" : null;
  }
  return isForDigits(model) || model.inverted ? "bilinear" : null;
}

/** As MNIST's: photos are then prepared by the server, drawings here. */
function isForDigits({ input: { width, height, channels }, classes }) {
  return width === 28 && height === 28 && channels === 1 && classes.join("") === "0123456789";
}

async function picture(model) {
  if (paper.photo) {
    return paper.photo.file;
  }
  const { width, height } = model.input;
  const canvas = paper.drawing.picture(width, height, isForDigits(model));
  return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
}

function fail(problem) {
  tell(problem.message);
  if (problem instanceof Refusal && problem.status === 401) {
    find("token-form").hidden = false;
  }
}

function tell(text) {
  find("message").textContent = text;
  find("message").hidden = text === "";
}

async function open(file) {
  try {
    const { image, bytes } = await photo(file);
    paper.show(image, bytes);
  } catch {
    tell(`${file.name} is no picture that this browser can show. Choose a PNG or JPEG.`);
  }
}

function choose() {
  const chosen = [find("model").value, find("beside").value]
    .map(name => known.find(model => model.name === name))
    .filter((model, index, all) => model && all.indexOf(model) === index);
  asked = chosen.map(model => ({ panel: new Panel(model), isNew: false, isBusy: false }));
  find("panels").replaceChildren(...asked.map(one => one.panel.element));
  find("panels").classList.toggle("two", asked.length > 1);
  changed();
}

async function start() {
  try {
    known = await models();
  } catch (problem) {
    fail(problem);
    return;
  }
  find("token-form").hidden = true;
  tell("");
  find("model").replaceChildren(...known.map(model => new Option(model.name)));
  find("beside").replaceChildren(
    new Option("nothing", ""), ...known.map(model => new Option(model.name)));
  find("beside-choice").hidden = known.length < 2;
  choose();
}

find("undo").addEventListener("click", () => paper.undo());
find("clear").addEventListener("click", () => paper.clear());
find("photo").addEventListener("change", event => {
  [...event.target.files].slice(0, 1).forEach(open);
  event.target.value = "";
});
find("model").addEventListener("change", choose);
find("beside").addEventListener("change", choose);
find("token-form").addEventListener("submit", event => {
  event.preventDefault();
  useToken(find("token").value);
  start();
});
addEventListener("dragover", event => {
  event.preventDefault();
  find("paper").classList.add("over");
});
addEventListener("dragleave", () => find("paper").classList.remove("over"));
addEventListener("drop", event => {
  event.preventDefault();
  find("paper").classList.remove("over");
  [...event.dataTransfer.files].slice(0, 1).forEach(open);
});

start();
