/* global document, requestAnimationFrame */
// States that pass or that a visitor causes are shown still: a search without results, a load, a copy of old data.
const widgetsOf = state => document.querySelectorAll(`[data-etat=${state}] > :not(h3)`);

/** Replaces a widget that is loading by a copy of what it has drawn. */
const freeze = widget => {
  const {shadowRoot} = widget;
  if (!shadowRoot?.querySelector('.skeleton *')) return requestAnimationFrame(() => freeze(widget));
  const copy = document.createElement('div');
  for (const {name, value} of widget.attributes) copy.setAttribute(name, value);
  copy.append(...widget.childNodes);
  const root = copy.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = shadowRoot.adoptedStyleSheets;
  root.append(...[...shadowRoot.childNodes].map(node => node.cloneNode(true)));
  // Data will not take the room that is kept for them.
  root.querySelector('.room').remove();
  root.querySelector('.beneath').style.contain = 'none';
  widget.replaceWith(copy);
};
for (const widget of widgetsOf('attente')) freeze(widget);

for (const widget of widgetsOf('vide'))
  widget.addEventListener('spass-load', () => widget.selection.setFilter({q: 'moulin à eau'}), {
    once: true,
  });

for (const widget of widgetsOf('copie'))
  widget.addEventListener('spass-load', () => widget.reload(), {once: true});
