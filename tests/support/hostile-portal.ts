/** Injection attempts in texts and URLs. */
const PAYLOADS = [
  '</script><script>window.run=1</script>',
  '<img src=x onerror="window.run=1">',
  '"><svg onload=window.run=1>',
  "' onmouseover='window.run=1' x='",
  '</template></style><script>window.run=1</script>',
  '<!--<script>',
  ']]><script>window.run=1</script>',
  '{{constructor.constructor("window.run=1")()}} {% run %} {# no #}',
  '<?php run(); ?> <% run %>',
  '\u2028window.run=1//\u2029',
];
const ADDRESSES = ['javascript:window.run=1', 'data:text/html,<script>window.run=1</script>'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** Returns a portal with an injection attempt in every field. */
export function hostilePortal(): Record<string, unknown> {
  const records = PAYLOADS.map((payload, index) => {
    const address = pick(ADDRESSES, index);
    return {
      id: `${index} ${payload}`,
      title: {fr: payload, [payload]: payload},
      name: payload,
      description: payload,
      abstract: payload,
      intro: payload,
      text: payload,
      url: index % 2 ? address : `https://example.org/?${payload}`,
      type: payload,
      role: payload,
      country: payload,
      family: 'acteur',
      accent: 'red;background:url(//example.org)',
      portals: ['0'],
      themes: [payload],
      tags: [payload],
      place: payload,
      credit: payload,
      commune: {name: payload, insee: payload},
      image: {src: address, alt: payload, credit: payload},
      cover: {src: `https://example.org/${payload}.png`, alt: payload, credit: payload},
      period: {start: '2016', end: payload},
      partners: [{name: payload, role: payload, country: payload}],
      phases: [{title: payload, state: payload, period: {start: '2016'}}],
      participate: [{label: payload, url: address}],
      sources: [{title: payload, url: address}],
      steps: [{title: payload, text: payload, year: payload, image: {src: address, alt: payload}}],
      kind: 'idea',
      state: 'published',
      created: payload,
      geo: {lat: 50 + index / 10, lon: 3},
    };
  });
  const names = [
    'portals',
    'resources',
    'projects',
    'programmes',
    'organisations',
    'events',
    'stories',
    'contributions',
  ];
  const events = records.map(one => ({...one, period: {start: '2099-05-02T10:00:00+02:00'}}));
  return {
    version: '1',
    ...Object.fromEntries(names.map(name => [name, name === 'events' ? events : records])),
    attribution: {text: PAYLOADS[0], url: ADDRESSES[0], licence: PAYLOADS[1]},
    contact: ADDRESSES[0],
  };
}
