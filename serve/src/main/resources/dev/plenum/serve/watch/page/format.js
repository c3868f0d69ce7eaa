/** Numbers and times as people read them. */

const whole = new Intl.NumberFormat("en", {maximumFractionDigits: 0});

export function count(value) {
  return whole.format(value);
}

/** Four significant digits; very small numbers as 1e-5. */
export function number(value) {
  if (value === null || value === undefined) {
    return "–";
  }
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    return String(Number(value.toPrecision(3)).toExponential()).replace("e+", "e");
  }
  return size >= 1000 ? whole.format(value) : String(Number(value.toPrecision(4)));
}

export function seconds(value) {
  if (value < 60) {
    return `${Math.ceil(value)} s`;
  }
  if (value < 3600) {
    return `${Math.floor(value / 60)} min ${Math.floor(value % 60)} s`;
  }
  if (value < 86400) {
    return `${Math.floor(value / 3600)} h ${Math.floor(value % 3600 / 60)} min`;
  }
  return `${Math.floor(value / 86400)} d ${Math.floor(value % 86400 / 3600)} h`;
}

/** {@code val_top_5_accuracy} is "top 5 accuracy". */
export function title(metric) {
  const text = metric.replace(/^val_/, "").replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
