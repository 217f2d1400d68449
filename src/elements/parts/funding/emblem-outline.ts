/** Size of the flag, in units of its `viewBox`: 3 to 2. */
const [EMBLEM_WIDTH, EMBLEM_HEIGHT] = [54, 36] as const;
/** Radius of the circle of stars, and of the circle around each star: a third and an eighteenth of the height. */
const [CIRCLE, STAR] = [EMBLEM_HEIGHT / 3, EMBLEM_HEIGHT / 18];
/** Radius of the inner corners of a five-pointed star, as a fraction of its radius. */
const INNER = (3 - Math.sqrt(5)) / 2;

/** Returns the outline of a star that stands on two points. */
function starPath(x: number, y: number): string {
  const corners = [...new Array(10).keys()].map(i => {
    const radius = i % 2 ? STAR * INNER : STAR;
    const angle = (Math.PI * i) / 5;
    return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)]
      .map(one => one.toFixed(2))
      .join(' ');
  });
  return `M${corners.join('L')}Z`;
}

/** Outline of the twelve stars, like the hours of a clock. */
export const STARS = [...new Array(12).keys()]
  .map(hour => {
    const angle = (Math.PI * hour) / 6;
    return starPath(
      EMBLEM_WIDTH / 2 + CIRCLE * Math.sin(angle),
      EMBLEM_HEIGHT / 2 - CIRCLE * Math.cos(angle),
    );
  })
  .join('');
