/** What a training of the server's own process shows beside its numbers. */
import {count, number} from "./format.js";

const EVERY = 2000;
const section = document.getElementById("pictures");
let training = null;
let isInView = false;
let timer = 0;

new IntersectionObserver(entries => {
  isInView = entries.at(-1).isIntersecting;
  poll();
}).observe(section);
document.addEventListener("visibilitychange", poll);

/** Shows those of this training; null for none. */
export function showPictures(summary) {
  const isOther = summary?.id !== training?.id;
  training = summary;
  section.hidden = !summary;
  document.getElementById("pictures-of").textContent = summary ? `of ${summary.name}` : "";
  if (isOther) {
    ["samples", "misclassified", "filters"].forEach(id => document.getElementById(id).hidden = true);
    poll();
  }
}

async function poll() {
  clearTimeout(timer);
  if (!training || !isInView || document.hidden) {
    return;
  }
  try {
    const answer = await fetch(`/api/runs/${training.id}/pictures`);
    if (answer.ok) {
      show(await answer.json());
    }
  } catch {
    return; // the server is gone, as the status says
  } finally {
    clearTimeout(timer);
    timer = setTimeout(poll, EVERY);
  }
}

function show({samples, misclassified, filters}) {
  if (samples) {
    const isScaled = samples.black !== 0 || samples.white !== 1;
    const values = isScaled ? `; black is ${number(samples.black)}, white ${number(samples.white)}` : "";
    gallery("samples", samples, `Epoch ${samples.epoch}, step ${count(samples.step)}; with augmentation and normalisation, where there are any${values}.`,
      (image, caption) => caption.append(image.label));
  }
  if (misclassified) {
    const {wrong, of, epoch} = misclassified;
    const some = wrong > misclassified.images.length ? ` The first ${misclassified.images.length}:` : "";
    gallery("misclassified", misclassified, `After epoch ${epoch}: ${count(wrong)} of ${count(of)}.${some}`, (image, caption) => {
      const taken = document.createElement("span");
      taken.className = "wrong";
      taken.textContent = image.prediction;
      caption.append(image.label, " → ", taken);
    });
  }
  if (filters) {
    const some = filters.filters > filters.images.length ? ` The first ${filters.images.length} of ${filters.filters}.` : "";
    gallery("filters", filters, `${filters.layer}: grey is 0, black and white are ±${number(filters.largest)}.${some}`, () => {});
  }
}

function gallery(id, pictures, text, describe) {
  const place = document.getElementById(id);
  place.hidden = false;
  place.querySelector("p").textContent = text;
  const images = place.querySelector(".images");
  while (images.children.length > pictures.images.length) {
    images.lastChild.remove();
  }
  pictures.images.forEach((image, i) => {
    const figure = images.children[i] ?? images.appendChild(newFigure());
    const [canvas, caption] = figure.children;
    draw(canvas, image.pixels, pictures);
    caption.replaceChildren();
    describe(image, caption);
  });
}

function newFigure() {
  const figure = document.createElement("figure");
  figure.append(document.createElement("canvas"), document.createElement("figcaption"));
  return figure;
}

function draw(canvas, base64, {width, height, channels}) {
  canvas.width = width;
  canvas.height = height;
  canvas.setAttribute("aria-hidden", "true");
  const bytes = atob(base64);
  const context = canvas.getContext("2d");
  const data = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) {
      data.data[i * 4 + c] = bytes.charCodeAt(i * channels + (channels === 3 ? c : 0));
    }
    data.data[i * 4 + 3] = 255;
  }
  context.putImageData(data, 0, 0);
}
