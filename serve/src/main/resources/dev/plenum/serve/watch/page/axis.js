/** The numbers at the sides of a chart. */

/** Round numbers within a range, about as many as asked for. */
export function ticks(low, high, about) {
  const rough = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(f => f * power).find(s => s >= rough);
  const found = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
    found.push(Number((i * step).toPrecision(12)));
  }
  return found;
}

/** Powers of ten within a range; with twos and fives where there are few. */
export function logTicks(low, high) {
  const found = [];
  const wide = Math.log10(high / low) > 3;
  for (let e = Math.floor(Math.log10(low)); 10 ** e <= high; e++) {
    for (const f of wide ? [1] : [1, 2, 5]) {
      const value = Number((f * 10 ** e).toPrecision(3));
      if (value >= low && value <= high) {
        found.push(value);
      }
    }
  }
  const every = Math.ceil(found.length / 7);
  return found.filter((value, i) => i % every === 0);
}

/** Maps values to places. */
export function scale(low, high, from, to, isLog) {
  const of = isLog ? Math.log : value => value;
  const span = of(high) - of(low) || 1;
  return value => from + (of(value) - of(low)) / span * (to - from);
}
