/** The page on which trainings are watched: keeps what the server tells, and has it shown. */
import {drawCurves} from "./curves.js";
import {List} from "./list.js";
import {showPictures} from "./pictures.js";

const summaries = new Map();
const histories = new Map();
const loading = new Set();
const status = document.getElementById("status");
const list = new List(update, confirmStop);
let hasChosen = false;
let hasEnded = false;

/** Shows all; loads curves that are shown and have grown. */
function update() {
  list.show(summaries);
  const chosen = [...list.colours].map(([id, colour]) => ({summary: summaries.get(id), history: histories.get(id), colour}));
  chosen.forEach(({summary, history}) => {
    if (history?.revision !== summary.revision) {
      load(summary.id);
    }
  });
  drawCurves(chosen);
  const live = chosen.map(training => training.summary).filter(summary => summary.live);
  showPictures(live.find(summary => summary.state === "running") ?? live[0] ?? null);
  tellStatus();
}

async function load(id) {
  if (loading.has(id) || hasEnded) {
    return;
  }
  loading.add(id);
  try {
    const answer = await fetch(`/api/runs/${id}/history`);
    if (answer.ok) {
      histories.set(id, await answer.json());
    }
  } catch {
    return; // the server is gone, as the status says
  } finally {
    loading.delete(id);
  }
  drawCurves([...list.colours].map(([chosen, colour]) => ({summary: summaries.get(chosen), history: histories.get(chosen), colour})));
}

function tellStatus() {
  if (hasEnded) {
    return;
  }
  const all = [...summaries.values()];
  const parts = ["running", "stopped", "finished", "damaged"]
    .map(state => [all.filter(summary => summary.state === state).length, state])
    .filter(([size]) => size > 0)
    .map(([size, state]) => `${size} ${state}`);
  const text = parts.join(" · ") || "No training yet";
  status.className = "";
  if (status.textContent !== text) {
    status.textContent = text;
  }
}

function lose(text) {
  status.className = "lost";
  status.textContent = text;
}

const dialog = document.getElementById("confirm");

function confirmStop(summary) {
  document.getElementById("confirm-name").textContent = summary.name;
  document.getElementById("confirm-yes").onclick = () => {
    dialog.close();
    stop(summary);
  };
  dialog.showModal();
}

async function stop(summary) {
  summaries.set(summary.id, {...summary, stopping: true});
  update();
  try {
    const answer = await fetch(`/api/runs/${summary.id}/stop`, {method: "POST"});
    if (!answer.ok) {
      const problem = await answer.json();
      lose(`${summary.name} was not stopped. ${problem.title}: ${problem.found}.`);
    }
  } catch {
    lose(`${summary.name} was not stopped: the server does not answer.`);
  }
}

document.getElementById("confirm-no").addEventListener("click", () => dialog.close());

fetch("/api/runs").then(answer => answer.json()).then(({folder}) => {
  document.getElementById("folder").textContent = folder;
  document.title = `Plenum: ${folder}`;
});

const events = new EventSource("/api/events");

events.addEventListener("all", event => {
  hasEnded = false;
  summaries.clear();
  JSON.parse(event.data).runs.forEach(summary => summaries.set(summary.id, summary));
  if (!hasChosen && summaries.size > 0) {
    hasChosen = true;
    list.chooseFirst(summaries);
  }
  update();
});

events.addEventListener("change", event => {
  const {runs, gone} = JSON.parse(event.data);
  runs.forEach(summary => {
    const isNew = !summaries.has(summary.id);
    summaries.set(summary.id, summary);
    if (isNew && summary.state === "running") {
      list.choose(summary.id);
      hasChosen = true;
    }
  });
  gone.forEach(id => summaries.delete(id));
  update();
});

events.addEventListener("end", () => {
  hasEnded = true;
  lose("The process has ended; this is the last it told.");
});

events.addEventListener("error", () => {
  if (!hasEnded) {
    lose("The server does not answer. What is shown is the last it told.");
  }
});
