/**
 * What stands before each script's modules: MooTools puts a class of its own in the place of `Event`, of which no event
 * can be made that a browser sends.
 */
export const natives = 'const Event = /*#__PURE__*/ (() => Object.getPrototypeOf(UIEvent))();';

/**
 * What stands around the main script, inside its function and outside its modules: imports are evaluated
 * before the first line of a module, so that no module could decide whether the others run.
 */
export const guard = version => ({
  // A second copy, of any version, must not register anything: the first one wins.
  intro: `
${natives}
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
  // Lit throws while it is evaluated where its Trusted Types policy "lit-html" is refused.
  outro: `
  customElements.get('spass-portal')[mark] = {version: '${version}'};
} catch (error) {
  console.warn('[spass-widgets] The widgets could not start, and the page keeps what it has. Where Trusted Types are required, the policy "lit-html" must be allowed.', error);
}`,
});
