import sax from 'sax';

/** Element of an XML document, without the order of texts and elements in it. */
export interface XmlElement {
  /** Name in lower case, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text of the element and of those in it, with line breaks after blocks. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Bounds of a document. Further elements are ignored. */
const MAX_ELEMENTS = 200_000;
const MAX_DEPTH = 50;

const BLOCKS = /^(?:p|div|br|li|ul|ol|h[1-6]|tr|blockquote)$/;

/**
 * Parses XML leniently: malformed parts are skipped. Document types are ignored, so that no entity is expanded and
 * nothing is fetched.
 */
export function parseXml(text: string): XmlElement {
  const parser = sax.parser(false, {lowercase: true, position: false});
  const root: OpenElement = {name: '', attributes: {}, children: [], text: ''};
  const open: OpenElement[] = [root];
  let count = 0;
  let ignoredDepth = 0;
  parser.onopentag = ({name, attributes}) => {
    if (++count > MAX_ELEMENTS || ignoredDepth > 0 || open.length > MAX_DEPTH) {
      ignoredDepth++;
      return;
    }
    const element: OpenElement = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = name => {
    if (ignoredDepth > 0) {
      ignoredDepth--;
      return;
    }
    const element = open.length > 1 ? open.pop() : undefined;
    const parent = open.at(-1);
    // Each element of a feed has its own text; text inside markup belongs to the element around it.
    if (element && parent && element.text !== '' && !name.includes(':') && isMarkup(parent, name))
      parent.text += element.text + (BLOCKS.test(name) ? '\n' : '');
  };
  const addText = (words: string): void => {
    const element = open.at(-1);
    if (element && ignoredDepth === 0) element.text += words;
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onerror = () => {
    // sax stops at an error unless it is cleared.
    (parser as {error: Error | null}).error = null;
    parser.resume();
  };
  parser.write(text).close();
  return root;
}

/** Elements of a feed that may contain markup (Atom, `type="xhtml"`). */
const WITH_MARKUP = /^(?:content|summary|title|description|subtitle|rights)$/;
const MARKUP =
  /^(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|tbody|blockquote|span|a|b|i|em|strong|small|sup|sub|abbr|cite|q|code)$/;

const isMarkup = ({name: parent}: XmlElement, name: string): boolean =>
  MARKUP.test(name) && (WITH_MARKUP.test(parent) || MARKUP.test(parent));

/** Returns the first child with one of the names, in the order of the names. */
export const childOf = (
  {children}: XmlElement,
  ...names: readonly string[]
): XmlElement | undefined =>
  names.map(name => children.find(child => child.name === name)).find(child => child);

export const childrenOf = (
  {children}: XmlElement,
  ...names: readonly string[]
): readonly XmlElement[] => children.filter(({name}) => names.includes(name));

/** Returns the trimmed text of the first child with one of the names; undefined if it is empty. */
export function textOf(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = childOf(element, name)?.text.trim();
    if (text) return text;
  }
  return undefined;
}
