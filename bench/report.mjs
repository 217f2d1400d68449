// Converts the measurements of all runs to a table.

const median = sorted => {
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Returns the median, minimum and maximum of a measure over the runs; undefined if no run has it. */
const summary = (runs, measure) => {
  const values = runs.map(run => run[measure]).filter(Number.isFinite);
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return {
    value: round(median(sorted)),
    low: round(sorted[0]),
    high: round(sorted.at(-1)),
    runs: sorted.length,
  };
};

/** Rounds to three digits, the precision of the measurements. */
const round = value => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** Returns the work of the main thread in the middle one of several runs; undefined if none has measured it. */
export const typicalWork = runs => {
  const works = runs.map(({work}) => work).filter(Boolean);
  const total = work => Object.values(work).reduce((sum, part) => sum + part, 0);
  return works.toSorted((a, b) => total(a) - total(b))[works.length >> 1];
};

/**
 * Returns a row for each measure and peer. Without a ratio if only ours has a value, or if a value is zero or negative.
 */
export const toRows = (title, measures, contestants, results, size) => {
  const [, ...peers] = contestants;
  const [ours, ...theirs] = results;
  return Object.entries(measures).flatMap(([measure, unit]) => {
    const own = summary(ours, measure);
    if (!own) return [];
    const name = `${title}: ${measure}`;
    const rows = peers.flatMap((peer, i) => {
      const other = summary(theirs[i], measure);
      if (!other) return [];
      const ratio = other.value > 0 && own.value >= 0 ? round(own.value / other.value) : null;
      return [
        {
          name,
          value: own.value,
          unit,
          peer: peer.name,
          peerValue: other.value,
          ratio,
          own,
          other,
          measure,
          size,
        },
      ];
    });
    return rows.length > 0
      ? rows
      : [{name, value: own.value, unit, peer: null, peerValue: null, ratio: null, own}];
  });
};

/** Returns the exponent k of time ~ size^k, by least squares of the logarithms. */
const exponentOf = points => {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)]);
  const mean = i => logs.reduce((sum, log) => sum + log[i], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
};

/**
 * Returns the growth of a measure with the number of records, for ours and each peer measured at four sizes or more.
 */
export const growthRows = (name, measure, rows) =>
  [...new Set(rows.map(({peer}) => peer))].flatMap(peer => {
    const own = rows.filter(
      row => row.peer === peer && row.measure === measure && row.size && row.value && row.peerValue,
    );
    if (own.length < 4) return [];
    const value = round(exponentOf(own.map(row => [row.size, row.value])));
    const peerValue = round(exponentOf(own.map(row => [row.size, row.peerValue])));
    const ratio = peerValue > 0 ? round(value / peerValue) : null;
    return [{name: `${name} growth: ${measure}`, value, unit: 'exponent', peer, peerValue, ratio}];
  });

/** Merges rows: new rows replace earlier rows of the same contest. */
export const mergeRows = (known, rows) => {
  const titleOf = ({name}) => name.split(':')[0];
  const caseOf = ({name}) => name.split(' ')[0];
  const titles = new Set(rows.map(titleOf));
  return [...known.filter(row => !titles.has(titleOf(row))), ...rows]
    .map(({name, value, unit, peer, peerValue, ratio}) => ({
      name,
      value,
      unit,
      peer,
      peerValue,
      ratio,
    }))
    .sort((a, b) => caseOf(a).localeCompare(caseOf(b)));
};

const spread = (summary, value) =>
  summary && summary.runs > 1 ? `${value} (${summary.low}–${summary.high})` : (value ?? '');

export const toMarkdown = rows =>
  [
    `Medians (lowest–highest run); ratio: ours by theirs, smaller is better.`,
    '',
    '| measure | ours | peer | theirs | ratio |',
    '| --- | --: | --- | --: | --: |',
    ...rows.map(
      ({name, value, unit, peer, peerValue, ratio, own, other}) =>
        `| ${name}${unit && `, ${unit}`} | ${spread(own, value)} | ${peer ?? ''} | ${spread(other, peerValue)} | ${ratio ?? ''} |`,
    ),
  ].join('\n');
