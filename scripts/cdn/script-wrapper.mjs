/**
 * Code before the modules of each script. MooTools replaces `Event` with its own class, which cannot construct native
 * events.
 */
export const nativeEvent = 'const Event = /*#__PURE__*/ (() => Object.getPrototypeOf(UIEvent))();';

/**
 * Code around the main script, inside its function but outside its modules: imports are evaluated before the first line
 * of a module, so no module could decide if the others run.
 */
export const scriptWrapper = version => ({
  // A second copy, of any version, must not register elements: the first one wins.
  intro: `
${nativeEvent}
const mark = Symbol.for('spass/copy');
const first = customElements.get('spass-portal');
if (first) {
  const copy = (first[mark] ??= {version: 'of a module build'});
  if (!copy.warned)
    console.warn('[spass-widgets] ${version} is loaded on a page that has ' + copy.version + ' already: it does nothing.');
  copy.warned = true;
  return;
}
try {`,
  // Lit throws during evaluation if its Trusted Types policy "lit-html" is refused.
  outro: `
  customElements.get('spass-portal')[mark] = {version: '${version}'};
} catch (error) {
  console.warn('[spass-widgets] The widgets could not start, and the page keeps what it has. Where Trusted Types are required, the policy "lit-html" must be allowed.', error);
}`,
});
