// Minimal script: one request, then DOM calls.
const {portals} = await (await fetch('/data/portals.json')).json();
const element = (name, text, ...children) => {
  const made = document.createElement(name);
  made.append(text, ...children);
  return made;
};
document.getElementById('cards').replaceChildren(
  ...portals.map(({family, title, description, url = ''}) => {
    const link = element('a', title.fr);
    link.href = url;
    const item = element(
      'li',
      element('h3', link),
      element('p', family),
      element('p', description?.fr ?? ''),
    );
    item.className = family;
    return item;
  }),
);
