const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe markup from the `html` tag. Other values are escaped. */
class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

export type {Html};
export type HtmlValue = string | number | undefined | Html | readonly Html[];

const serialize = (content: HtmlValue): string => {
  if (content === undefined) return '';
  if (content instanceof Html) return content.source;
  if (typeof content === 'object') return content.map(serialize).join('');
  return String(content).replace(/[&<>"']/g, character => ENTITIES[character] ?? '');
};

/** Returns markup from text that is HTML already. */
export const trusted = (source: string): Html => new Html(source);

/** Template tag that escapes all values except markup. */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  new Html(strings.reduce((markup, text, i) => markup + serialize(values[i - 1]) + text));
