/**
 * Runs tasks in parallel, one per free lane, and resolves when all have ended. A free lane takes the first task in the
 * list whose needs have ended and which fits into the free lanes.
 *
 * A task is `{name, needs, lanes, isAlone}`: `needs` are names of other tasks (unknown names are ignored), `lanes` is 1
 * by default, and a task with `isAlone` takes all lanes.
 */
export const schedule = async (tasks, lanes, run) => {
  const names = new Set(tasks.map(({name}) => name));
  const ended = new Set();
  const running = new Map();
  let waiting = [...tasks];
  let free = lanes;
  const width = ({isAlone, lanes: wanted = 1}) => (isAlone ? lanes : Math.min(wanted, lanes));
  const isReady = ({needs = []}) => needs.every(name => !names.has(name) || ended.has(name));
  while (waiting.length > 0 || running.size > 0) {
    let next;
    while ((next = waiting.find(task => isReady(task) && width(task) <= free))) {
      const task = next;
      waiting = waiting.filter(one => one !== task);
      free -= width(task);
      running.set(
        task.name,
        run(task).then(() => task),
      );
    }
    if (running.size === 0)
      throw new Error(`These wait for each other: ${waiting.map(({name}) => name).join(', ')}`);
    const task = await Promise.race(running.values());
    running.delete(task.name);
    ended.add(task.name);
    free += width(task);
  }
};
