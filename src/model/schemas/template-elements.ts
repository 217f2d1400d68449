/** Kinds of template: for a card, for a row of a list, or for the popup of a map. */
export const TEMPLATE_KINDS = ['card', 'row', 'popup'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** Elements of a template of the page, with their own attributes. Every other element is removed with its content. */
export const TEMPLATE_ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map<
  string,
  readonly string[]
>([
  ...(
    'abbr address article aside b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure ' +
    'footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li mark p q s samp section small span strong sub sup table tbody ' +
    'tfoot thead tr u ul var wbr'
  )
    .split(' ')
    .map((name): [string, readonly string[]] => [name, []]),
  ...Object.entries({
    a: ['href', 'hreflang'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start', 'reversed'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    time: ['datetime'],
  }),
]);

/** Attributes of all of them; a class becomes a part. */
export const TEMPLATE_ATTRIBUTES = ['data-field', 'dir', 'lang', 'title'];
