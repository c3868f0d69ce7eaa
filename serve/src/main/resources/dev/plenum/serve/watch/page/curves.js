/** The charts of the chosen trainings. */
import {Chart} from "./chart.js";

const FIRST = ["loss", "accuracy"];
const LAST = ["learning_rate", "images_per_second"];
const charts = new Map();

/** Draws them. A training is {summary, history, colour}; its history may be missing yet. */
export function drawCurves(trainings) {
  const shown = trainings.filter(training => training.history);
  const container = document.getElementById("charts");
  for (const metric of metricsOf(shown)) {
    const lines = shown.flatMap(training => linesOf(training, metric));
    if (!charts.has(metric)) {
      charts.set(metric, new Chart(metric, container));
      order(container);
    }
    const chart = charts.get(metric);
    chart.figure.hidden = lines.length === 0;
    chart.show(lines);
  }
  tellThinning(shown);
}

/** Charts stay where they are, so that the focus does not get lost; a new one goes where it belongs. */
function order(container) {
  const rank = metric => FIRST.includes(metric) ? FIRST.indexOf(metric) : LAST.includes(metric) ? 100 + LAST.indexOf(metric) : 50;
  const sorted = [...container.children].sort((a, b) => rank(a.dataset.metric) - rank(b.dataset.metric));
  sorted.forEach((figure, i) => {
    if (container.children[i] !== figure) {
      container.insertBefore(figure, container.children[i]);
    }
  });
}

function metricsOf(trainings) {
  const names = new Set(FIRST);
  for (const {history} of trainings) {
    Object.keys(history.values).forEach(name => names.add(name === "seconds" ? "images_per_second" : name.replace(/^val_/, "")));
  }
  charts.forEach((chart, metric) => names.add(metric));
  return names;
}

function linesOf({summary, history, colour}, metric) {
  const line = {name: summary.name, colour, epochs: history.epochs};
  if (metric === "images_per_second") {
    const seconds = history.values.seconds;
    return seconds && summary.images
      ? [{...line, plain: true, values: seconds.map(s => s ? summary.images / s : null)}]
      : [];
  }
  const lines = [];
  const own = history.values[metric];
  const isRate = metric === "learning_rate";
  if (own) {
    const isLive = summary.state === "running" && summary.step > 0 && typeof summary[metric] === "number" && !isRate;
    const live = isLive ? [summary.epoch + summary.step / summary.steps, summary[metric]] : undefined;
    lines.push({...line, dashed: !isRate, plain: isRate, values: own, live});
  }
  const validation = history.values[`val_${metric}`];
  if (validation?.some(value => value !== null)) {
    lines.push({...line, values: validation});
  }
  return lines;
}

function tellThinning(trainings) {
  const largest = Math.max(1, ...trainings.map(training => training.history.stride));
  const note = document.getElementById("thinned");
  note.hidden = largest === 1;
  note.textContent = `Long curves show one epoch in ${largest}, and the last.`;
}
