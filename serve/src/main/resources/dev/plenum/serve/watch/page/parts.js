/** What charts are made of. */

const SVG = "http://www.w3.org/2000/svg";

/** An element of SVG. */
export function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** The index of the last epoch up to one; the epochs rise. */
export function nearest(epochs, epoch) {
  let low = 0;
  let high = epochs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (epochs[middle] <= epoch) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return high;
}
