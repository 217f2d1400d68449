// From the numbers of all runs to a table.

const median = sorted => {
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The median of a measure over the runs, and its lowest and highest value; undefined where no run tells it. */
const summary = (runs, measure) => {
  const values = runs.map(run => run[measure]).filter(Number.isFinite);
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return {value: round(median(sorted)), low: round(sorted[0]), high: round(sorted.at(-1))};
};

/** Three digits are as many as a stopwatch gives. */
const round = value => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** A row for each measure and peer. Where ours alone has a value, or a peer has nought, there is no ratio. */
export const rowsOf = (title, measures, contestants, results) => {
  const [, ...peers] = contestants;
  const [ours, ...theirs] = results;
  return Object.entries(measures).flatMap(([measure, unit]) => {
    const own = summary(ours, measure);
    if (!own) return [];
    const name = `${title}: ${measure}`;
    const rows = peers.flatMap((peer, i) => {
      const other = summary(theirs[i], measure);
      if (!other) return [];
      const ratio = other.value > 0 ? round(own.value / other.value) : null;
      return [
        {name, value: own.value, unit, peer: peer.name, peerValue: other.value, ratio, own, other},
      ];
    });
    return rows.length > 0 || peers.length > 0
      ? rows
      : [{name, value: own.value, unit, peer: null, peerValue: null, ratio: null, own}];
  });
};

const spread = summary => (summary ? `${summary.value} (${summary.low}–${summary.high})` : '');

export const markdownOf = (rows, runs) =>
  [
    `Medians of ${runs} (lowest–highest); ratio: ours by theirs.`,
    '',
    '| measure | ours | peer | theirs | ratio |',
    '| --- | --: | --- | --: | --: |',
    ...rows.map(
      ({name, unit, peer, ratio, own, other}) =>
        `| ${name}, ${unit} | ${spread(own)} | ${peer ?? ''} | ${spread(other)} | ${ratio ?? ''} |`,
    ),
  ].join('\n');
