// Renders the list of contestants without a user interface: twelve rows and three facets, as in our list.

const FACETS = {
  section: ({section}) => [section],
  type: ({type}) => [type],
  themes: ({themes}) => themes,
};
const COMMUNES = {commune: ({commune}) => [commune.name]};

const made = (name, text, ...children) => {
  const element = document.createElement(name);
  element.append(text, ...children);
  return element;
};

export function draw(records, {communes} = {}) {
  const facets = communes ? {...FACETS, ...COMMUNES} : FACETS;
  const counts = Object.values(facets).map(valuesOf => {
    const count = new Map();
    for (const record of records)
      for (const value of valuesOf(record)) count.set(value, (count.get(value) ?? 0) + 1);
    return count;
  });
  document.getElementById('count').textContent = `${records.length} ressources`;
  document.getElementById('facets').replaceChildren(
    ...counts.map(count =>
      made(
        'fieldset',
        '',
        ...[...count]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 8)
          .map(([value, number]) => {
            const box = document.createElement('input');
            box.type = 'checkbox';
            return made('label', box, `${value} ${number}`);
          }),
      ),
    ),
  );
  const list = document.getElementById('rows');
  list?.replaceChildren(
    ...records.slice(0, 12).map(({title, url, type, section, abstract, authors, commune}) => {
      const link = made('a', title);
      link.href = url;
      const kind = made('p', `${type} · ${section}`);
      const who = made('p', authors.join(', '));
      return made('li', made('h3', link), kind, made('p', abstract), who, made('p', commune.name));
    }),
  );
}

/** Returns the displayed number of matches. */
export const count = () =>
  Number(/^\d+/.exec(document.getElementById('count').textContent)?.[0] ?? Number.NaN);
