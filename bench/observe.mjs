// Observers that run in the page before its scripts.

/** Records long tasks, layout shifts and the longest interaction as `globalThis.seen`. */
export const watchPage = () => {
  const seen = {blocked: 0, longestTask: 0, lastTask: 0, shift: 0, longestInteraction: 0};
  globalThis.seen = seen;
  const observe = (type, each, options) =>
    new PerformanceObserver(list => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
      ...options,
    });
  observe('longtask', ({duration, startTime}) => {
    seen.blocked += Math.max(0, duration - 50);
    seen.longestTask = Math.max(seen.longestTask, duration);
    seen.lastTask = startTime + duration;
  });
  observe('layout-shift', ({value, hadRecentInput}) => {
    if (!hadRecentInput) seen.shift += value;
  });
  observe(
    'event',
    ({interactionId, duration}) => {
      if (interactionId) seen.longestInteraction = Math.max(seen.longestInteraction, duration);
    },
    {durationThreshold: 16},
  );
};

/** Resolves when all widgets have loaded, and no long task has ended for two seconds. */
export const untilQuiet = async () => {
  const widgets = [...document.querySelectorAll('*')].filter(
    ({localName}) => localName.startsWith('spass-') && customElements.get(localName),
  );
  await Promise.all(widgets.map(({loadComplete}) => loadComplete));
  const start = performance.now();
  do await new Promise(resolve => setTimeout(resolve, 200));
  while (performance.now() - Math.max(start, globalThis.seen.lastTask) < 2000);
};
