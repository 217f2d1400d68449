/** Properties of a style attribute as texts, instead of the parsers of happy-dom: prerendering only writes them back. */
export default class StyleProperties {
  #properties = new Map();

  constructor({cssText = ''} = {}) {
    for (const [, name, value, important] of cssText.matchAll(
      /([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;!"'(])+)(!\s*important)?/g,
    ))
      if (value.trim()) this.set(name, value.trim(), Boolean(important));
  }

  get(name) {
    return this.#properties.get(name) ?? null;
  }

  set(name, value, important) {
    this.#properties.set(name, {value, important});
  }

  remove(name) {
    this.#properties.delete(name);
  }

  size() {
    return this.#properties.size;
  }

  item(index) {
    return [...this.#properties.keys()][index] ?? '';
  }

  clone() {
    return new StyleProperties({cssText: this.toString()});
  }

  toString() {
    return [...this.#properties]
      .map(([name, {value, important}]) => `${name}: ${value}${important ? ' !important' : ''};`)
      .join(' ');
  }
}
